import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import {
  addDown,
  addUp,
  divideDown,
  divideUp,
  multiplyDown,
  multiplyUp,
  nextDown,
  nextUp,
  productRest,
  sqrtDown,
  sqrtUp,
} from "./directed.js";

const MAX = Number.MAX_VALUE;
const FINITE = [0, 1, 1 / 3, -0.1, 3, 2 ** 53 + 2, -(2 ** 960), 1.1 * 2 ** 960, 2 ** -960, 1.3 * 2 ** -961, -5e-324];
const NUMBERS = [...FINITE, 1.5e154, 1e-300, -MAX, 7e-320];
const PAIRS = NUMBERS.flatMap((a) => NUMBERS.map((b) => [a, b] as const));

/** x·2^1074, an integer. */
function exact(x: number): bigint {
  let [whole, halvings] = [x, 0n];
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  return BigInt(whole) << (1074n - halvings);
}

/** Whether low/high are just below and above numerator/denominator, which is in units of 2^−1074. */
function expectAround(low: number, high: number, numerator: bigint, denominator: bigint, name: string): void {
  const sign = denominator < 0n ? -1n : 1n;
  if (low > -Infinity) expect(exact(low) * denominator * sign <= numerator * sign, `${name} from below`).toBe(true);
  if (high < Infinity) expect(exact(high) * denominator * sign >= numerator * sign, `${name} from above`).toBe(true);
}

describe("directed rounding", () => {
  test("sums, products and quotients are on the side of the truth that they are rounded to, in integers", () => {
    const one = 1n << 1074n;
    for (const [a, b] of PAIRS) {
      expectAround(addDown(a, b), addUp(a, b), exact(a) + exact(b), 1n, `${a} + ${b}`);
      expectAround(multiplyDown(a, b), multiplyUp(a, b), exact(a) * exact(b), one, `${a}·${b}`);
      if (b !== 0) expectAround(divideDown(a, b), divideUp(a, b), exact(a) * one, exact(b), `${a}/${b}`);
    }
  });

  test("squares of roots are on either side of what they are roots of, and of squares exact", () => {
    for (const x of [2, 3, 0.1, 2 ** 53 + 2, 1.1 * 2 ** 900, 1e-200, 7e-320, MAX]) {
      expect(exact(sqrtDown(x)) ** 2n <= exact(x) << 1074n).toBe(true);
      expect(exact(sqrtUp(x)) ** 2n >= exact(x) << 1074n).toBe(true);
    }
    for (const x of [1, 3, 1.5, 12345, 2 ** 400]) expect([sqrtDown(x * x), sqrtUp(x * x)]).toEqual([x, x]);
  });

  test("what is exact stays as it is", () => {
    expect([addUp(0.25, 0.5), addDown(0.25, 0.5)]).toEqual([0.75, 0.75]);
    expect([multiplyUp(1.5, -3), multiplyDown(1.5, -3)]).toEqual([-4.5, -4.5]);
    expect([divideUp(-4.5, 3), divideDown(-4.5, 3), divideUp(4.5, -3)]).toEqual([-1.5, -1.5, -1.5]);
    expect(productRest(2 ** 27 + 1, 2 ** 27 + 1, 2 ** 54 + 2 ** 28)).toBe(1);
  });

  test("neighbours are the next doubles where numbers are normal", () => {
    expect([nextUp(1), nextDown(1), nextUp(-1)]).toEqual([1 + 2 ** -52, 1 - 2 ** -53, -1 + 2 ** -53]);
    expect([nextUp(0), nextDown(0), nextUp(MAX), nextDown(Infinity)]).toEqual([5e-324, -5e-324, Infinity, MAX]);
    expect([nextUp(-Infinity), nextUp(Infinity), nextDown(-Infinity)]).toEqual([-MAX, Infinity, -Infinity]);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("rounded sums, products and quotients at every size", () => {
  const infinite = [Infinity, -Infinity].flatMap((x) =>
    [0, 1, -MAX].flatMap((y) => [[x, y] as const, [y, x] as const]),
  );
  const table = callTable(
    (a: number, b: number) => [addUp(a, b), multiplyUp(a, b), b === 0 ? null : divideUp(a, b), multiplyDown(a, b)],
    [...PAIRS, ...infinite],
  );
  expect(table).toMatchSnapshot();
  expect(
    callTable(
      (x: number) => [sqrtDown(x), sqrtUp(x)],
      [...FINITE, MAX, Infinity].filter((x) => x >= 0).map((x) => [x]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      (a: number, b: number) => [addDown(a, b), divideDown(a, b)],
      PAIRS.filter(([, b]) => b === 1 / 3 || b === -0.1),
    ),
  ).toMatchSnapshot();
});
