import { expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import {
  type DoubleDouble,
  dd,
  difference,
  opposite,
  product,
  quotient,
  root,
  scaled,
  sum,
  twoProduct,
  twoSum,
} from "./double-double.js";

const UNIT = 600n;

/** x·2^600, an integer for doubles of which no digit is below 2^−600. */
function exact(x: number): bigint {
  let [whole, halvings] = [x, 0n];
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  return BigInt(whole) << (UNIT - halvings);
}
const whole = ({ high, low }: DoubleDouble) => exact(high) + exact(low);
const size = (x: bigint) => (x < 0n ? -x : x);
/** Whether got/2^600 is numerator/denominator to 2^−100 of itself. */
const close = (got: bigint, numerator: bigint, denominator = 1n) =>
  size(got * denominator - numerator) << 100n <= size(numerator);

const NUMBERS = [
  dd(1),
  dd(1 / 3, 1.85e-17),
  dd(-0.1, 5.5e-18),
  dd(Math.PI, 1.2246467991473532e-16),
  dd(-1e30, 3e13),
  dd(2 ** -90, 2 ** -150),
  dd(1 + 2 ** -30, 2 ** -60),
];
const PAIRS = NUMBERS.flatMap((a) => NUMBERS.map((b) => [a, b] as const));

test("operations are right to 2^−100 of their result, in integers", () => {
  for (const [a, b] of PAIRS) {
    const [x, y] = [whole(a), whole(b)];
    expect(whole(twoSum(a.high, b.low))).toBe(exact(a.high) + exact(b.low));
    expect(whole(twoProduct(a.high, b.high)) << UNIT).toBe(exact(a.high) * exact(b.high));
    expect(close(whole(sum(a, b)), x + y)).toBe(true);
    expect(close(whole(difference(a, b)), x - y)).toBe(true);
    expect(close(whole(product(a, b)), x * y, 1n << UNIT)).toBe(true);
    expect(close(whole(quotient(a, b)), x << UNIT, y)).toBe(true);
  }
  for (const a of NUMBERS.filter(({ high }) => high > 0))
    expect(close(whole(root(a)) ** 2n, whole(a) << UNIT)).toBe(true);
});

test("nought, signs and powers of two are exact", () => {
  expect(root(dd(0))).toEqual(dd(0));
  expect(twoProduct(0, 3)).toEqual(dd(0));
  expect(dd(2)).toEqual({ high: 2, low: 0 });
  expect(opposite(dd(1, 2 ** -60))).toEqual(dd(-1, -(2 ** -60)));
  expect(scaled(dd(1, 2 ** -60), 8)).toEqual(dd(8, 2 ** -57));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("the doubles that operations come to", () => {
  const shown = ({ high, low }: DoubleDouble) => [high, low];
  const all = (a: DoubleDouble, b: DoubleDouble) => [sum(a, b), product(a, b), quotient(a, b)].map(shown);
  expect(callTable(all, PAIRS)).toMatchSnapshot();
  expect(
    callTable(
      (a: DoubleDouble) => shown(root(a)),
      NUMBERS.filter(({ high }) => high > 0).map((a) => [a]),
    ),
  ).toMatchSnapshot();
});
