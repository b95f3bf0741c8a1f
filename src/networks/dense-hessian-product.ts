import { applied } from "./deep-apply.js";
import { adjoints } from "./dense-adjoints.js";
import { checkLength, forward } from "./dense-forward.js";
import type { DenseNetwork } from "./dense-network.js";
import { product, transposedProduct } from "./dense-products.js";
import { secondDerivativeOf } from "./dense-second-derivative.js";

/** The derivatives ż_1, …, ż_L of the pre-activations along v: ż_1 = W_1 v, ż_{i+1} = W_{i+1} (ψ'(z_i) ∘ ż_i). */
function tangents(network: DenseNetwork, preActivations: readonly Float64Array[], v: Float64Array): Float64Array[] {
  const { activation, weights } = network;
  const found: Float64Array[] = [];
  for (const [layer, matrix] of weights.entries()) {
    let input = v;
    if (layer > 0) {
      input = applied(activation.derivative, preActivations[layer - 1]);
      for (let i = 0; i < input.length; i++) input[i] *= found[layer - 1][i];
    }
    const tangent = new Float64Array(preActivations[layer].length);
    product(tangent, matrix, input);
    found.push(tangent);
  }
  return found;
}

/**
 * ∇²f(x) v, of length d, without forming the matrix: the backward pass of `gradient`, differentiated along v. With
 * g_i from `adjoints`, its derivative is ġ_L = 0, ġ_{i−1} = W_i^T (ψ'(z_i) ∘ ġ_i + ψ''(z_i) ∘ ż_i ∘ g_i), and
 * ∇²f(x) v is ġ_0. Exact up to rounding at any depth; costs about four evaluations of f.
 *
 * @param x of length d.
 * @param v of length d.
 * @throws RangeError if x or v has not length d, or the activation has no second derivative.
 */
export function hessianProduct(network: DenseNetwork, x: Float64Array, v: Float64Array): Float64Array {
  const secondDerivative = secondDerivativeOf(network);
  checkLength("v", v, network);
  const { activation, d, k, depth, weights } = network;
  const preActivations = forward(network, x);
  const forwards = tangents(network, preActivations, v);
  const backwards = adjoints(network, preActivations);
  let change = new Float64Array(k);
  for (let layer = depth - 1; layer >= 0; layer--) {
    const [z, tangent, g] = [preActivations[layer], forwards[layer], backwards[layer]];
    const delta = new Float64Array(z.length);
    for (let i = 0; i < z.length; i++) {
      delta[i] = activation.derivative(z[i]) * change[i] + secondDerivative(z[i]) * tangent[i] * g[i];
    }
    change = new Float64Array(layer > 0 ? preActivations[layer - 1].length : d);
    transposedProduct(change, weights[layer], delta);
  }
  return change;
}
