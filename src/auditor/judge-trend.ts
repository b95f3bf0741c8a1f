import { quantileLimits } from "../chance/quantile-limits.js";
import type { Cell } from "./cell.js";
import type { ClaimOf } from "./claim.js";
import type { Batch } from "./draw-batch.js";
import type { Finding } from "./finding.js";
import { type TrendPointLimits, trendFinding } from "./trend-finding.js";
import type { TrendParts } from "./trend-parts.js";

const MOST_DRAWS = 1024;

/** What a trend is judged from. */
export interface TrendSetting {
  readonly claim: ClaimOf<"trend">;
  readonly cell: Cell;
  readonly parts: TrendParts;
  readonly alpha: number;
  /** The probability that the end of an enclosure that supports the bound misses the truth. */
  readonly uncertainty: number;
  /** The most draws at each size, whatever the trend asks for. */
  readonly affordable: number;
  /** `draws` draws at one cell of the grid. */
  source(cell: Cell, draws: number): AsyncIterable<Batch>;
}

/** What quantile is followed, and how far the quantiles of the enclosures' ends may be from it. */
interface Followed {
  readonly q: number;
  /** The probabilities that the lower end is above the truth, and the upper one below. */
  readonly doubts: readonly [lower: number, upper: number];
}

/** The geometric middle of an interval, or its upper end where there is none. */
export const between = (lower: number, upper: number) => (lower > 0 ? Math.sqrt(lower) * Math.sqrt(upper) : upper);

/** Quantile limits, open where the quantile is none. */
function openLimits(sample: Float64Array, q: number, alpha: number) {
  return q > 0 && q < 1 ? quantileLimits(sample, q, alpha) : { lower: -Infinity, upper: Infinity };
}

/**
 * Both limits for the quantile of an observed quantity X that is known by enclosures, and a point between them. Where
 * the upper end U is below X with probability at most δ, P(X ≤ y) ≥ P(U ≤ y) − δ, so that the q-quantile of X is at most
 * the (q + δ)-quantile of U; likewise from below.
 */
function limitsOf(lower: Float64Array, upper: Float64Array, { q, doubts }: Followed, alpha: number) {
  const [fromLower, fromUpper] = [openLimits(lower, q - doubts[0], alpha), openLimits(upper, q + doubts[1], alpha)];
  const [least, most] = [lower, upper].map(
    (ends) => ends.toSorted()[Math.min(ends.length - 1, Math.floor(q * ends.length))],
  );
  // A quantity that may be 0 has a slope that may be anything.
  return { lower: Math.max(0, fromLower.lower), upper: fromUpper.upper, middle: between(least, most) };
}

async function collect(source: AsyncIterable<Batch>, draws: number): Promise<[Float64Array, Float64Array]> {
  const [lower, upper] = [new Float64Array(draws), new Float64Array(draws)];
  let at = 0;
  for await (const batch of source) {
    lower.set(batch.lower, at);
    upper.set(batch.upper, at);
    at += batch.lower.length;
  }
  return [lower, upper];
}

/**
 * Decides a trend: a fixed number of draws at each size, distribution-free limits for the quantile at all sizes at once
 * (level alpha shared out, two-sided), and from these the exponents that are possible.
 */
export async function judgeTrend(exponentBound: number, setting: TrendSetting): Promise<Finding> {
  const { claim, cell, parts, alpha } = setting;
  const { trend } = claim;
  const { grid } = parts;
  const draws = Math.min(trend.draws ?? MOST_DRAWS, setting.affordable);
  const q = trend.quantile ?? 0.5;
  const followed: Followed = {
    q,
    doubts: claim.relation === ">=" ? [setting.uncertainty, 0] : [0, setting.uncertainty],
  };
  const points: TrendPointLimits[] = [];
  for (const point of grid) {
    const [lower, upper] = await collect(setting.source(point.cell, draws), draws);
    points.push(limitsOf(lower, upper, followed, alpha / grid.length));
  }
  return trendFinding({ claim, cell, parts, points }, exponentBound, {
    method: "sampled",
    draws: draws * grid.length,
    alpha,
  });
}
