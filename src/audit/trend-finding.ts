import type { Given, Name } from "../network/parameters.js";
import { finiteOrNull } from "../special/finite-or-null.js";
import { logLogSlope, logLogSlopeLimits } from "../statistics/log-log-slope.js";
import type { LooseCell } from "./cell.js";
import type { Relation, Trend } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";

/** What is known at one size of the grid: limits for what is followed, and a point between them. */
export interface TrendPointLimits {
  readonly lower: number;
  readonly upper: number;
  readonly middle: number;
}

/** A trend with what was found at each of its sizes. */
export interface FollowedTrend {
  readonly trend: Trend<Name, LooseCell>;
  readonly given: Given<Name>;
  readonly relation: Relation;
  readonly sizes: readonly number[];
  readonly points: readonly TrendPointLimits[];
}

const number = (x: number) => String(Number(x.toPrecision(4)));

function rangeText({ lower, upper }: Readonly<{ lower: number; upper: number }>): string {
  if (lower > -Infinity && upper < Infinity) return `lies between ${number(lower)} and ${number(upper)}`;
  if (upper < Infinity) return `is at most ${number(upper)}`;
  return lower > -Infinity ? `is at least ${number(lower)}` : "is open on both sides";
}

/**
 * The least and the largest least-squares exponent that the limits at the sizes allow, and the verdict on "at most (at
 * least) exponentBound": refuted where even the best of them is beyond it, supported where even the worst is not.
 */
export function trendFinding(
  { trend, given, relation, sizes, points }: FollowedTrend,
  exponentBound: number,
  how: Pick<Finding, "method" | "draws" | "alpha">,
): Finding {
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
    ...how,
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
