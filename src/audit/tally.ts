import type { Relation } from "./claim.js";
import type { Batch } from "./draw-batch.js";

/** Relative difference within which observed and bound count as equal, and the bound as kept. */
const EQUAL_WITHIN = 2 ** -40;

/** An enclosure wider than this, relative to the bound, cannot establish an equality. */
const NARROW = 2 ** -30;

/** −1: the relation surely fails, 1: surely holds, 0: cannot be told (an undefined bound, NaN, cannot either). */
export function outcome(lower: number, upper: number, bound: number, relation: Relation): -1 | 0 | 1 {
  const margin = EQUAL_WITHIN * Math.abs(bound);
  if (relation === "=") {
    if (lower > bound + margin || upper < bound - margin) return -1;
    return upper - lower <= NARROW * Math.abs(bound) ? 1 : 0;
  }
  const [best, worst, right] = relation === "<=" ? [lower, upper, bound] : [-upper, -lower, -bound];
  if (best > right + margin) return -1;
  return worst <= right + margin ? 1 : 0;
}

/** What the draws so far have shown, in draw order. */
export interface Tally {
  draws: number;
  violations: number;
  unresolved: number;
}

/** Adds draws `from` up to, not including, `to` of a batch. */
export function addToTally(tally: Tally, batch: Batch, relation: Relation, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const result = outcome(batch.lower[i], batch.upper[i], batch.bound[i], relation);
    tally.draws++;
    if (result < 0) tally.violations++;
    else if (result === 0) tally.unresolved++;
  }
}
