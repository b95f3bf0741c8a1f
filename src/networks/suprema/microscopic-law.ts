import { logAddExp } from "../../numbers/log-space.js";
import { logBinomialTail, logChiSquareTail, logSubsets } from "./law-tails.js";
import type { ReluBall } from "./relu-law.js";

/** The ratio of successive numbers of neurons at which the best one is sought. */
const RATIO = 1.3;

/** A ball and how far apart two of its points are at most: log ε. */
export interface MicroscopicBall extends ReluBall {
  readonly logEpsilon: number;
}

/**
 * log of an upper bound on the probability that more than m activations differ between x + δ and x + δ', for some ‖δ‖ ≤ R
 * and ‖δ − δ'‖ ≤ ε; R < √d, d ≥ 3.
 *
 * A neuron that differs has |w·(x + δ)| ≤ ε‖w‖. An ε-net of the ball, of at most (1 + 2R/ε)^d points, has one with
 * |w·(x + δ₀)| ≤ 2ε‖w‖ for the same neurons. The direction of w is uniform, and the cosine of its angle to x + δ₀ has a
 * density of at most √((d − 1)/2π), so that each of the k neurons does so with probability at most
 * q = 4ε√((d − 1)/2π)/(√d − R), independently.
 */
export function logDifferingTail({ d, k, radius, logEpsilon }: MicroscopicBall, m: number): number {
  if (m >= k) return -Infinity;
  const logQ = Math.log(4) + logEpsilon + Math.log((d - 1) / (2 * Math.PI)) / 2 - Math.log(Math.sqrt(d) - radius);
  const net = d * (Math.log(2 * radius) - logEpsilon + Math.log1p(Math.exp(logEpsilon) / (2 * radius)));
  return Math.min(0, net + logBinomialTail(k, Math.min(1, Math.exp(logQ)), Math.floor(m) + 1));
}

/**
 * log of an upper bound on P(sup ‖∇f(x + δ) − ∇f(x + δ')‖ > y) over the same points: at most m neurons differ, and then the
 * supremum is at most that of ‖Σ_T ±aw‖/√k over the sets T of m neurons or fewer and all signs, where the sum is N(0,
 * (|T|/d)I_d) for each.
 */
export function logMicroscopicTail(ball: MicroscopicBall, y: number): number {
  const { d, k } = ball;
  let best = 0;
  for (let m = 1; ; m = Math.min(k, Math.ceil(m * RATIO))) {
    const sums = logSubsets(k, m) + m * Math.LN2 + logChiSquareTail(d, (k * y * y) / m);
    best = Math.min(best, logAddExp(logDifferingTail(ball, m), Math.min(0, sums)));
    // More neurons make the second part larger.
    if (m === k || sums > 0) return best;
  }
}
