import { expect, test } from "vitest";
import { INVERSE_FACTORIAL } from "./inverse-factorial.js";

/** x·2^1074, an integer. */
function exact(x: number): bigint {
  let [whole, halvings] = [x, 0n];
  for (; !Number.isInteger(whole); halvings++) whole *= 2;
  return BigInt(whole) << (1074n - halvings);
}

test("1/n! is right to 2^−105 of itself, in integers, and the second double is below an ulp of the first", () => {
  expect(INVERSE_FACTORIAL).toHaveLength(31);
  let factorial = 1n;
  INVERSE_FACTORIAL.forEach(({ high, low }, n) => {
    if (n > 0) factorial *= BigInt(n);
    const off = (exact(high) + exact(low)) * factorial - (1n << 1074n);
    expect((off < 0n ? -off : off) << 105n <= 1n << 1074n, `1/${n}!`).toBe(true);
    expect(Math.abs(low)).toBeLessThanOrEqual(high * 2 ** -53);
  });
});
