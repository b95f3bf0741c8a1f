import { dot } from "../dense-products.js";
import { slopesAt } from "./gradient-difference.js";
import { largestOf } from "./largest-of.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { roundings } from "./positive-definite.js";
import { reachableSlopes } from "./reachable-slopes.js";

/** Evaluations of ψ' that a certificate may take on each side, and how many at least for each neuron. */
const EVALUATIONS = 2 ** 11;
const FEWEST = 2;

/** The root of max Σ a_ℓ² t_ℓ² over Σ t_ℓ² ≤ T², |t_ℓ| ≤ c_ℓ: the budget goes to the largest |a_ℓ| first. */
function steepest(coefficients: Float64Array, caps: Float64Array, T: number): number {
  if (T >= Math.sqrt(dot(caps, caps))) {
    const all = caps.map((c, i) => c * coefficients[i]);
    return Math.sqrt(dot(all, all));
  }
  const order = Uint32Array.from(caps.keys());
  if (coefficients.some((a) => Math.abs(a) !== Math.abs(coefficients[0])))
    order.sort((i, j) => Math.abs(coefficients[j]) - Math.abs(coefficients[i]));
  let [left, gain] = [1, 0];
  for (const i of order) {
    const spent = Math.min(left, (caps[i] / T) ** 2);
    gain += coefficients[i] ** 2 * spent;
    left -= spent;
    if (!(left > 0)) break;
  }
  return T * Math.sqrt(gain);
}

/** An upper bound on ‖Wᵀ(a∘D)‖ over D in a box: at its centre by a product, and ‖W‖ times half its size for the rest. */
function overBox(around: Neighbourhood, least: Float64Array, most: Float64Array): number {
  const { coefficients, transposedProduct, rounding, size, operatorNorm } = around;
  const centre = coefficients.map((a, i) => a * (least[i] + most[i]) * 0.5);
  const half = coefficients.map((a, i) => a * (most[i] - least[i]) * 0.5);
  const middle = transposedProduct(centre);
  const norm = (v: Float64Array) => Math.sqrt(dot(v, v));
  return (
    norm(middle) * (1 + roundings(middle.length + 8)) + rounding * size * norm(centre) + operatorNorm.upper * norm(half)
  );
}

/**
 * An upper bound on sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ for a smooth ψ, at any size.
 *
 * ∇f(x) − ∇f(x + δ) = Wᵀ(a∘D)/√k with D_ℓ = ψ'(u_ℓ) − ψ'(u_ℓ + t_ℓ) and t = Wδ, ‖t‖ ≤ ‖W‖R, |t_ℓ| ≤ R‖w_ℓ‖. D_ℓ lies in
 * an interval by what ψ' can be at u_ℓ + t_ℓ (`reachableSlopes`), and |D_ℓ| ≤ L|t_ℓ|. Two bounds, of which the lesser:
 *
 * - (‖W‖/√k)·(Σ a_ℓ² D_ℓ²)^(1/2). With O_ℓ the most of |D_ℓ|, the maximum of Σ a_ℓ² min(L²t_ℓ², O_ℓ²) is a fractional
 *   knapsack: t_ℓ² buys a_ℓ²L² a unit up to (O_ℓ/L)². With |a_ℓ| = 1 this is min(L‖W‖R, (Σ O_ℓ²)^(1/2)).
 * - ‖Wᵀ(a∘m)‖/√k + (‖W‖/√k)·(Σ a_ℓ² h_ℓ²)^(1/2) with m the middles and h the half widths of the intervals. In the first
 *   term the signs a_ℓ cancel, so this is better by up to a factor of 2 where R is large enough for ψ' to have its range.
 *
 * Certain where `operatorNorm` and `rowNorms` are; rounded up.
 *
 * @param evaluations of ψ', about, on each side of all u_ℓ together, to bound D_ℓ; with 0 by L and sup|ψ'| alone.
 */
export function certifyVariation(around: Neighbourhood, radius: number, evaluations = EVALUATIONS): number {
  const { activation, k, coefficients, x, preActivations: u, rounding, size, rowNorms } = around;
  const { smoothness: L, lipschitz } = activation;
  const { upper: norm } = around.operatorNorm;
  if (L === 0 || norm === 0) return 0;
  const T = norm * radius;
  const crude = rowNorms.map((r) => Math.min(radius * r, (2 * lipschitz) / L));
  let bound = norm * L * steepest(coefficients, crude, T);
  // Where the constraint on ‖t‖ decides by far, what single neurons can reach does not matter.
  if (!(T < 0.1 * Math.sqrt(dot(crude, crude)))) {
    const m = evaluations > 0 ? Math.max(FEWEST, Math.floor(evaluations / k)) : 0;
    const slopes = slopesAt(around);
    const [least, most] = [new Float64Array(k), new Float64Array(k)];
    for (let i = 0; i < k; i++) {
      const range = reachableSlopes(activation, u[i], radius * rowNorms[i], m);
      least[i] = slopes[i] - range.most;
      most[i] = slopes[i] - range.least;
    }
    const caps = crude.map((c, i) => Math.min(c, Math.max(-least[i], most[i]) / L));
    // u is computed: ψ'(u_ℓ) and the ends of the range may be off by L times what it is off by, and ψ' by 8 ulp.
    const slopeSize = Math.min(lipschitz, largestOf(slopes));
    const shift =
      norm *
      largestOf(coefficients) *
      (2 * L * rounding * size * Math.sqrt(dot(x, x)) + 2 ** -48 * slopeSize * Math.sqrt(k));
    for (const closer of [norm * L * steepest(coefficients, caps, T), overBox(around, least, most)])
      if (closer + shift < bound) bound = closer + shift;
  }
  return (bound / Math.sqrt(k)) * (1 + roundings(2 * k + 40));
}
