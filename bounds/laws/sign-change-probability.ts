import type { Given } from "../parameters.js";

/**
 * The largest probability, over ‖δ‖ ≤ R, that w·x and w·(x + δ) have different signs: the angle between x and x + δ over
 * π. The angle is at most arcsin(R/√d), reached where δ is tangent to the ball seen from the origin; from R = √d on x + δ
 * may be any direction, −x included. On a line (d = 1) signs change exactly when R > 1.
 */
export function signChangeProbability({ d, radius }: Given<"d" | "radius">): number {
  const ratio = radius / Math.sqrt(d);
  if (ratio > 1) return 1;
  return d === 1 ? 0 : Math.asin(ratio) / Math.PI;
}
