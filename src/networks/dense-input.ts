import { fillSphere } from "../chance/sphere.js";
import type { Streams } from "../chance/streams.js";

/**
 * A uniform point on the sphere of radius ‖x‖ in d dimensions, √d in the paper; reads the sub-stream `x`, which
 * no part of `drawDenseNetwork` reads, so the input is independent of a network drawn from the same streams.
 *
 * @throws RangeError if d is no integer ≥ 1, or the norm is not finite and ≥ 0.
 */
export function drawSphereInput(d: number, norm = Math.sqrt(d), random: Streams): Float64Array {
  if (!(Number.isSafeInteger(d) && d >= 1)) throw new RangeError(`d is ${d}; it must be an integer ≥ 1`);
  if (!(norm >= 0 && norm < Infinity)) throw new RangeError(`norm is ${norm}; it must be finite and ≥ 0`);
  const x = new Float64Array(d);
  fillSphere(x, norm, random("x"));
  return x;
}
