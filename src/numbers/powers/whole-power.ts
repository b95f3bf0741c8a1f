import { type DoubleDouble, dd, product, twoProduct } from "../intervals/double-double.js";

/** 1/a, of relative error below 2^−100 before it is rounded. */
function reciprocal(a: DoubleDouble): number {
  const first = 1 / a.high;
  const back = twoProduct(first, a.high);
  return first + first * (1 - back.high - back.low - first * a.low);
}

/**
 * x^n for x > 0 and an integer n ≠ 0, |n| ≤ 64, by products of doubled precision: of relative error below 64·2^−102
 * before it is rounded. Null where a product may have left the range in which they are so.
 */
export function wholePower(x: number, n: number): number | null {
  let [result, base] = [dd(1), dd(x)];
  for (let rest = Math.abs(n); ; rest >>= 1) {
    if (rest % 2 === 1) result = product(result, base);
    if (rest === 1) break;
    base = product(base, base);
  }
  // Every factor is between 1 and the result.
  if (!(result.high > 2 ** -900 && result.high < 2 ** 900)) return null;
  return n > 0 ? result.high : reciprocal(result);
}
