import { logIncompleteGamma } from "./log-incomplete-gamma.js";

/**
 * log P(N ≥ count) and log P(N ≤ count) for a Poisson N with the given mean in [0, 2^53] and an integer count, below 0
 * too. −∞ stands for zero.
 *
 * P(N ≥ n) = P(n, mean) and P(N ≤ n) = Q(n + 1, mean), the regularised incomplete gamma functions. The tail that leads
 * away from the mean never underflows. Errors as `tailEnclosure` says.
 *
 * @throws RangeError if the count is no safe integer or the mean is outside [0, 2^53].
 */
export function logPoissonTails(
  count: number,
  mean: number,
): { readonly logAtLeast: number; readonly logAtMost: number } {
  if (!Number.isSafeInteger(count)) throw new RangeError(`count is ${count}; it must be a safe integer`);
  if (!(mean >= 0 && mean <= 2 ** 53)) throw new RangeError(`mean is ${mean}; it must be in [0, 2^53]`);
  if (count < 0) return { logAtLeast: 0, logAtMost: -Infinity };
  return {
    logAtLeast: count === 0 ? 0 : logIncompleteGamma(count, mean, mean - count).logLower,
    logAtMost: logIncompleteGamma(count + 1, mean, mean - (count + 1)).logUpper,
  };
}
