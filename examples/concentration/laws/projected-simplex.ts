import { defineSampler } from "lemmacheck";
import { chiSquare, fillNormal } from "lemmacheck/probability";
import type { Streams } from "lemmacheck/statistics";
import { d, k, points } from "../parameters.js";

/** A Wishart matrix of order N: the sum of squares of so many columns of normal variables, by Bartlett's factor. Its lower triangle. */
function wishart(order: number, degrees: number, bits: ReturnType<Streams>): Float64Array {
  const factor = new Float64Array(order * order);
  const row = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    fillNormal(row, bits);
    factor.set(row.subarray(0, i), i * order);
    factor[i * order + i] = Math.sqrt(chiSquare(degrees - i, bits));
  }
  const product = new Float64Array(order * order);
  for (let i = 0; i < order; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let l = 0; l <= j; l++) sum += factor[i * order + l] * factor[j * order + l];
      product[i * order + j] = sum;
    }
  return product;
}

/** The Cholesky factor of a positive definite matrix, in place in its lower triangle. */
function cholesky(a: Float64Array, order: number): void {
  for (let j = 0; j < order; j++)
    for (let i = j; i < order; i++) {
      let rest = a[i * order + j];
      for (let l = 0; l < j; l++) rest -= a[i * order + l] * a[j * order + l];
      a[i * order + j] = i === j ? Math.sqrt(rest) : rest / a[j * order + j];
    }
}

/** L⁻¹A·L⁻ᵀ for a lower triangular L and a symmetric A given by its lower triangle. */
function congruent(factor: Float64Array, a: Float64Array, order: number): Float64Array {
  const result = Float64Array.from(a, (_, at) => {
    const [i, j] = [Math.floor(at / order), at % order];
    return i >= j ? a[at] : a[j * order + i];
  });
  const solve = (get: (i: number) => number, set: (i: number, x: number) => void) => {
    for (let i = 0; i < order; i++) {
      let rest = get(i);
      for (let l = 0; l < i; l++) rest -= factor[i * order + l] * get(l);
      set(i, rest / factor[i * order + i]);
    }
  };
  for (let column = 0; column < order; column++)
    solve(
      (i) => result[i * order + column],
      (i, x) => {
        result[i * order + column] = x;
      },
    );
  for (let row = 0; row < order; row++)
    solve(
      (i) => result[row * order + i],
      (i, x) => {
        result[row * order + i] = x;
      },
    );
  return result;
}

/**
 * The corners of a regular simplex, N orthonormal vectors V of ℝ^d, under the projection P onto a random subspace of
 * dimension k: the largest |(d/k)·‖P(u − v)‖²/‖u − v‖² − 1| over all pairs.
 *
 * VᵀPV is a matrix variable of the Beta law: L⁻¹A·L⁻ᵀ for independent Wishart matrices A with k and B with d − k degrees of
 * freedom, A + B = LLᵀ (Muirhead 1982, Section 3.3). So a draw takes N³, whatever k and d.
 */
export const projectedSimplex = defineSampler({
  id: "projected-simplex",
  parameters: [points, d, k],
  cost: ({ points, d, k }) => (k >= points && d - k >= points ? points ** 3 / 3 : Infinity),
  draw: ({ points, d, k }, random) => {
    const kept = wishart(points, k, random("kept"));
    const all = wishart(points, d - k, random("rest")).map((x, i) => x + kept[i]);
    cholesky(all, points);
    const gram = congruent(all, kept, points);
    let worst = 0;
    for (let i = 0; i < points; i++)
      for (let j = 0; j < i; j++) {
        const squared = gram[i * points + i] + gram[j * points + j] - 2 * gram[i * points + j];
        worst = Math.max(worst, Math.abs(((d / k) * squared) / 2 - 1));
      }
    return worst;
  },
});
