/** The largest eigenvalue of a symmetric tridiagonal matrix, and a unit eigenvector. */
export interface TridiagonalExtreme {
  readonly value: number;
  readonly vector: Float64Array;
}

/** Whether t·I − T is positive definite, by the signs of its LDLᵀ pivots, which go to `pivots`. */
function isAbove(t: number, diagonal: ArrayLike<number>, off: ArrayLike<number>, pivots: Float64Array): boolean {
  for (let i = 0; i < pivots.length; i++) {
    pivots[i] = t - diagonal[i] - (i > 0 ? (off[i - 1] * off[i - 1]) / pivots[i - 1] : 0);
    if (!(pivots[i] > 0)) return false;
  }
  return true;
}

/** Solves (t·I − T) y = b in place from its pivots, and normalises. */
function solveAndNormalise(b: Float64Array, off: ArrayLike<number>, pivots: Float64Array): void {
  const n = b.length;
  for (let i = 1; i < n; i++) b[i] += (off[i - 1] / pivots[i - 1]) * b[i - 1];
  for (let i = n - 1; i >= 0; i--) b[i] = b[i] / pivots[i] + (i < n - 1 ? (off[i] / pivots[i]) * b[i + 1] : 0);
  const largest = b.reduce((most, t) => Math.max(most, Math.abs(t)), 0);
  const norm = largest * Math.sqrt(b.reduce((sum, t) => sum + (t / largest) ** 2, 0));
  for (let i = 0; i < n; i++) b[i] /= norm;
}

/**
 * Bisection on the pivots of t·I − T (positive exactly above the spectrum), then inverse iteration from the upper end,
 * where that matrix is positive definite and the elimination stable without pivoting.
 *
 * @param diagonal of length n ≥ 1.
 * @param off of length at least n − 1.
 */
export function tridiagonalExtreme(diagonal: ArrayLike<number>, off: ArrayLike<number>): TridiagonalExtreme {
  const n = diagonal.length;
  const pivots = new Float64Array(n);
  const vector = new Float64Array(n).fill(1 / Math.sqrt(n));
  let [low, high] = [-Infinity, -Infinity];
  let scale = 0;
  for (let i = 0; i < n; i++) {
    const reach = (i > 0 ? Math.abs(off[i - 1]) : 0) + (i < n - 1 ? Math.abs(off[i]) : 0);
    low = Math.max(low, diagonal[i]);
    high = Math.max(high, diagonal[i] + reach);
    scale = Math.max(scale, Math.abs(diagonal[i]) + reach);
  }
  if (scale === 0) return { value: 0, vector };
  high += 2 ** -50 * scale;
  while (high - low > 2 ** -52 * scale) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (isAbove(middle, diagonal, off, pivots)) high = middle;
    else low = middle;
  }
  const shift = high + 2 ** -50 * scale;
  if (isAbove(shift, diagonal, off, pivots)) for (let i = 0; i < 3; i++) solveAndNormalise(vector, off, pivots);
  return { value: low, vector };
}
