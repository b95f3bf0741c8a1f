import type { LogProbability } from "lemmacheck";
import { logBetaTails, tailEnclosure } from "lemmacheck/probability";

/**
 * log P(|f(x)| > t‖∇f(x)‖) for ‖x‖ = √d, given that ∇f(x) ≠ 0: f(x) = x·∇f(x) for ψ linear on either side of 0, at any
 * depth, and the angle between x and ∇f(x) is that of a uniform direction, cos² ~ Beta(½, (d − 1)/2).
 *
 * One hidden layer: given |u_ℓ| and sign(u_ℓ), a_ℓ is a fair sign still, so that a_ℓu_ℓ ~ N(0, 1) whatever slope ψ'(u_ℓ)
 * has: f(x) ~ N(0, Σψ'²/k), and the gradient across x is N(0, (Σψ'²/k)I/d), independent of it. For ReLU and more layers,
 * by induction from the last: with 1/Q_{l+1} ~ χ²_1 the scalars of a layer (docs/laws-deep.md) give
 * 1/Q_l = χ²_n·N²/(N² + χ²_{n−1}) = χ²_n·Beta(½, (n − 1)/2) ~ χ²_1, and ‖∇f‖²‖x‖²/f² = 1 + χ²_{d−1}Q_1.
 */
export function logAngleTail(d: number, t: number): LogProbability {
  if (t < 0) return { logLower: 0, logUpper: 0 };
  const square = (t / d) * t;
  if (square >= 1) return { logLower: -Infinity, logUpper: -Infinity };
  if (d === 1) return { logLower: 0, logUpper: 0 };
  return tailEnclosure(logBetaTails(1 / 2, (d - 1) / 2, square).logUpper);
}

/** log P(every layer has an active neuron) for ReLU: a layer has none with probability 2^−k, given those below. */
export function logAlive(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + Math.log1p(-(2 ** -width)), 0);
}

/** log P(some layer has none). */
export function logDead(widths: readonly number[]): LogProbability {
  const log = Math.log(-Math.expm1(logAlive(widths)));
  // With all widths above 1000 both logarithms are those of 0.
  if (log === -Infinity) return { logLower: -Infinity, logUpper: -1000 * Math.LN2 + Math.log(widths.length) };
  return tailEnclosure(log);
}

/** Both at once. */
export function plus({ logLower, logUpper }: LogProbability, log: number): LogProbability {
  return { logLower: logLower + log, logUpper: logUpper + log };
}
