import type { FigureGrid } from "./figure-grid.js";
import type { FigurePlan } from "./figure-jobs.js";
import type { FigurePoint } from "./figure-point.js";

/** What was asked for in place of a grid's own, null for what was not. */
export interface AskedLists {
  readonly d: readonly number[] | null;
  readonly k: readonly number[] | null;
  readonly depth: readonly number[] | null;
}

/** More would be a list that nobody reads, and days. */
const MOST_POINTS = 10_000;

/**
 * The points of a grid, or of the lists asked for, where the grid's own stand for those that are not.
 *
 * @throws RangeError if the lists make too many points.
 */
export function plansOf(
  grids: readonly FigureGrid[],
  lists: AskedLists,
  counts: { readonly networks: number | null; readonly inputs: number | null },
  of: Pick<FigurePoint, "psi" | "initialisation" | "coefficients">,
): readonly FigurePlan[] {
  const union = (own: (grid: FigureGrid) => readonly number[]) =>
    [...new Set(grids.flatMap(own))].toSorted((a, b) => a - b);
  const asked = lists.d ?? lists.k ?? lists.depth;
  const whole: readonly FigureGrid[] = asked
    ? [
        {
          d: lists.d ?? union(({ d }) => d),
          k: lists.k ?? union(({ k }) => k),
          depth: lists.depth ?? union(({ depth }) => depth),
          networks: 100,
          inputs: 100,
        },
      ]
    : grids;
  const points = whole.reduce((sum, { d, k, depth }) => sum + d.length * k.length * depth.length, 0);
  if (points > MOST_POINTS)
    throw new RangeError(`--d, --k and --depth make ${points} points; they must make at most ${MOST_POINTS}`);
  const plans = new Map<string, FigurePlan>();
  for (const { d: ds, k: ks, depth: depths, networks, inputs, pairs } of whole)
    for (const depth of depths)
      for (const d of ds)
        for (const k of ks) {
          const key = `${depth} ${d} ${k}`;
          if (plans.has(key)) continue;
          plans.set(key, {
            point: { ...of, d, k, depth },
            networks: counts.networks ?? networks,
            inputs: counts.inputs ?? inputs,
            ...(pairs === undefined ? {} : { pairs }),
          });
        }
  return [...plans.values()];
}
