import { adjoints } from "./dense-adjoints.js";
import { forward } from "./dense-forward.js";
import type { DenseNetwork } from "./dense-network.js";
import { transposedProduct } from "./dense-products.js";

/**
 * ∇f(x), of length d, by backpropagation: W_1^T (ψ'(z_1) ∘ g_1), which is (1/√k) Σ_ℓ a_ℓ ψ'(w_ℓ·x) w_ℓ for one
 * hidden layer. Where a pre-activation is a kink of ψ, as at x = 0 for ReLU, ψ' is the value stated with the
 * activation, so the result is what the formula gives and need not be a derivative: for ReLU ψ'(0) = 0.
 *
 * @param x of length d.
 * @throws RangeError if x has not length d.
 */
export function gradient(network: DenseNetwork, x: Float64Array): Float64Array {
  const { activation, d, weights } = network;
  const preActivations = forward(network, x);
  const [delta] = adjoints(network, preActivations);
  for (let i = 0; i < delta.length; i++) delta[i] *= activation.derivative(preActivations[0][i]);
  const result = new Float64Array(d);
  transposedProduct(result, weights[0], delta);
  return result;
}
