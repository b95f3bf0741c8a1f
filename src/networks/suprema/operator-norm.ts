import { multiplyDown, multiplyUp } from "../../numbers/intervals/directed.js";
import { dot, product } from "../dense-products.js";
import { addWeightedGram } from "../dense-weighted-gram.js";
import { largestEigenvalue } from "./largest-eigenvalue.js";
import { roundings } from "./positive-definite.js";

/** A real number between two bounds. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** The power of two that brings the largest entry into [1, 2); 0 for a zero matrix. */
function scaleOf(matrix: Float64Array, name: string): number {
  let largest = 0;
  for (let i = 0; i < matrix.length; i++) {
    if (!Number.isFinite(matrix[i])) throw new RangeError(`${name}[${i}] is ${matrix[i]}; it must be finite`);
    largest = Math.max(largest, Math.abs(matrix[i]));
  }
  return largest === 0 ? 0 : 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(largest))));
}

/** MMᵀ or MᵀM, whichever is smaller, in full; each entry is a sum of as many products as the other side has. */
function smallerGram(M: Float64Array, rows: number, columns: number): Float64Array {
  const n = Math.min(rows, columns);
  const gram = new Float64Array(n * n);
  if (columns <= rows) addWeightedGram(gram, M, new Float64Array(rows).fill(1));
  else
    for (let i = 0; i < n; i++) {
      const row = M.subarray(i * columns, (i + 1) * columns);
      for (let j = i; j < n; j++) gram[i * n + j] = dot(row, M.subarray(j * columns, (j + 1) * columns));
    }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) gram[i * n + j] = gram[j * n + i];
  return gram;
}

/** ‖Mv‖/‖v‖ from below, where `frobenius` ≥ ‖M‖_F: a computed Mv is off by γ‖M‖_F‖v‖ at most. */
function quotientFromBelow(M: Float64Array, rows: number, v: Float64Array, frobenius: number): number {
  const image = new Float64Array(rows);
  product(image, M, v);
  const size = Math.sqrt(dot(v, v));
  const stretch = Math.sqrt(dot(image, image)) / size;
  return Math.max(0, stretch * (1 - roundings(rows + v.length + 8)) - frobenius * roundings(v.length + 2));
}

/**
 * ‖M‖, the largest singular value, between two proved bounds; the relative width is about 1e-11 where the smaller side
 * is a few hundred.
 *
 * Above: with G the smaller Gram matrix and m the terms of its entries, its computed Ĝ has |Ĝ − G|_ij ≤ γ_m‖r_i‖‖r_j‖
 * for the rows or columns r_i, so ‖Ĝ − G‖ ≤ γ_m‖M‖_F²; the largest eigenvalue of Ĝ is bounded by a factorisation
 * (`largestEigenvalue`); and ‖M‖ ≤ ‖M‖_F in any case. Below: ‖Mv‖/‖v‖ at the Ritz vector v, less the rounding of Mv.
 * Scaling by a power of two is exact, but for entries below 2^−1022 of the largest, which the last roundings cover.
 *
 * Time n²m/2 + n³/3 with n the smaller side and m the larger.
 *
 * @param matrix M, row-major, rows × columns, both ≥ 1.
 * @throws RangeError if its length is not rows·columns or an entry is not finite.
 */
export function operatorNorm(matrix: Float64Array, rows: number, columns: number): Bounds {
  if (!(rows >= 1 && columns >= 1 && matrix.length === rows * columns))
    throw new RangeError(`matrix has ${matrix.length} entries; it must have rows·columns = ${rows}·${columns} ≥ 1`);
  const scale = scaleOf(matrix, "matrix");
  if (scale === 0) return { lower: 0, upper: 0 };
  const M = matrix.map((t) => t * (1 / scale));
  const [n, m] = [Math.min(rows, columns), Math.max(rows, columns)];
  const squares = dot(M, M) * (1 + roundings(rows * columns + 2)) + rows * columns * 2 ** -1074;
  const frobenius = Math.sqrt(squares) * (1 + 2 ** -51);
  const error = roundings(m + 2) * squares + n * m * 2 ** -1074;
  const { upper, vector } = largestEigenvalue(smallerGram(M, rows, columns), n, squares * (1 + 2 ** -40));
  const above = Math.min(frobenius, Math.sqrt((upper + error) * (1 + 2 ** -50)) * (1 + 2 ** -51));
  let right = vector;
  if (columns > rows) {
    right = new Float64Array(columns);
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) right[j] += vector[i] * M[i * columns + j];
  }
  return {
    lower: Math.max(0, multiplyDown(quotientFromBelow(M, rows, right, frobenius), scale)),
    upper: multiplyUp(above, scale),
  };
}
