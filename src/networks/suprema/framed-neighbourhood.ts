import type { Activation } from "../../activations/activation.js";
import type { Streams } from "../../chance/streams.js";
import { unseenNeighbourhood } from "./deferred-neighbourhood.js";
import { framedMatrix } from "./framed-matrix.js";
import type { Neighbourhood } from "./neighbourhood.js";

/** Independent products with Wᵀ that an attack may ask for. */
const CAPACITY = 64;

/**
 * The neighbourhood of a point of norm √d at any d, weights and all vectors of ℝ^d known by coordinates (framed-matrix.ts):
 * x is √d·e_0, which loses nothing as the law of W is invariant under rotations. Memory O(k·products).
 */
export function drawFramedNeighbourhood(
  activation: Activation,
  { d, k }: Readonly<{ d: number; k: number }>,
  random: Streams,
): Neighbourhood {
  const x = new Float64Array(Math.min(d, CAPACITY));
  x[0] = Math.sqrt(d);
  return unseenNeighbourhood(activation, { d, k, x }, framedMatrix(k, d, CAPACITY, random), random);
}
