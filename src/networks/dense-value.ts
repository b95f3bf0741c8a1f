import { forward } from "./dense-forward.js";
import type { DenseNetwork } from "./dense-network.js";
import { dot } from "./dense-products.js";

/**
 * f(x), by equation (1) of the paper for one hidden layer.
 *
 * @param x of length d.
 * @throws RangeError if x has not length d.
 */
export function value(network: DenseNetwork, x: Float64Array): number {
  const { activation, k, depth, coefficients } = network;
  const last = forward(network, x)[depth - 1];
  for (let i = 0; i < k; i++) last[i] = activation.value(last[i]);
  return dot(coefficients, last) / Math.sqrt(k);
}
