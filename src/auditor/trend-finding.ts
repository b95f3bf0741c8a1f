import { logLogSlope, logLogSlopeLimits } from "../chance/log-log-slope.js";
import { finiteOrNull } from "../numbers/finite-or-null.js";
import type { Cell } from "./cell.js";
import type { ClaimOf, Relation } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import type { TrendParts } from "./trend-parts.js";

/** What is known at one size of the grid: limits for what is followed, and a point between them. */
export interface TrendPointLimits {
  readonly lower: number;
  readonly upper: number;
  readonly middle: number;
}

/** A trend with what was found at each of its sizes. */
export interface FollowedTrend {
  readonly claim: ClaimOf<"trend">;
  /** The cell that was asked for. */
  readonly cell: Cell;
  readonly parts: TrendParts;
  readonly points: readonly TrendPointLimits[];
}

const number = (x: number) => String(Number(x.toPrecision(4)));

/** Large sizes by their leading digits. */
const sizeText = (n: number) => (n < 1e6 ? String(n) : Number(n.toPrecision(3)).toExponential().replace("e+", "e"));

function rangeText({ lower, upper }: Readonly<{ lower: number; upper: number }>): string {
  if (lower > -Infinity && upper < Infinity) return `lies between ${number(lower)} and ${number(upper)}`;
  if (upper < Infinity) return `is at most ${number(upper)}`;
  return lower > -Infinity ? `is at least ${number(lower)}` : "is open on both sides";
}

/**
 * Where the grid begins, if not at the cell: a reading of an order may start at larger sizes than those asked for, and the row, whose cell is
 * what was asked, then says what was judged.
 */
function startText({ claim, cell, parts }: Pick<FollowedTrend, "claim" | "cell" | "parts">): string {
  const first = parts.grid[0].cell;
  const moved = claim.parameters.filter(({ name }) => first[name] !== cell[name]);
  if (moved.length === 0) return "";
  const valuesOf = (at: Cell) =>
    moved.map(({ name, symbol }) => `${symbol === "" ? name : symbol} = ${at[name]}`).join(", ");
  return `the grid begins at ${valuesOf(first)}, beyond the cell's ${valuesOf(cell)}: `;
}

/** The exponents that a relation allows. */
function allowedExponents(relation: Relation, bound: number, tolerance: number): readonly [number, number] {
  if (relation === "=") return [bound - tolerance, bound + tolerance];
  return relation === "<=" ? [-Infinity, bound] : [bound, Infinity];
}

/**
 * The least and the largest least-squares exponent that the limits at the sizes allow, and the verdict on "at most (at
 * least, within the tolerance of) exponentBound": refuted where all of them are beyond it, supported where none is.
 */
export function trendFinding(
  followed: FollowedTrend,
  exponentBound: number,
  how: Pick<Finding, "method" | "draws" | "alpha">,
): Finding {
  const { claim, parts, points } = followed;
  const { grid, printedExponent, resolution } = parts;
  const sizes = grid.map(({ size }) => size);
  const [lower, upper] = [points.map((point) => point.lower), points.map((point) => point.upper)];
  const limits = logLogSlopeLimits(sizes, lower, upper);
  const exponent = logLogSlope(
    sizes,
    points.map(({ middle }) => middle),
  );
  const { relation } = claim;
  const [least, most] = allowedExponents(relation, exponentBound, resolution);
  const isWithin = limits.lower >= least && limits.upper <= most;
  const isBeyond = limits.lower > most || limits.upper < least;
  const verdict = isBeyond ? "refuted" : isWithin ? "supported" : "inconclusive";
  const says = { refuted: "beyond", supported: "within", inconclusive: "which does not settle" }[verdict];
  const symbol = { "<=": "at most", ">=": "at least", "=": `${number(resolution)} of` }[relation];
  return {
    ...NOTHING_MEASURED,
    ...how,
    verdict,
    reason: `${startText(followed)}over sizes ${sizes.map(sizeText).join(", ")} the exponent ${rangeText(limits)} (printed ${number(printedExponent)}), ${says} ${symbol} ${number(exponentBound)}`,
    bound: exponentBound,
    observedQuantile: finiteOrNull(exponent),
    grid: sizes,
    gridLower: lower,
    gridUpper: upper.map(finiteOrNull),
    exponent: finiteOrNull(exponent),
    exponentLower: finiteOrNull(limits.lower),
    exponentUpper: finiteOrNull(limits.upper),
    printedExponent,
  };
}
