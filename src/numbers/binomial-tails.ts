import { logIncompleteBeta } from "./log-incomplete-beta.js";

/**
 * log P(Bin(trials, probability) ≥ count) and log P(Bin(trials, probability) ≤ count) for a probability in [0, 1] and
 * integers trials ≥ 1 and count, below 0 or above trials too. −∞ stands for zero.
 *
 * @throws RangeError if the probability is outside [0, 1].
 */
export function logBinomialTails(
  count: number,
  trials: number,
  probability: number,
): { readonly logAtLeast: number; readonly logAtMost: number } {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`probability is ${probability}; it must be in [0, 1]`);
  if (probability === 0 || probability === 1) {
    const sure = probability * trials;
    return { logAtLeast: count <= sure ? 0 : -Infinity, logAtMost: count >= sure ? 0 : -Infinity };
  }
  if (count < 0) return { logAtLeast: 0, logAtMost: -Infinity };
  if (count > trials) return { logAtLeast: -Infinity, logAtMost: 0 };
  // P(Bin ≥ v) = I_p(v, n−v+1) and P(Bin ≤ v) = 1 − I_p(v+1, n−v).
  return {
    logAtLeast: count === 0 ? 0 : logIncompleteBeta(probability, count, trials - count + 1).logLower,
    logAtMost: count === trials ? 0 : logIncompleteBeta(probability, count + 1, trials - count).logUpper,
  };
}
