import type { Given, Name } from "../network/parameters.js";
import { finiteOrNull } from "../special/finite-or-null.js";
import { logLogSlope, logLogSlopeLimits } from "../statistics/log-log-slope.js";
import { quantileLimits } from "../statistics/quantile-limits.js";
import type { LooseCell } from "./cell.js";
import type { Trend } from "./claim.js";
import type { Batch } from "./draw-batch.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import type { Statement } from "./statement.js";

const MOST_DRAWS = 1024;

/** What a trend is judged from. */
export interface TrendSetting {
  readonly trend: Trend<Name, LooseCell>;
  readonly cell: LooseCell;
  readonly given: Given<Name>;
  readonly alpha: number;
  /** The probability that the end of an enclosure that supports the bound misses the truth. */
  readonly uncertainty: number;
  /** The most draws at each size, whatever the trend asks for. */
  readonly affordable: number;
  /** `draws` draws at one cell of the grid. */
  source(cell: LooseCell, draws: number): AsyncIterable<Batch>;
}

/** What quantile is followed, and how far the quantiles of the enclosures' ends may be from it. */
interface Followed {
  readonly q: number;
  /** The probabilities that the lower end is above the truth, and the upper one below. */
  readonly doubts: readonly [lower: number, upper: number];
}

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
  const middle = upper.toSorted()[Math.min(upper.length - 1, Math.floor(q * upper.length))];
  // A quantity that may be 0 has a slope that may be anything.
  return { lower: Math.max(0, fromLower.lower), upper: fromUpper.upper, middle };
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

const number = (x: number) => String(Number(x.toPrecision(4)));

function rangeText({ lower, upper }: Readonly<{ lower: number; upper: number }>): string {
  if (lower > -Infinity && upper < Infinity) return `lies between ${number(lower)} and ${number(upper)}`;
  if (upper < Infinity) return `is at most ${number(upper)}`;
  return lower > -Infinity ? `is at least ${number(lower)}` : "is open on both sides";
}

/**
 * Decides a trend: a fixed number of draws at each size, distribution-free limits for the quantile at all sizes at once
 * (level alpha shared out, two-sided), and from these the least and the largest least-squares exponent. Refuted where
 * even the least is beyond the form's exponent, supported where even the largest is not.
 */
export async function judgeTrend(
  { claim: { relation } }: Statement,
  exponentBound: number,
  setting: TrendSetting,
): Promise<Finding> {
  const { trend, given, alpha } = setting;
  const grid = trend.grid(given, setting.cell);
  const sizes = grid.map(({ size }) => size);
  const draws = Math.min(trend.draws ?? MOST_DRAWS, setting.affordable);
  const q = trend.quantile ?? 0.5;
  const followed: Followed = { q, doubts: relation === ">=" ? [setting.uncertainty, 0] : [0, setting.uncertainty] };
  const points: ReturnType<typeof limitsOf>[] = [];
  for (const { cell } of grid) {
    const [lower, upper] = await collect(setting.source(cell, draws), draws);
    points.push(limitsOf(lower, upper, followed, alpha / grid.length));
  }
  const [lower, upper] = [points.map((point) => point.lower), points.map((point) => point.upper)];
  const limits = logLogSlopeLimits(sizes, lower, upper);
  const exponent = logLogSlope(
    sizes,
    points.map(({ middle }) => middle),
  );
  const [best, worst] = relation === "<=" ? [limits.lower, limits.upper] : [-limits.upper, -limits.lower];
  const allowed = relation === "<=" ? exponentBound : -exponentBound;
  const verdict = best > allowed ? "refuted" : worst <= allowed ? "supported" : "inconclusive";
  const says = { refuted: "beyond", supported: "within", inconclusive: "which does not settle" }[verdict];
  return {
    ...NOTHING_MEASURED,
    method: "sampled",
    draws: draws * grid.length,
    alpha,
    verdict,
    reason: `over sizes ${sizes.join(", ")} the exponent ${rangeText(limits)}, ${says} ${relation === "<=" ? "at most" : "at least"} ${number(exponentBound)}`,
    bound: exponentBound,
    observedQuantile: finiteOrNull(exponent),
    grid: sizes,
    gridLower: lower,
    gridUpper: upper.map(finiteOrNull),
    exponent: finiteOrNull(exponent),
    exponentLower: finiteOrNull(limits.lower),
    exponentUpper: finiteOrNull(limits.upper),
    printedExponent: trend.printedExponent(given),
  };
}
