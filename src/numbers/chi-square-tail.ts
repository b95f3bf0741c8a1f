import { gammaKernel, logIncompleteGamma } from "./log-incomplete-gamma.js";
import { logAddExp } from "./log-space.js";
import type { LogEnclosure } from "./sums/log-enclosure.js";
import { type LogTails, tailEnclosure } from "./tail-error.js";

function requireDegrees(k: number): void {
  if (!(k >= 1e-300 && k <= 2 ** 54)) throw new RangeError(`k is ${k}; it must be in [1e-300, 2^54]`);
}

/**
 * log P(χ²_k < k + deviation) and log P(χ²_k > k + deviation) for k degrees of freedom, any real k from 1e-300 to 2^54,
 * twice the largest shape of a Gamma law. The deviation from the mean is an argument of its own because k + deviation loses
 * digits for large k.
 *
 * The tail that leads away from the centre is computed directly and never underflows; the other is its complement. Errors as
 * `tailEnclosure` says.
 *
 * @throws RangeError if k is outside [1e-300, 2^54] or deviation is not finite.
 */
export function logChiSquareTails(k: number, deviation: number): LogTails {
  requireDegrees(k);
  if (!Number.isFinite(deviation)) throw new RangeError(`deviation is ${deviation}; it must be finite`);
  return logIncompleteGamma(k / 2, (k + deviation) / 2, deviation / 2);
}

/**
 * log P(|χ²_k − k| > deviation), 0 for a negative deviation; range and accuracy as `logChiSquareTails`.
 *
 * @throws RangeError if k is outside [1e-300, 2^54] or deviation is not finite.
 */
export function logChiSquareTwoSided(k: number, deviation: number): number {
  const { logUpper } = logChiSquareTails(k, deviation);
  if (deviation < 0) return 0;
  return Math.min(0, logAddExp(logUpper, logChiSquareTails(k, -deviation).logLower));
}

const widened = (log: number, by: number): LogEnclosure => {
  const { logLower, logUpper } = tailEnclosure(log);
  return { logLower: logLower - by, logUpper: Math.min(0, logUpper + by) };
};

/**
 * Enclosures of both tails where k + deviation is known to ± `error` only, as d·b² − d is, whose rounding counts for large d.
 *
 * With x = (k + deviation)/2, a = k/2 and δ the relative error of x, log F moves by at most δ times the largest
 * d log F/d log x = K/F on the way, K = x^a e^(−x)/Γ(a); and log(K/F) itself by at most δ(K/F + |a − x| + δx).
 *
 * @throws RangeError as `logChiSquareTails`.
 */
export function chiSquareTails(
  k: number,
  deviation: number,
  error: number,
): { readonly lower: LogEnclosure; readonly upper: LogEnclosure } {
  const { logLower, logUpper } = logChiSquareTails(k, deviation);
  const sum = k + deviation;
  if (error === 0) return { lower: widened(logLower, 0), upper: widened(logUpper, 0) };
  const logKernel = gammaKernel(k / 2, sum / 2, deviation / 2).log;
  const [delta, slopes] = [error / sum, [logLower, logUpper].map((log) => Math.exp(logKernel - log))];
  if (!(delta * (Math.max(...slopes) + Math.abs(deviation) + error) <= 0.1) || sum <= error) {
    const [least, most] = [logChiSquareTails(k, deviation - error), logChiSquareTails(k, deviation + error)];
    return {
      lower: { logLower: widened(least.logLower, 0).logLower, logUpper: widened(most.logLower, 0).logUpper },
      upper: { logLower: widened(most.logUpper, 0).logLower, logUpper: widened(least.logUpper, 0).logUpper },
    };
  }
  const [below, above] = slopes.map((slope) => 1.2 * delta * slope);
  return { lower: widened(logLower, below), upper: widened(logUpper, above) };
}
