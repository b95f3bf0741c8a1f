import type { Activation } from "./activation.js";

/** ψ(t) = right·t for t > 0 and left·t for t < 0. */
export interface LinearSides {
  readonly left: number;
  readonly right: number;
}

/** The slopes of ψ where it is proved to be linear on either side of 0, as max(t, 0.2·t) is; null for others. */
export function linearSides({ sides, value }: Activation): LinearSides | null {
  if (sides?.left.value !== 0 || sides.right.value !== 0 || value(0) !== 0) return null;
  return { left: sides.left.slope, right: sides.right.slope };
}
