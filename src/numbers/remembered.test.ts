import { expect, test } from "vitest";

import { gaussianExpectation } from "./gaussian-expectation.js";
import { type Integrand, polynomial, power } from "./integrand.js";
import { remembered } from "./remembered.js";

/** A polynomial that counts what it is asked for. */
function counted(): { readonly integrand: Integrand; readonly counts: { values: number; majorants: number } } {
  const counts = { values: 0, majorants: 0 };
  const own = polynomial([1, -2, 3]);
  const integrand: Integrand = {
    ...own,
    value(t) {
      counts.values++;
      return own.value(t);
    },
    bounds(low, high, order) {
      counts.majorants++;
      return own.bounds?.(low, high, order) ?? [Infinity];
    },
  };
  return { integrand, counts };
}

test("integrals of a remembered integrand are the same to the last bit, and a second one asks for nothing", () => {
  const { integrand, counts } = counted();
  const quick = remembered(integrand);
  const first = gaussianExpectation(quick);
  expect(first).toEqual(gaussianExpectation(polynomial([1, -2, 3])));
  const asked = { ...counts };
  expect(gaussianExpectation(quick)).toEqual(first);
  expect(counts).toEqual(asked);
  expect(gaussianExpectation(power(quick, 2))).toEqual(gaussianExpectation(power(polynomial([1, -2, 3]), 2)));
});

test("errors are remembered, majorants by both ends and the order, and are the asker's own", () => {
  const { integrand, counts } = counted();
  let errors = 0;
  const error = (t: number) => {
    errors++;
    return 2 * t;
  };
  const quick = remembered({ ...integrand, error });
  expect([quick.error(3), quick.error(3), quick.error(4), errors]).toEqual([6, 6, 8, 2]);
  const [first, again] = [quick.bounds!(0, 1, 2), quick.bounds!(0, 1, 2)];
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
  again[0] = -1;
  expect(quick.bounds!(0, 1, 2)).toEqual(first);
  expect(counts.majorants).toBe(1);
  expect(quick.bounds!(0, 2, 2)).not.toEqual(first);
  expect(quick.bounds!(0, 1, 1)).toHaveLength(2);
  expect(quick.bounds!(-9, 1, 2)).not.toEqual(first);
  expect(counts.majorants).toBe(4);
  expect(remembered({ ...integrand, bounds: null }).bounds).toBeNull();
});
