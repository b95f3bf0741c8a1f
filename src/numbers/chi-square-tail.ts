import type { LogTails } from "./log-incomplete-beta.js";
import { logIncompleteGamma } from "./log-incomplete-gamma.js";
import { logAddExp } from "./log-space.js";

function requireDegrees(k: number): void {
  if (!(k >= 1e-300 && k <= 2 ** 53)) throw new RangeError(`k is ${k}; it must be in [1e-300, 2^53]`);
}

/**
 * log P(χ²_k < k + deviation) and log P(χ²_k > k + deviation) for k degrees of freedom, any real k from 1e-300 to 2^53. The
 * deviation from the mean is an argument of its own because k + deviation loses digits for large k.
 *
 * The tail that leads away from the centre is computed directly and never underflows; the other is its complement.
 * Error of the former's logarithm: below 1e-13 + 1e-15·|log|, so 1e-12 of a probability of 1e-300, and the same relative
 * error of the latter's. Under 1 ms: at most about 10³ steps of a series or fraction.
 *
 * @throws RangeError if k is outside [1e-300, 2^53] or deviation is not finite.
 */
export function logChiSquareTails(k: number, deviation: number): LogTails {
  requireDegrees(k);
  if (!Number.isFinite(deviation)) throw new RangeError(`deviation is ${deviation}; it must be finite`);
  return logIncompleteGamma(k / 2, (k + deviation) / 2, deviation / 2);
}

/**
 * log P(|χ²_k − k| > deviation), 0 for a negative deviation; range and accuracy as `logChiSquareTails`.
 *
 * @throws RangeError if k is outside [1e-300, 2^53] or deviation is not finite.
 */
export function logChiSquareTwoSided(k: number, deviation: number): number {
  const { logUpper } = logChiSquareTails(k, deviation);
  if (deviation < 0) return 0;
  return Math.min(0, logAddExp(logUpper, logChiSquareTails(k, -deviation).logLower));
}
