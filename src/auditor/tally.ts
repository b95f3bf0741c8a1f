import type { Claim, Relation } from "./claim.js";
import type { Batch } from "./draw-batch.js";

/** What a draw is held to: a relation, or a strict one, which equality breaks. */
export type Comparison = Relation | "<" | ">";

/** What the draws of a claim are held to. */
export function comparisonOf(claim: Claim): Comparison {
  if (!(claim.kind === "whp" && claim.strict)) return claim.relation;
  return claim.relation === "<=" ? "<" : ">";
}

/** Relative difference within which observed and bound count as equal: the bound as kept, or as broken if it is strict. */
const EQUAL_WITHIN = 2 ** -40;

/** The same for equalities, whose sides are computed to a few ulp. */
const SAME_WITHIN = 2 ** -46;

/** Relative to the bound, the width of an enclosure that can still establish an equality, unless the claim says. */
const RESOLUTION = 2 ** -30;

/**
 * −1: the relation surely fails, 1: surely holds, 0: cannot be told (an undefined bound, NaN, cannot either).
 *
 * @param resolution for "=", the uncertainty that is small enough to call the sides equal.
 */
export function outcome(
  lower: number,
  upper: number,
  bound: number,
  comparison: Comparison,
  resolution = RESOLUTION * Math.abs(bound),
): -1 | 0 | 1 {
  if (comparison === "=") {
    const margin = SAME_WITHIN * Math.abs(bound);
    if (lower > bound + margin || upper < bound - margin) return -1;
    return upper - lower + 2 * margin <= resolution ? 1 : 0;
  }
  const below = comparison === "<=" || comparison === "<";
  const [best, worst, right] = below ? [lower, upper, bound] : [-upper, -lower, -bound];
  const equal = EQUAL_WITHIN * Math.abs(right);
  if (comparison === "<" || comparison === ">") {
    if (best >= right - equal) return -1;
    return worst < right - equal ? 1 : 0;
  }
  const edge = right + equal;
  if (best > edge) return -1;
  return worst <= edge ? 1 : 0;
}

/** What the draws so far have shown, in draw order. */
export interface Tally {
  draws: number;
  violations: number;
  unresolved: number;
}

/** Adds draws `from` up to, not including, `to` of a batch. */
export function addToTally(tally: Tally, batch: Batch, comparison: Comparison, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const result = outcome(batch.lower[i], batch.upper[i], batch.bound[i], comparison);
    tally.draws++;
    if (result < 0) tally.violations++;
    else if (result === 0) tally.unresolved++;
  }
}
