/** Adds c·r r^T of one row r, which starts at `start`, to the upper triangle of `out`. */
function addOuter(out: Float64Array, matrix: Float64Array, start: number, c: number, d: number): void {
  for (let p = 0; p < d; p++) {
    const cp = c * matrix[start + p];
    for (let q = p; q < d; q++) out[p * d + q] += cp * matrix[start + q];
  }
}

/**
 * Adds the upper triangle of M^T diag(c) M to `out`, d × d row-major; `matrix` is M, row-major, c.length × d. What
 * is below the diagonal of `out` stays. Four rows at a time: the error of an entry is at most
 * (7 + c.length/4)·2⁻⁵³·Σ|terms| to first order.
 */
export function addWeightedGram(out: Float64Array, matrix: Float64Array, c: Float64Array): void {
  const d = Math.sqrt(out.length);
  let i = 0;
  for (; i + 3 < c.length; i += 4) {
    const [r0, r1, r2, r3] = [i * d, (i + 1) * d, (i + 2) * d, (i + 3) * d];
    for (let p = 0; p < d; p++) {
      const c0 = c[i] * matrix[r0 + p];
      const c1 = c[i + 1] * matrix[r1 + p];
      const c2 = c[i + 2] * matrix[r2 + p];
      const c3 = c[i + 3] * matrix[r3 + p];
      const row = p * d;
      for (let q = p; q < d; q++) {
        out[row + q] += c0 * matrix[r0 + q] + c1 * matrix[r1 + q] + (c2 * matrix[r2 + q] + c3 * matrix[r3 + q]);
      }
    }
  }
  for (; i < c.length; i++) addOuter(out, matrix, i * d, c[i], d);
}
