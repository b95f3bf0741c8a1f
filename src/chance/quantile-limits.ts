import { logBinomialTails } from "../numbers/binomial-tails.js";
import { firstWhere } from "./first-where.js";

/** An interval for a quantile, and the order statistics that it ends at: rank 1 is the smallest value of the sample. */
export interface QuantileLimits {
  /** −∞ where the sample is too small for a lower limit. */
  readonly lower: number;
  /** +∞ where the sample is too small for an upper limit. */
  readonly upper: number;
  /** 0 with lower = −∞. */
  readonly lowerRank: number;
  /** n + 1 with upper = +∞. */
  readonly upperRank: number;
}

/**
 * Confidence limits for the q-quantile of the law of an independent sample, whatever that law, at two-sided level
 * alpha: each limit is on the wrong side with probability at most alpha/2. For any ξ with P(X < ξ) ≤ q ≤ P(X ≤ ξ),
 *
 *   P(X₍ₗ₎ > ξ) = P(fewer than l of X₁ … Xₙ are ≤ ξ) ≤ P(Bin(n, q) < l),   P(X₍ᵤ₎ < ξ) ≤ P(Bin(n, q) ≥ u);
 *
 * lower is the largest and upper the smallest order statistic for which the right side is at most alpha/2. Valid for a
 * sample size fixed beforehand, not for one that was stopped by looking at it.
 *
 * @throws RangeError if the sample is empty or holds NaN, or q or alpha is outside (0, 1).
 */
export function quantileLimits(sample: ArrayLike<number>, q: number, alpha: number): QuantileLimits {
  const n = sample.length;
  if (n === 0) throw new RangeError("sample is empty; it must hold at least one number");
  if (!(q > 0 && q < 1)) throw new RangeError(`q is ${q}; it must be in (0, 1)`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
  const sorted = Float64Array.from(sample).toSorted();
  // NaN sorts last.
  if (Number.isNaN(sorted[n - 1])) throw new RangeError("sample holds NaN; it must hold numbers only");
  const allowed = Math.log(alpha / 2);
  // The largest l with P(Bin < l) ≤ alpha/2 is the least count c with P(Bin ≤ c) > alpha/2.
  const lowerRank = firstWhere(0, n, (count) => logBinomialTails(count, n, q).logAtMost > allowed);
  const upperRank = firstWhere(1, n, (rank) => logBinomialTails(rank, n, q).logAtLeast <= allowed);
  return {
    lower: lowerRank === 0 ? -Infinity : sorted[lowerRank - 1],
    upper: upperRank > n ? Infinity : sorted[upperRank - 1],
    lowerRank,
    upperRank,
  };
}
