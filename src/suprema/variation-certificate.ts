import type { Activation } from "../activations/activation.js";
import { dot } from "../network/dense-products.js";
import { largestOf } from "./largest-of.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { roundings } from "./positive-definite.js";

/** Evaluations of ψ' that a certificate may take on each side, and how many at least for each neuron. */
const EVALUATIONS = 2 ** 10;
const FEWEST = 2;

/**
 * An upper bound on |ψ'(u) − ψ'(u + t)| over |t| ≤ reach: the largest at m points on each side, plus L·reach/(2m) for
 * what lies between them; never more than L·reach or 2·sup|ψ'|. ψ' is right to 8 ulp.
 */
function reachableOscillation({ derivative, smoothness, lipschitz }: Activation, u: number, reach: number, m: number) {
  const crude = Math.min(smoothness * reach, 2 * lipschitz);
  const between = (smoothness * reach) / (2 * m);
  if (between >= crude || !(reach < Infinity)) return crude;
  const slope = derivative(u);
  let largest = 0;
  let size = Math.abs(slope);
  for (let j = 1; j <= m; j++)
    for (const t of [(reach * j) / m, (-reach * j) / m]) {
      const there = derivative(u + t);
      largest = Math.max(largest, Math.abs(slope - there));
      size = Math.max(size, Math.abs(there));
    }
  return Math.min(crude, largest + between + size * 2 ** -48 + smoothness * 2 ** -51 * (Math.abs(u) + reach));
}

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

/**
 * An upper bound on sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ for a smooth ψ, at any size.
 *
 * ∇f(x) − ∇f(x + δ) = Wᵀ(a∘D)/√k with D_ℓ = ψ'(u_ℓ) − ψ'(u_ℓ + t_ℓ) and t = Wδ, so its norm is at most
 * (‖W‖/√k)·(Σ a_ℓ² D_ℓ²)^(1/2). Here ‖t‖ ≤ ‖W‖R and |t_ℓ| ≤ R‖w_ℓ‖, and |D_ℓ| is at most L|t_ℓ| and at most the
 * oscillation O_ℓ of ψ' about u_ℓ over the reachable interval. The maximum of Σ a_ℓ² min(L²t_ℓ², O_ℓ²) under those
 * constraints is a fractional knapsack: t_ℓ² buys a_ℓ²L² a unit up to (O_ℓ/L)². With |a_ℓ| = 1 this is
 * min(L‖W‖R, (Σ O_ℓ²)^(1/2)).
 *
 * Certain where `operatorNorm` and `rowNorms` are; rounded up.
 *
 * @param evaluations of ψ', about, on each side of all u_ℓ together, to bound O_ℓ; with 0 by L and sup|ψ'| alone.
 */
export function certifyVariation(around: Neighbourhood, radius: number, evaluations = EVALUATIONS): number {
  const { activation, k, coefficients, x, preActivations: u, rounding, size, rowNorms } = around;
  const { smoothness: L, lipschitz } = activation;
  const { upper: norm } = around.operatorNorm;
  if (L === 0 || norm === 0) return 0;
  const T = norm * radius;
  const crude = rowNorms.map((r) => Math.min(radius * r, (2 * lipschitz) / L));
  let bound = L * steepest(coefficients, crude, T);
  const largest = largestOf(coefficients);
  // Where the constraint on ‖t‖ decides by far, closer oscillations cannot help.
  if (evaluations > 0 && !(T < 0.1 * Math.sqrt(dot(crude, crude)))) {
    const m = Math.max(FEWEST, Math.floor(evaluations / k));
    const caps = crude.map((_, i) => reachableOscillation(activation, u[i], radius * rowNorms[i], m) / L);
    // u is computed: the true O_ℓ may be larger by 2L times what it is off by.
    const shift = 2 * L * rounding * size * Math.sqrt(dot(x, x)) * largest;
    bound = Math.min(bound, L * steepest(coefficients, caps, T) + shift);
  }
  return (norm / Math.sqrt(k)) * bound * (1 + roundings(2 * k + 40));
}
