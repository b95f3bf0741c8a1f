import type { Activation } from "../../activations/activation.js";
import { sin } from "../../activations/sin.js";
import { softplus } from "../../activations/softplus.js";
import { tanh } from "../../activations/tanh.js";

/**
 * sup|ψ'''|, the Lipschitz constant of ψ'', where it is known; Infinity elsewhere.
 *
 * tanh''' = (6tanh² − 2)/cosh², in size at most 2, at 0; sin''' = −cos; softplus''' = σ(1 − σ)(1 − 2σ) with σ the logistic
 * function, at most 1/(6√3), where σ(1 − σ) = 1/6. Rounded up.
 */
export function curvatureLipschitz(psi: Activation): number {
  switch (psi) {
    case tanh:
      return 2;
    case sin:
      return 1;
    case softplus:
      return 0.09622504486493764;
    default:
      return Infinity;
  }
}
