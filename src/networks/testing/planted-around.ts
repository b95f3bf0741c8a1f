import { resolveActivation } from "../../activations/resolve-activation.js";
import type { DenseNetwork } from "../dense-network.js";
import { denseNeighbourhood } from "../suprema/dense-neighbourhood.js";
import type { Neighbourhood } from "../suprema/neighbourhood.js";

/** A network with one hidden layer and rows of one's own. */
function plantedNetwork(
  psi: string,
  rows: readonly (readonly number[])[],
  coefficients: readonly number[],
): DenseNetwork {
  return {
    activation: resolveActivation(psi),
    d: rows[0].length,
    k: rows.length,
    depth: 1,
    weights: [Float64Array.from(rows.flat())],
    coefficients: Float64Array.from(coefficients),
  };
}

/** It around x. */
export function plantedAround(
  psi: string,
  rows: readonly (readonly number[])[],
  coefficients: readonly number[],
  x: readonly number[],
): Neighbourhood {
  return denseNeighbourhood(plantedNetwork(psi, rows, coefficients), Float64Array.from(x));
}
