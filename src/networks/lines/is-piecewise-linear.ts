import type { Activation } from "../../activations/activation.js";
import { constantSides } from "../../activations/constant-sides.js";
import { linearSides } from "../../activations/linear-sides.js";

/** Whether ψ is proved to be linear on either side of 0, or constant, so that it is linear between its kinks. */
export function isPiecewiseLinear(psi: Activation): boolean {
  return linearSides(psi) !== null || constantSides(psi) !== null;
}
