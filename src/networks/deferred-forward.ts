import { applied } from "./deep-apply.js";
import type { DeferredNetwork } from "./deferred-network.js";

/**
 * The pre-activations z_1, …, z_L at x, of length k_l: z_1 = W_1 x and z_{i+1} = W_{i+1} ψ(z_i).
 *
 * @throws RangeError if x has not length d.
 */
export function deferredForward({ activation, d, layers }: DeferredNetwork, x: Float64Array): Float64Array[] {
  if (x.length !== d) throw new RangeError(`x has length ${x.length}; it must have length d = ${d}`);
  const preActivations: Float64Array[] = [];
  for (const layer of layers) {
    const below = preActivations.at(-1);
    preActivations.push(layer.product(below ? applied(activation.value, below) : x));
  }
  return preActivations;
}
