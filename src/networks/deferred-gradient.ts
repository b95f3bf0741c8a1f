import { applied } from "./deep-apply.js";
import { deferredForward } from "./deferred-forward.js";
import type { DeferredNetwork } from "./deferred-network.js";

/**
 * ∇f(x), of length d, by backpropagation: b_L = ψ'(z_L)∘a/√k, b_i = ψ'(z_i)∘W_{i+1}^T b_{i+1}, ∇f(x) = W_1^T b_1. At
 * kinks as `gradient` for dense networks.
 *
 * @param x of length d.
 * @throws RangeError if x has not length d.
 */
export function deferredGradient(network: DeferredNetwork, x: Float64Array): Float64Array {
  const { activation, k, depth, layers, coefficients } = network;
  const preActivations = deferredForward(network, x);
  let adjoint = applied((a) => a / Math.sqrt(k), coefficients);
  for (let layer = depth - 1; layer >= 0; layer--) {
    const b = applied(activation.derivative, preActivations[layer]);
    for (let i = 0; i < b.length; i++) b[i] *= adjoint[i];
    adjoint = layers[layer].transposedProduct(b);
  }
  return adjoint;
}
