import { applied } from "./deep-apply.js";
import type { DenseNetwork } from "./dense-network.js";
import { transposedProduct } from "./dense-products.js";

/**
 * The adjoints g_i = ∂f/∂h_i of the layers' outputs h_i = ψ(z_i), i = 1, …, L, of length k_i, by the chain rule
 * from the last layer down: g_L = a/√k and g_i = W_{i+1}^T (ψ'(z_{i+1}) ∘ g_{i+1}).
 *
 * @param preActivations z_1, …, z_L from `forward`.
 */
export function adjoints(network: DenseNetwork, preActivations: readonly Float64Array[]): Float64Array[] {
  const { activation, k, depth, weights, coefficients } = network;
  const found = preActivations.map((z) => new Float64Array(z.length));
  for (let i = 0; i < k; i++) found[depth - 1][i] = coefficients[i] / Math.sqrt(k);
  for (let layer = depth - 1; layer > 0; layer--) {
    const delta = applied(activation.derivative, preActivations[layer]);
    for (let i = 0; i < delta.length; i++) delta[i] *= found[layer][i];
    transposedProduct(found[layer - 1], weights[layer], delta);
  }
  return found;
}
