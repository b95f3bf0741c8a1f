import type { Relation } from "../claim.js";
import { type Comparison, outcome } from "../tally.js";
import { beyond } from "./beyond.js";
import { logOddsOver } from "./log-odds-over.js";

/** What a draw showed: the left side from both ends, and the right side. */
export interface DrawSeen {
  readonly lower: number;
  readonly upper: number;
  readonly bound: number;
}

/** Evidence from which on fresh draws decide: less comes by chance time and again. */
const EVIDENCE = 3;
/** The excess where there is no evidence at all. */
const DOUBTFUL = 0.3;
/** Relative error of an average that is rounding alone, amply. */
const ROUNDING = 2 ** -40;
/** No excess is larger. */
const MOST = 1e6;

/** log of the likelihood ratio, a draw, of a rate against what is allowed: Kullback and Leibler's divergence. */
function divergence(rate: number, allowed: number): number {
  const part = (p: number, q: number) => (p > 0 ? p * Math.log(p / q) : 0);
  return part(rate, allowed) + part(1 - rate, 1 - allowed);
}

/** Whether it is as good as certain, to a look, on which side of what is allowed the failures are. */
export const isClear = (failures: number, draws: number, allowed: number): boolean =>
  allowed > 0 ? draws * divergence(failures / draws, allowed) > 2 * EVIDENCE : failures > 0;

/** The relation that a comparison is, but for what equality does. */
const relationOf = (comparison: Comparison): Relation =>
  comparison === "<" ? "<=" : comparison === ">" ? ">=" : comparison;

/** A guess at how far the share of failures exceeds what is allowed. */
export function rateExcess(seen: readonly DrawSeen[], comparison: Comparison, allowed: number): number {
  const { length: draws } = seen;
  const failures = seen.filter(({ lower, upper, bound }) => outcome(lower, upper, bound, comparison) < 0).length;
  const rate = failures / draws;
  if (allowed === 0 && failures > 0) return 1 + rate;
  if (rate > allowed) {
    const each = divergence(rate, allowed);
    const evidence = draws * each;
    return evidence > EVIDENCE ? each : (evidence - EVIDENCE) * 1e-3;
  }
  // As the failure probability is compared where it is computed; where none was seen, by how far off the nearest draw is.
  const least = 0.5 / (draws + 1);
  const likely = logOddsOver(Math.log(least * (2 * failures + 1)), Math.log(Math.max(allowed, least)));
  if (failures > 0) return Math.min(-DOUBTFUL, likely);
  const relation = relationOf(comparison);
  let nearest = -MOST;
  for (const { lower, upper, bound } of seen) nearest = Math.max(nearest, beyond(lower, upper, bound, relation));
  return Math.min(-1, likely) + Math.min(0, nearest);
}

/** How many standard errors the average is beyond the bound, less three, over ten: above 0 where fresh draws may decide. */
export function meanExcess(seen: readonly DrawSeen[], relation: Relation): number {
  const values = seen.map(({ lower, upper }) => (lower + upper) / 2);
  const { length: draws } = values;
  const mean = values.reduce((sum, x) => sum + x, 0) / draws;
  const square = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws;
  // A sum of draws is rounded: no average is known better than that.
  const error = Math.max(Math.sqrt(square / draws), ROUNDING * Math.abs(mean)) || Number.MIN_VALUE;
  const over = ((relation === ">=" ? -1 : 1) * (mean - seen[draws - 1].bound)) / error;
  // Draws that are all the same have no error: their average is beyond the bound by far, or far from it.
  return Number.isNaN(over) ? -MOST : Math.max(-MOST, Math.min(MOST, (over - 3) / 10));
}
