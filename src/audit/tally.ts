import type { Batch } from "./draw-batch.js";

/** Relative difference within which observed and bound count as equal, and the bound as kept. */
const EQUAL_WITHIN = 2 ** -40;

/** −1: the bound is surely broken, 1: surely kept, 0: cannot be told (an undefined bound, NaN, cannot either). */
export function outcome(lower: number, upper: number, bound: number, relation: "<=" | ">="): -1 | 0 | 1 {
  const [best, worst, right] = relation === "<=" ? [lower, upper, bound] : [-upper, -lower, -bound];
  const edge = right + EQUAL_WITHIN * Math.abs(right);
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
export function addToTally(tally: Tally, batch: Batch, relation: "<=" | ">=", from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const result = outcome(batch.lower[i], batch.upper[i], batch.bound[i], relation);
    tally.draws++;
    if (result < 0) tally.violations++;
    else if (result === 0) tally.unresolved++;
  }
}
