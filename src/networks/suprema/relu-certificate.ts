import { dot } from "../dense-products.js";
import { largestOf } from "./largest-of.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { operatorNorm } from "./operator-norm.js";
import { roundings } from "./positive-definite.js";
import { weightedBudget } from "./weighted-budget.js";

/** Weight of the constraint beside the objective; the best of 0.35 … 2 at most shapes. */
const CONSTRAINT = 0.85;
/** Products that estimate a norm before the best is certified. */
const ESTIMATES = 5;
/** Entries of the weighted matrix, and neurons for each dimension, at most: for k ≫ d the law has the better certificate. */
const WEIGHTED_ENTRIES = 2 ** 19;
const WEIGHTED_SHARE = 12;

/** Neurons that can flip within the ball: |u_ℓ| ≤ R‖w_ℓ‖. */
interface Movable {
  readonly neurons: Uint32Array;
  /** |u_ℓ| of each, rounded down. */
  readonly depths: Float64Array;
}

function movable({ k, preActivations: u, x, rounding, size, rowNorms }: Neighbourhood, radius: number): Movable {
  const doubt = rounding * size * Math.sqrt(dot(x, x));
  const depth = u.map((t) => Math.max(0, Math.abs(t) - doubt));
  const reach = radius * (1 + 2 ** -50);
  const neurons = new Uint32Array(k).map((_, i) => i).filter((i) => depth[i] <= reach * rowNorms[i]);
  return { neurons, depths: Float64Array.from(neurons, (i) => depth[i]) };
}

/** The most depths, the smallest first, whose squares sum to no more than the budget. */
function mostFlips(depths: Float64Array, budget: number): number {
  const ascending = depths.toSorted();
  let [m, spent] = [0, 0];
  while (m < ascending.length) {
    spent += ascending[m] ** 2;
    if (spent * (1 - roundings(m + 4)) > budget) break;
    m++;
  }
  return m;
}

const budgetOf = ({ operatorNorm: { upper } }: Neighbourhood, radius: number) => (upper * radius) ** 2 * (1 + 2 ** -50);

/**
 * An upper bound on the number of activations that some δ, ‖δ‖ ≤ R, flips: those that flip have |u_ℓ| ≤ |w_ℓ·δ|, so that
 * their u² sum to at most ‖W‖²R², and |u_ℓ| ≤ R‖w_ℓ‖.
 */
export function certifyFlips(around: Neighbourhood, radius: number): number {
  return mostFlips(movable(around, radius).depths, budgetOf(around, radius));
}

/** ‖N‖² roughly, by power iteration. */
function roughNormSquared(N: Float64Array, rows: number, columns: number): number {
  let v = Float64Array.from({ length: columns }, (_, j) => 1 + 0.5 * Math.sin(12.9898 * (j + 1)));
  let value = 0;
  for (let i = 0; i < ESTIMATES; i++) {
    const next = new Float64Array(columns);
    for (let r = 0; r < rows; r++) {
      const row = N.subarray(r * columns, (r + 1) * columns);
      const image = dot(row, v);
      for (let j = 0; j < columns; j++) next[j] += image * row[j];
    }
    value = Math.sqrt(dot(next, next) / dot(v, v));
    v = next;
  }
  return value;
}

/**
 * k·sup‖∇f(x) − ∇f(x + δ)‖² from above, with weights on the neurons.
 *
 * Let z be the indicator of the flips, s = sign(u), K = WWᵀ. k‖∇f(x) − ∇f(x + δ)‖² = zᵀ(AS)K(AS)z, and as −s_ℓw_ℓ·δ ≥ |u_ℓ|
 * where z_ℓ = 1, for every r ≥ 0
 *
 *   0 ≤ 2rc Σ z_ℓ(−s_ℓw_ℓ·δ − |u_ℓ|) ≤ 2rcR‖WᵀSz‖ − 2rc Σ z_ℓ|u_ℓ| ≤ r²R² + c²zᵀSKSz − 2rc Σ z_ℓ|u_ℓ|.
 *
 * With D > 0 diagonal and ν = ‖D^{−1/2}[AW, cW]‖², (AS)K(AS) + c²SKS ⪯ νD, and z_ℓ² = z_ℓ: the supremum is at most
 * r²R² + Σ(νD_ℓ − 2rc|u_ℓ|)_+. D_ℓ = max(1, |u_ℓ|/h) lets neurons far from a flip weigh little in ν, which a plain ‖W‖ cannot;
 * ν is near 1 + c² where few neurons are near.
 */
function byWeights(around: Neighbourhood, radius: number, { neurons, depths }: Movable): number {
  const { d, weights: W, coefficients } = around;
  const columns = 2 * d;
  if (!W || neurons.length > Math.min(WEIGHTED_SHARE * d, WEIGHTED_ENTRIES / columns)) return Infinity;
  const matrix = (D: Float64Array) => {
    const N = new Float64Array(neurons.length * columns);
    neurons.forEach((i, r) => {
      const share = 1 / Math.sqrt(D[r]);
      for (let j = 0; j < d; j++) {
        const w = W[i * d + j] * share;
        N[r * columns + j] = coefficients[i] * w;
        N[r * columns + d + j] = CONSTRAINT * w;
      }
    });
    return N;
  };
  const budget = weightedBudget(depths);
  let best = { value: Infinity, threshold: 1, D: depths };
  for (const threshold of budget.thresholds) {
    const D = depths.map((depth) => Math.max(1, depth / threshold));
    const rough = roughNormSquared(matrix(D), neurons.length, columns);
    const value = budget.least(rough, threshold, CONSTRAINT, radius);
    if (value < best.value) best = { value, threshold, D };
  }
  if (best.value === Infinity) return Infinity;
  const nu = operatorNorm(matrix(best.D), neurons.length, columns).upper ** 2 * (1 + 2 ** -40);
  return budget.least(nu, best.threshold, CONSTRAINT, radius);
}

/**
 * An upper bound on sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ for the ReLU: the better of ‖W‖·max|a|·√(m/k), with m from
 * `certifyFlips`, and, where the weights are in memory, the bound with weights on the neurons. Certain where
 * `operatorNorm` and `rowNorms` are; rounded up.
 */
export function certifyReluVariation(around: Neighbourhood, radius: number): number {
  const { k, coefficients } = around;
  const found = movable(around, radius);
  const m = mostFlips(found.depths, budgetOf(around, radius));
  const plain = around.operatorNorm.upper * largestOf(coefficients) * Math.sqrt(m / k) * (1 + 2 ** -48);
  if (m === 0) return 0;
  return Math.min(plain, Math.sqrt(byWeights(around, radius, found) / k) * (1 + 2 ** -48));
}
