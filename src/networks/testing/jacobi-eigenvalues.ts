/** The eigenvalues of a symmetric matrix, n × n in full, ascending: cyclic Jacobi rotations, independent of Lanczos. */
export function jacobiEigenvalues(matrix: Float64Array, n: number): number[] {
  const A = matrix.slice();
  const at = (i: number, j: number) => A[i * n + j];
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += at(i, j) ** 2;
    if (off === 0) break;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (at(p, q) === 0) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(1 + theta * theta));
        const c = 1 / Math.sqrt(1 + t * t);
        const s = t * c;
        for (let m = 0; m < n; m++) {
          const [x, y] = [at(m, p), at(m, q)];
          A[m * n + p] = c * x - s * y;
          A[m * n + q] = s * x + c * y;
        }
        for (let m = 0; m < n; m++) {
          const [x, y] = [at(p, m), at(q, m)];
          A[p * n + m] = c * x - s * y;
          A[q * n + m] = s * x + c * y;
        }
        A[p * n + q] = 0;
        A[q * n + p] = 0;
      }
  }
  return Array.from({ length: n }, (_, i) => at(i, i)).toSorted((a, b) => a - b);
}
