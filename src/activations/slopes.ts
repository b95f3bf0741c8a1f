import type { Activation } from "./activation.js";
import { linearSides } from "./linear-sides.js";

/**
 * |ψ'| on either side of 0, smaller first, for activations that are linear on both; null for others. With n of k neurons
 * on the steeper side, f(x) is normal and ∇f(x) ~ N(0, v·I_d/d), both of variance v = (n·steep² + (k−n)·flat²)/k: a fair
 * sign makes a_ℓw_ℓ Gaussian whatever the sign of w_ℓ·x.
 */
export function slopesOf(psi: Activation): { readonly flat: number; readonly steep: number } | null {
  const sides = linearSides(psi);
  if (!sides || (sides.left === 0 && sides.right === 0)) return null;
  const [left, right] = [Math.abs(sides.left), Math.abs(sides.right)];
  return { flat: Math.min(left, right), steep: Math.max(left, right) };
}

/** Σψ'²/k in units of the square of the steeper slope, of n of k neurons on its side; `ratio` is the other slope over it. */
export const shareOf = (ratio: number, n: number, k: number) => (n + (k - n) * ratio ** 2) / k;
