import { refutingFailures } from "../statistics/deciding-counts.js";
import type { Relation } from "./claim.js";

/**
 * The multiple of the bound nearest 1 that these draws would refute at level alpha: as many draws as it takes surely
 * break m·bound exactly when m is below (for a lower bound, above) that one's ratio observed/bound. Null where not even
 * all draws would do, for equalities, and where a side is not positive.
 *
 * @param observed the sure end of each draw's observed quantity: the lower end for an upper bound.
 * @param bounds the bound that each draw was held to; NaN where it is undefined.
 * @param gamma the failure probability allowed; 0 if a single failure refutes.
 */
export function refutedMultiple(
  observed: Float64Array,
  bounds: Float64Array,
  relation: Relation,
  gamma: number,
  alpha: number,
): number | null {
  const draws = observed.length;
  if (relation === "=" || bounds.some((bound) => !(bound > 0))) return null;
  const needed = gamma === 0 ? 1 : refutingFailures(draws, gamma, alpha);
  if (needed > draws) return null;
  const ratios = observed.map((x, i) => x / bounds[i]).toSorted();
  const multiple = relation === "<=" ? ratios[draws - needed] : ratios[needed - 1];
  return multiple > 0 && multiple < Infinity ? multiple : null;
}
