import { describe, expect, test } from "vitest";
import { logNormalUpperTail } from "../normal-tail.js";
import { callTable } from "../testing/call-table.js";
import type { Cumulants } from "./cumulants.js";
import { laplace } from "./laplace-tail.js";
import { chernoffBound, saddle, sharedTilts, tiltedDeviation } from "./saddle.js";

/** N(0, 1): K(c) = c²/2. */
const normal: Cumulants = { ...laplace, deviation: 1, edge: Infinity, real: (c) => ({ value: (c * c) / 2, slope: c }) };
/** A fair sign: K(c) = log cosh c, bounded by 1. */
const sign: Cumulants = {
  ...normal,
  supremum: 1,
  real: (c) => ({ value: c + Math.log1p(Math.exp(-2 * c)) - Math.LN2, slope: Math.tanh(c) }),
};
const LAWS = [normal, sign, laplace];
const CALLS = LAWS.flatMap((_, law) =>
  [1, 20, 1e6, 2 ** 53].flatMap((k) => [0, 0.3, 2, 9, 41, 1e4].map((z) => [law, k, z * Math.sqrt(k)] as const)),
);

describe("saddles", () => {
  test("of the normal law solve kc − T − 1/c = 0", () => {
    for (const k of [1, 100, 1e10])
      for (const z of [0, 1, 20]) {
        const T = z * Math.sqrt(k);
        const truth = (T + Math.sqrt(T * T + 4 * k)) / (2 * k);
        expect(saddle(normal, k, T) / truth - 1).toBeCloseTo(0, 2);
      }
  });

  test("give Chernoff's bound, which is above the tail", () => {
    for (const z of [0, 1, 20, 38]) {
      const bound = chernoffBound(normal, 9, 3 * z, saddle(normal, 9, 3 * z));
      expect(bound).toBeGreaterThanOrEqual(logNormalUpperTail(z));
      expect(bound).toBeLessThanOrEqual(-0.5 * z * z + 2);
    }
    expect(chernoffBound({ ...normal, real: () => ({ value: Infinity, slope: Infinity }) }, 1, Infinity, 1)).toBe(0);
  });

  test("lie within M's range where that ends before the saddle, so that the bound says something", () => {
    const ended: Cumulants = { ...normal, real: (c) => ({ value: c <= 3 ? (c * c) / 2 : Infinity, slope: c }) };
    const c = saddle(ended, 1, 10);
    expect(c).toBeLessThanOrEqual(3);
    expect(c).toBeGreaterThan(2.9);
    expect(chernoffBound(ended, 1, 10, c)).toBeCloseTo(4.5 - 30, 0);
  });

  test("deviations of tilted laws are √k times the root of K''", () => {
    expect(tiltedDeviation(normal, 100, 3)).toBeCloseTo(10, 10);
    expect(tiltedDeviation(sign, 4, 0.5)).toBeCloseTo(2 / Math.cosh(0.5), 4);
    // K'' = 2(1 + c²)/(1 − c²)².
    expect(tiltedDeviation(laplace, 1, 0.5)).toBeCloseTo(Math.sqrt(2.5 / 0.75 ** 2), 3);
  });

  test("shared tilts do not depend on what was asked before, and rise with the threshold", () => {
    const used = sharedTilts(laplace, 10, 1);
    for (const T of [50, 3, 400]) used(T);
    let before = 0;
    for (const T of [0, 1, 2, 5, 9, 30, 50, 100, 400]) {
      expect(used(T)).toEqual(sharedTilts(laplace, 10, 1)(T));
      expect(used(T)!.tilt).toBeGreaterThanOrEqual(before);
      before = used(T)!.tilt;
    }
    expect(used(1e6)).toBeNull();
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("saddles, bounds and tilts to the last bit", () => {
  expect(
    callTable((law: number, k: number, T: number) => {
      const c = saddle(LAWS[law], k, T);
      return [c, chernoffBound(LAWS[law], k, T, c), tiltedDeviation(LAWS[law], k, c)];
    }, CALLS),
  ).toMatchSnapshot();
  for (const width of [1, 3])
    expect(
      callTable((law: number, k: number, T: number) => sharedTilts(LAWS[law], k, width)(T), CALLS),
    ).toMatchSnapshot();
  // Thresholds one by one across an end of a tilt.
  const shared = sharedTilts(normal, 4, 1);
  expect(
    callTable(
      shared,
      [1.9, 1.99, 2.01, 3.9, 4.1, 77, 79, 81, 82, 83, 90].map((T) => [T]),
    ),
  ).toMatchSnapshot();
});
