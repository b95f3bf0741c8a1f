import type { Bits } from "./bits.js";
import { fillNormal } from "./normal.js";

/**
 * Fills `out`, of length d ≥ 1, with a uniform point of the sphere of that radius about 0: a standard normal vector
 * rescaled, as its law is invariant under rotations. For d = 1 that is ±radius. The norm is right to a few units in
 * the last place plus d/2 · 2⁻⁵³ relative.
 *
 * @throws RangeError if radius is not finite and ≥ 0.
 */
export function fillSphere(out: Float64Array, radius: number, bits: Bits): void {
  if (!(radius >= 0 && radius < Infinity)) throw new RangeError(`radius is ${radius}; it must be finite and ≥ 0`);
  fillNormal(out, bits);
  let squares = 0;
  for (let i = 0; i < out.length; i++) squares += out[i] * out[i];
  const norm = Math.sqrt(squares);
  // No normal variable from the ziggurat is 0 or below 1e-17 in absolute value, so the norm is not 0 either.
  for (let i = 0; i < out.length; i++) out[i] = (out[i] / norm) * radius;
}
