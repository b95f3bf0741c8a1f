import { abs } from "./abs.js";
import type { Activation } from "./activation.js";
import { identity } from "./identity.js";
import { leakyRelu } from "./leaky-relu.js";
import { relu } from "./relu.js";

/**
 * |ψ'| on either side of 0, smaller first, for the activations of the catalogue that are linear on both; null for others.
 * With n of k neurons on the steeper side, f(x) is normal and ∇f(x) ~ N(0, v·I_d/d), both of variance
 * v = (n·steep² + (k−n)·flat²)/k: a fair sign makes a_ℓw_ℓ Gaussian whatever the sign of w_ℓ·x.
 */
export function slopesOf(psi: Activation): { readonly flat: number; readonly steep: number } | null {
  switch (psi) {
    case identity:
    case abs:
      return { flat: 1, steep: 1 };
    case relu:
    case leakyRelu:
      return { flat: psi.derivative(-1), steep: 1 };
    default:
      return null;
  }
}
