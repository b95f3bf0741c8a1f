/** 1/3, …, 1/19: what is left of the series for |x| ≤ 1 is below 1e-18. */
const INVERSE = Float64Array.from({ length: 17 }, (_, i) => 1 / (i + 3));

/**
 * e^x − 1 − x, without the cancellation near 0. Relative error: below 24·2^−53, as expm1 is right to 2 ulp: the series to
 * 8·2^−53 (its terms come to at most twice its sum), the difference loses a factor of at most 4.4.
 */
export function expm1mx(x: number): number {
  if (Math.abs(x) > 1) return Math.expm1(x) - x;
  let sum = 1;
  // Nine terms do up to 0.05.
  for (let j = Math.abs(x) < 0.05 ? 8 : INVERSE.length - 1; j >= 0; j--) sum = 1 + x * INVERSE[j] * sum;
  return 0.5 * x * x * sum;
}
