import { log1pmx } from "./log1pmx.js";

/**
 * (1+e)·log(1+e) − e for e ≥ −1: the deviance of a Poisson or binomial count whose relative excess over its
 * mean is e. Computed from e itself, so that nothing is lost when count and mean are close.
 */
export function relativeDeviance(e: number): number {
  if (e === -1) return 1;
  return Math.abs(e) > 1 ? (1 + e) * Math.log1p(e) - e : (1 + e) * log1pmx(e) + e * e;
}

/**
 * x·log(x/mean) + mean − x for x ≥ 0, mean > 0 (Loader's bd0), to a few ulp of itself.
 *
 * @param logMean log(mean), which still has its digits when `mean` underflows.
 * @param excess x − mean; pass it where it is known better than the rounded `mean` says.
 */
export function deviance(x: number, mean: number, logMean = Math.log(mean), excess = x - mean): number {
  if (x === 0) return mean;
  // Rounding must not carry it below −1.
  const e = Math.max(-1, excess / mean);
  return e < 1e290 ? mean * relativeDeviance(e) : x * (Math.log(x) - logMean) - excess;
}
