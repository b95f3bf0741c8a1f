import type { Activation } from "./activation.js";
import { linearSides } from "./linear-sides.js";

/** Whether ψ is proved to be max(0, t), under whatever name. */
export function isRelu(psi: Activation): boolean {
  const sides = linearSides(psi);
  return sides !== null && sides.left === 0 && sides.right === 1;
}
