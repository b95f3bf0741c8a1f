import type { Relation } from "../claim.js";

/** The order of logarithms of ratios that say that a relation holds by far. */
const FAR = -10;

/**
 * By how much a side is beyond its bound: log of their ratio where both are positive, else their difference over the sum of
 * their sizes. 0 where they agree, above 0 where the relation fails. Nothing is near to failing where one of them is 0, or
 * both are.
 */
export function beyond(lower: number, upper: number, bound: number, relation: Relation): number {
  if (relation === "=") return Math.max(beyond(lower, upper, bound, "<="), beyond(lower, upper, bound, ">="));
  const side = relation === "<=" ? lower : upper;
  const sign = relation === "<=" ? 1 : -1;
  if (side > 0 && bound > 0) return sign * (Math.log(side) - Math.log(bound));
  if (side < 0 && bound < 0) return sign * (Math.log(-bound) - Math.log(-side));
  const size = Math.abs(side) + Math.abs(bound);
  const over = size === 0 ? 0 : Number.isFinite(size) ? (sign * (side - bound)) / size : sign * Math.sign(side - bound);
  return over > 0 ? over : FAR + over;
}
