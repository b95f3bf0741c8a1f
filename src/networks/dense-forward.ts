import { applied } from "./deep-apply.js";
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
 * The pre-activations z_1, …, z_L at x, of length k_l: z_1 = W_1 x and z_{i+1} = W_{i+1} ψ(z_i).
 *
 * @throws RangeError if x has not length d.
 */
export function forward(network: DenseNetwork, x: Float64Array): Float64Array[] {
  checkLength("x", x, network);
  const { activation, weights } = network;
  let input = x;
  const preActivations: Float64Array[] = [];
  for (const matrix of weights) {
    const below = preActivations.at(-1);
    if (below) input = applied(activation.value, below);
    const z = new Float64Array(matrix.length / input.length);
    product(z, matrix, input);
    preActivations.push(z);
  }
  return preActivations;
}
