import type { Activation } from "./activation.js";

/** ψ(t) = right for t > 0 and left for t < 0. */
export interface ConstantSides {
  readonly left: number;
  readonly right: number;
}

/** The values of ψ where it is proved to be constant on either side of 0, as the sign is; null for others. */
export function constantSides({ sides }: Activation): ConstantSides | null {
  return sides?.left.slope === 0 && sides.right.slope === 0
    ? { left: sides.left.value, right: sides.right.value }
    : null;
}
