import type { DenseNetwork } from "./dense-network.js";
import { product } from "./dense-products.js";

/**
 * Refuses a vector that is no point of the network's input space.
 *
 * @throws RangeError naming the argument if its length is not d.
 */
export function checkLength(name: string, vector: Float64Array, { d }: DenseNetwork): void {
  if (vector.length !== d) throw new RangeError(`${name} has length ${vector.length}; it must have length d = ${d}`);
}

/**
 * The pre-activations z_1, …, z_L at x, each of length k: z_1 = W_1 x and z_{i+1} = W_{i+1} ψ(z_i).
 *
 * @throws RangeError if x has not length d.
 */
export function forward(network: DenseNetwork, x: Float64Array): Float64Array[] {
  checkLength("x", x, network);
  const { activation, k, weights } = network;
  const h = new Float64Array(k);
  const preActivations: Float64Array[] = [];
  for (const matrix of weights) {
    const below = preActivations.at(-1);
    if (below) for (let i = 0; i < k; i++) h[i] = activation.value(below[i]);
    const z = new Float64Array(k);
    product(z, matrix, below ? h : x);
    preActivations.push(z);
  }
  return preActivations;
}
