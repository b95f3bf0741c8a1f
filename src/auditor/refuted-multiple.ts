import { refutingFailures } from "../chance/deciding-counts.js";
import type { Relation } from "./claim.js";

/** Whichever of two positive numbers is nearer to 1 by its factor; null where one is no positive number. */
export function nearestToOne(below: number, above: number): number | null {
  if (!(below > 0 && above > 0 && above < Infinity)) return null;
  return Math.abs(Math.log(below)) < Math.abs(Math.log(above)) ? below : above;
}

/**
 * The multiple of the bound nearest 1 that these draws would refute at level alpha: as many draws as it takes surely
 * break m·bound exactly when m is below (for a lower bound, above) that one's ratio observed/bound. An equality is broken
 * by the first draw whose enclosure m·bound is outside. Null where not even all draws would do, and where a side is not
 * positive.
 *
 * @param lower the lower ends of what each draw observed; `upper` the upper ones.
 * @param bounds the bound that each draw was held to; NaN where it is undefined.
 * @param allowed the failure probability allowed; 0 if a single failure refutes.
 */
export function refutedMultiple(
  { lower, upper }: Readonly<{ lower: Float64Array; upper: Float64Array }>,
  bounds: Float64Array,
  relation: Relation,
  allowed: number,
  alpha: number,
): number | null {
  const draws = lower.length;
  if (draws === 0 || bounds.some((bound) => !(bound > 0))) return null;
  const ratiosOf = (observed: Float64Array) => observed.map((x, i) => x / bounds[i]).toSorted();
  if (relation === "=") return nearestToOne(ratiosOf(lower)[draws - 1], ratiosOf(upper)[0]);
  const needed = allowed === 0 ? 1 : refutingFailures(draws, allowed, alpha);
  if (needed > draws) return null;
  const ratios = ratiosOf(relation === "<=" ? lower : upper);
  const multiple = relation === "<=" ? ratios[draws - needed] : ratios[needed - 1];
  return multiple > 0 && multiple < Infinity ? multiple : null;
}
