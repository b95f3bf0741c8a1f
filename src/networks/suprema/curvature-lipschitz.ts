import type { Activation } from "../../activations/activation.js";
import { boundDerivative } from "../../activations/expressions/bound-derivative.js";
import { parseExpression } from "../../activations/expressions/parse-expression.js";
import { stableForm } from "../../activations/expressions/stable-form.js";

function bound({ curvature, secondDerivative, provenance, expression }: Activation): number {
  if (curvature !== null) return curvature;
  // The expression of an activation with declared constants need not be what its functions compute.
  if (!secondDerivative || provenance === "declared" || expression === null) return Infinity;
  return boundDerivative(stableForm(parseExpression(expression)), 3, []).high;
}

const kept = new WeakMap<Activation, number>();

/**
 * sup|ψ'''|, the Lipschitz constant of ψ'', or a bound on it: as stated with the activation, else proved from its
 * expression (at most a second, once). Infinity for one with kinks, or where no bound is known.
 */
export function curvatureLipschitz(psi: Activation): number {
  let found = kept.get(psi);
  if (found === undefined) {
    found = bound(psi);
    kept.set(psi, found);
  }
  return found;
}
