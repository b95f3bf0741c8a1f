import { orthogonalise } from "../deferred-orthogonalise.js";
import { dot } from "../dense-products.js";
import { type TridiagonalExtreme, tridiagonalExtreme } from "./tridiagonal-extreme.js";

/** An approximate eigenpair (θ, y) of a symmetric operator H, ‖y‖ = 1. */
export interface RitzPair {
  readonly value: number;
  readonly vector: Float64Array;
  /** An estimate of ‖Hy − θy‖; some eigenvalue of H is as close to θ as that. */
  readonly residual: number;
}

export interface LanczosOptions {
  /** Products with H at most; 64 if left out. */
  readonly products?: number;
  /** The residual, relative to |θ|, at which it stops; 1e-10 if left out. */
  readonly tolerance?: number;
  /** Which end of the spectrum: the eigenvalue of largest size, or the largest one; "size" if left out. */
  readonly end?: "size" | "top";
}

/** The extreme eigenpair of the tridiagonal matrix. */
function extremeOf(diagonal: number[], off: number[], end: "size" | "top"): TridiagonalExtreme {
  const top = tridiagonalExtreme(diagonal, off);
  if (end === "top") return top;
  // −T has the eigenvectors of T and the negatives of its eigenvalues.
  const bottom = tridiagonalExtreme(
    diagonal.map((a) => -a),
    off.map((b) => -b),
  );
  return top.value >= bottom.value ? top : { value: -bottom.value, vector: bottom.vector };
}

/** The vector with those coordinates in an orthonormal basis. */
function combination(basis: readonly Float64Array[], coordinates: Float64Array): Float64Array {
  const vector = new Float64Array(basis[0].length);
  for (const [j, c] of coordinates.entries()) for (let i = 0; i < vector.length; i++) vector[i] += c * basis[j][i];
  return vector;
}

/**
 * An extreme eigenvalue of a symmetric operator, approached from inside the spectrum: Lanczos with full
 * reorthogonalisation (Parlett, The Symmetric Eigenvalue Problem, 1980, §13), so that no eigenvalue appears twice.
 *
 * The Rayleigh quotient of the vector bounds ‖H‖ from below whatever the accuracy here; nothing of this bounds it from
 * above: a start without a part along the extreme eigenvector may miss it.
 *
 * @param product v ↦ Hv.
 * @param start not zero; its entries' squares neither over- nor underflow.
 */
export function lanczos(
  product: (v: Float64Array) => Float64Array,
  start: Float64Array,
  { products = 64, tolerance = 1e-10, end = "size" }: LanczosOptions = {},
): RitzPair {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const off: number[] = [];
  let next = start.slice();
  orthogonalise(next, basis, new Float64Array(0));
  for (;;) {
    const direction = next;
    basis.push(direction);
    next = product(direction).slice();
    diagonal.push(dot(direction, next));
    const rest = orthogonalise(next, basis, new Float64Array(basis.length));
    const done = rest === 0 || diagonal.length >= Math.min(products, start.length);
    if (done || diagonal.length % 8 === 0) {
      const { value, vector } = extremeOf(diagonal, off, end);
      const residual = Math.abs(rest * vector[diagonal.length - 1]);
      if (done || residual <= tolerance * Math.abs(value))
        return { value, vector: combination(basis, vector), residual };
    }
    off.push(rest);
  }
}
