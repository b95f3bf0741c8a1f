import gammaln from "@stdlib/math-base-special-gammaln";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * log Γ(a+1) − [(a + ½)·log a − a + ½·log 2π] for a > 0: what Stirling's formula leaves out.
 *
 * From a = 12 on by the asymptotic series Σ B_{2j}/(2j(2j−1)a^{2j−1}), below by its definition;
 * absolute error below 1e-14 (Loader 2000, "Fast and accurate computation of binomial probabilities").
 */
export function stirlingError(a: number): number {
  if (a < 12) return gammaln(a + 1) - (a + 0.5) * Math.log(a) + a - HALF_LOG_TWO_PI;
  const s = 1 / (a * a);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) / a;
}
