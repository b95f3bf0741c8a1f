import { dot } from "./dense-products.js";

/**
 * A part of a vector that is at most this share of it counts as rounding. Forming the vector and projecting out t
 * directions leaves about √t·2⁻⁵³, so that 2⁻⁴⁴ has room for 2^18 directions; a true part that is dropped changes a
 * product by that share of it at most, no more than a relative change of 2⁻⁴⁴ in the vector would.
 */
const NEGLIGIBLE = 2 ** -44;

/** Subtracts from v its part along each member of an orthonormal basis, in turn, and adds it to `coefficients`. */
function projectOut(v: Float64Array, basis: readonly Float64Array[], coefficients: Float64Array): void {
  for (let j = 0; j < basis.length; j++) {
    const direction = basis[j];
    const along = dot(direction, v);
    coefficients[j] += along;
    for (let i = 0; i < v.length; i++) v[i] -= along * direction[i];
  }
}

/**
 * Splits v into its parts along an orthonormal basis and a rest that is orthogonal to it: v = Σ_j c_j e_j + ρ·r.
 * Projects until the rest no longer falls by half, which is twice for most vectors ("twice is enough": Kahan and
 * Parlett; Giraud, Langou, Rozložník 2005): the rest is then orthogonal to the basis to a few units of rounding,
 * however close v is to its span.
 *
 * @param v any vector whose square neither over- nor underflows; replaced by the unit vector r unless ρ is 0, and
 * left as rubbish if it is.
 * @param coefficients of the length of the basis; receives the c_j.
 * @returns ρ ≥ 0; 0 if the rest is negligible, as it must be if the basis spans the space.
 */
export function orthogonalise(v: Float64Array, basis: readonly Float64Array[], coefficients: Float64Array): number {
  coefficients.fill(0);
  const size = Math.sqrt(dot(v, v));
  let rest = size;
  for (let before = Infinity; basis.length > 0 && rest < before / 2; ) {
    if (rest <= NEGLIGIBLE * size) return 0;
    before = rest;
    projectOut(v, basis, coefficients);
    rest = Math.sqrt(dot(v, v));
  }
  if (basis.length >= v.length || rest <= NEGLIGIBLE * size) return 0;
  for (let i = 0; i < v.length; i++) v[i] /= rest;
  return rest;
}
