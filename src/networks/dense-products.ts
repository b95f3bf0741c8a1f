/** Terms that are summed on their own before their sum joins the total. */
const BLOCK = 256;

/** Σ_j matrix[start + j]·x[j]: four lanes within a block, blocks in order. */
function dotAt(matrix: Float64Array, start: number, x: Float64Array): number {
  const n = x.length;
  let total = 0;
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n);
    // One declaration each: an array pattern here makes the whole product three times slower.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let j = from;
    for (; j + 3 < to; j += 4) {
      a += matrix[start + j] * x[j];
      b += matrix[start + j + 1] * x[j + 1];
      c += matrix[start + j + 2] * x[j + 2];
      d += matrix[start + j + 3] * x[j + 3];
    }
    for (; j < to; j++) a += matrix[start + j] * x[j];
    total += a + b + (c + d);
  }
  return total;
}

/** x·y for vectors of one length n; the error is that of `product` with n terms. */
export function dot(x: Float64Array, y: Float64Array): number {
  return dotAt(x, 0, y);
}

/**
 * Writes the product Mx to `out`; `matrix` is M, row-major, out.length × x.length. `out` must be none of the others.
 *
 * Each entry is a sum of n = x.length terms taken in blocks of 256, so its error is at most
 * (70 + n/256)·2⁻⁵³·Σ|terms| to first order: a running sum in one go would have n in place of 70 + n/256.
 */
export function product(out: Float64Array, matrix: Float64Array, x: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = dotAt(matrix, i * x.length, x);
}

/** Adds Σ_i y_i·(row i) over the rows from ≤ i < to, four rows at a time. */
function addRows(out: Float64Array, matrix: Float64Array, y: Float64Array, from: number, to: number): void {
  const columns = out.length;
  let i = from;
  for (; i + 3 < to; i += 4) {
    const p = i * columns;
    const q = p + columns;
    const r = q + columns;
    const s = r + columns;
    const [yp, yq, yr, ys] = [y[i], y[i + 1], y[i + 2], y[i + 3]];
    for (let j = 0; j < columns; j++) {
      out[j] += yp * matrix[p + j] + yq * matrix[q + j] + (yr * matrix[r + j] + ys * matrix[s + j]);
    }
  }
  for (; i < to; i++) {
    for (let j = 0; j < columns; j++) out[j] += y[i] * matrix[i * columns + j];
  }
}

/**
 * Writes the transposed product M^T y to `out`; `matrix` is M, row-major, y.length × out.length. `out` must be none
 * of the others. Same error bound as `product`, with n = y.length terms.
 */
export function transposedProduct(out: Float64Array, matrix: Float64Array, y: Float64Array): void {
  const rows = y.length;
  out.fill(0);
  addRows(out, matrix, y, 0, Math.min(BLOCK, rows));
  if (rows <= BLOCK) return;
  const block = new Float64Array(out.length);
  for (let from = BLOCK; from < rows; from += BLOCK) {
    block.fill(0);
    addRows(block, matrix, y, from, Math.min(from + BLOCK, rows));
    for (let j = 0; j < out.length; j++) out[j] += block[j];
  }
}
