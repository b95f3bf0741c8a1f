import type { Neighbourhood } from "./neighbourhood.js";

/** Half the step of a difference quotient of ψ', where an activation has no second derivative. */
const STEP = 2 ** -17;

/**
 * a_ℓψ''(u_ℓ + t_ℓ)/√k for every neuron: ∇²f(x + δ) = Wᵀ diag(·) W at t = Wδ. By difference quotients of ψ' for an
 * activation without a second derivative.
 */
export function weightedHessian(
  { activation, k, coefficients, preActivations }: Neighbourhood,
  t: Float64Array,
): Float64Array {
  const { derivative, secondDerivative } = activation;
  const curvature = secondDerivative ?? ((z: number) => (derivative(z + STEP) - derivative(z - STEP)) / (2 * STEP));
  const share = 1 / Math.sqrt(k);
  const weights = new Float64Array(k);
  for (let i = 0; i < k; i++) weights[i] = share * coefficients[i] * curvature(preActivations[i] + t[i]);
  return weights;
}

/** v ↦ Wᵀ diag(c) W v, which is v ↦ ∇²f(x + δ) v for c from `weightedHessian`. */
export function hessianOperator(around: Neighbourhood, c: Float64Array): (v: Float64Array) => Float64Array {
  return (v) => {
    const image = around.product(v);
    for (let i = 0; i < image.length; i++) image[i] *= c[i];
    return around.transposedProduct(image);
  };
}
