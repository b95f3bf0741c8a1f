import type { Json } from "lemmacheck";
import { shareOf } from "./deviation-over-networks.js";
import { type FigurePlan, jobsOf } from "./figure-jobs.js";
import { isSampleCounts } from "./figure-task.js";

/** A single size is judged wrongly with probability at most this. */
export const PRACTICE_ALPHA = 1e-6;

export type Size = { readonly d: number; readonly k: number };

/** How a size was judged: whether a step flips the sign with probability at least 1 − γ, null where draws do not tell. */
export type Judged = Size & { readonly enough: boolean | null };

/** The sizes of some plans of which there are results. */
export function judgeSizes(
  { plans, gamma, seed }: { readonly plans: readonly FigurePlan[]; readonly gamma: number; readonly seed: string },
  results: ReadonlyMap<string, Json>,
): readonly Judged[] {
  return plans.flatMap((plan) => {
    let [samples, stayed, unresolved] = [0, 0, 0];
    for (const { key, payload } of jobsOf([plan], seed)) {
      const found = results.get(key);
      if (!isSampleCounts(found, payload.to - payload.from)) continue;
      samples += found.samples;
      stayed += found.samples - found.switched;
      unresolved += found.unresolved;
    }
    if (samples === 0) return [];
    const { d, k } = plan.point;
    // What is unresolved counts for neither.
    const surely = shareOf(stayed - unresolved, samples, PRACTICE_ALPHA).lower > gamma;
    const enough = shareOf(stayed, samples, PRACTICE_ALPHA).upper < gamma;
    return [{ d, k, enough: enough ? true : surely ? false : null }];
  });
}

/** Of sizes in their order: the first from which on all were enough, and the last that was not; null for none. */
export function thresholdOf(sizes: readonly Judged[]): {
  readonly least: Size | null;
  readonly notEnough: Size | null;
} {
  // From there on all were: a smaller one that is enough by itself may be followed by one that is not.
  const lastShort = sizes.findLastIndex(({ enough }) => enough !== true);
  return {
    least: sizes[lastShort + 1] ?? null,
    notEnough: sizes.findLast(({ enough }) => enough === false) ?? null,
  };
}
