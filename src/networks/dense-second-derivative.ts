import type { DenseNetwork } from "./dense-network.js";

/**
 * ψ'' of the network's activation.
 *
 * @throws RangeError if the activation has none: with kinks the Hessian exists almost everywhere but says nothing.
 */
export function secondDerivativeOf({ activation }: DenseNetwork): (t: number) => number {
  if (!activation.secondDerivative)
    throw new RangeError(`activation is ${activation.id}; for a Hessian it must have a second derivative`);
  return activation.secondDerivative;
}
