import { defineSampler } from "lemmacheck";
import { chiSquare } from "lemmacheck/probability";
import { m, n } from "../parameters.js";

/** Squares of the bidiagonal: a_i of the diagonal, b_i beside it. */
interface Bidiagonal {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** How many eigenvalues of the tridiagonal BᵀB are below y, by the signs of the pivots of BᵀB − y. */
function below({ a, b }: Bidiagonal, y: number): number {
  let count = 0;
  let pivot = 1;
  for (let i = 0; i < a.length; i++) {
    // (BᵀB)_ii = a_i + b_{i−1}; the square of the entry beside it is a_{i−1}·b_{i−1}.
    const beside = i === 0 ? 0 : b[i - 1];
    pivot = a[i] + beside - y - (i === 0 ? 0 : (a[i - 1] * beside) / pivot);
    if (pivot === 0) pivot = -Number.MIN_VALUE;
    if (pivot < 0) count++;
  }
  return count;
}

/** Bisection ends here, relative to the norm; Sturm's count is right for a matrix that differs by a few ulp of the norm. */
const ACCURACY = 1e-11;

/** The eigenvalue of BᵀB with exactly `rank` smaller ones, between two ends. */
function eigenvalue(matrix: Bidiagonal, rank: number): { readonly lower: number; readonly upper: number } {
  const { a, b } = matrix;
  let norm = Number.MIN_VALUE;
  for (let i = 0; i < a.length; i++) {
    const [before, after] = [i === 0 ? 0 : b[i - 1], i < b.length ? b[i] : 0];
    norm = Math.max(norm, a[i] + before + Math.sqrt(before * (a[i - 1] ?? 0)) + Math.sqrt(a[i] * after));
  }
  // All are in Gershgorin's discs.
  let [lower, upper] = [0, 1.001 * norm];
  while (upper - lower > ACCURACY * norm) {
    const middle = (lower + upper) / 2;
    if (below(matrix, middle) > rank) upper = middle;
    else lower = middle;
  }
  return { lower: Math.max(0, lower - ACCURACY * norm), upper: upper + ACCURACY * norm };
}

/** The extreme singular values of a matrix, times √n: each between two ends. */
export interface SingularValues {
  readonly largest: { readonly lower: number; readonly upper: number };
  readonly smallest: { readonly lower: number; readonly upper: number };
}

/**
 * The extreme singular values of an n × m matrix of independent N(0, 1) variables, m ≤ n. Householder reflections from
 * both sides in turn make it bidiagonal and leave independent χ variables: χ_n, χ_{n−1}, … on the diagonal, χ_{m−1},
 * χ_{m−2}, … beside it (Silverstein 1985; Dumitriu and Edelman 2002). So a draw takes O(m), whatever n.
 */
export const gaussianMatrix = defineSampler({
  id: "gaussian-matrix",
  parameters: [n, m],
  cost: ({ m }) => 60 * m,
  draw: ({ n, m }, random): SingularValues => {
    const bits = random("bidiagonal");
    const a = Float64Array.from({ length: m }, (_, i) => chiSquare(n - i, bits));
    const b = Float64Array.from({ length: m - 1 }, (_, i) => chiSquare(m - 1 - i, bits));
    const root = ({ lower, upper }: { readonly lower: number; readonly upper: number }) => ({
      lower: Math.sqrt(lower),
      upper: Math.sqrt(upper),
    });
    return { largest: root(eigenvalue({ a, b }, m - 1)), smallest: root(eigenvalue({ a, b }, 0)) };
  },
});
