import { adjoints } from "./dense-adjoints.js";
import { forward } from "./dense-forward.js";
import type { DenseNetwork } from "./dense-network.js";
import { transposedProduct } from "./dense-products.js";
import { secondDerivativeOf } from "./dense-second-derivative.js";
import { addWeightedGram } from "./dense-weighted-gram.js";

/** W diag(slopes) J, m × d, from W (m × k) and J (k × d), all row-major. */
function nextJacobian(matrix: Float64Array, slopes: Float64Array, jacobian: Float64Array): Float64Array {
  const k = slopes.length;
  const d = jacobian.length / k;
  const rows = matrix.length / k;
  const next = new Float64Array(rows * d);
  const scaled = new Float64Array(k);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < k; i++) scaled[i] = matrix[row * k + i] * slopes[i];
    transposedProduct(next.subarray(row * d, (row + 1) * d), jacobian, scaled);
  }
  return next;
}

/**
 * ∇²f(x), d × d row-major, symmetric to the last bit. Along a line x + tv the second derivatives of the layers obey
 * z̈_1 = 0, ḧ_i = ψ''(z_i) ż_i² + ψ'(z_i) z̈_i, z̈_{i+1} = W_{i+1} ḧ_i, so that f̈ = Σ_i g_i · (ψ''(z_i) ż_i²) with g_i
 * from `adjoints`; hence ∇²f = Σ_i J_i^T diag(g_i ∘ ψ''(z_i)) J_i with J_1 = W_1, J_{i+1} = W_{i+1} diag(ψ'(z_i)) J_i.
 * For one hidden layer this is (1/√k) Σ_ℓ a_ℓ ψ''(w_ℓ·x) w_ℓ w_ℓ^T.
 *
 * Time L·k·d²/2 + (L−1)·k²·d for equal widths, memory d² + 2kd; for a few directions `hessianProduct` is cheaper.
 *
 * @param x of length d.
 * @throws RangeError if x has not length d, or the activation has no second derivative.
 */
export function hessian(network: DenseNetwork, x: Float64Array): Float64Array {
  const secondDerivative = secondDerivativeOf(network);
  const { activation, d, weights } = network;
  const preActivations = forward(network, x);
  const backwards = adjoints(network, preActivations);
  const result = new Float64Array(d * d);
  let jacobian = weights[0];
  for (const [layer, z] of preActivations.entries()) {
    if (layer > 0) {
      const slopes = preActivations[layer - 1].map((t) => activation.derivative(t));
      jacobian = nextJacobian(weights[layer], slopes, jacobian);
    }
    const factors = backwards[layer].map((g, i) => g * secondDerivative(z[i]));
    addWeightedGram(result, jacobian, factors);
  }
  for (let p = 0; p < d; p++) for (let q = 0; q < p; q++) result[p * d + q] = result[q * d + p];
  return result;
}
