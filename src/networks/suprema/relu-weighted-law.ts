import { dot } from "../dense-products.js";
import { gaussianRowBound } from "./gaussian-norm-bound.js";
import type { Neighbourhood } from "./neighbourhood.js";
import { certifyFlips } from "./relu-certificate.js";
import { weightedBudget } from "./weighted-budget.js";

/**
 * An upper bound on sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ for the ReLU with a_ℓ = ±1, false with probability at most `doubt`
 * for weights drawn as in (1), beyond what `around` itself leaves open: the bound with weights on the neurons of
 * `certifyReluVariation`, at any size, in O(k log k).
 *
 * Patterns depend on δ across x alone, with R' = R/√(1 − R²/d) for R (see relu-exact.ts), and the part P of W across x is
 * Gaussian whatever u is, so the weights D may depend on u. With z the flips, k‖∇f(x) − ∇f(x + δ)‖² is ‖PᵀASz‖² plus
 * (Σ a|u|z)²/d. For the first, c = 1 and ν ≥ ‖D^{−1/2}[AP, P]‖²: if a = ±1 splits the rows of P into P₊ and P₋,
 *
 *   ‖[AP, P](p, q)‖²_{D⁻¹} = ‖D^{−1/2}P₊(p + q)‖² + ‖D^{−1/2}P₋(q − p)‖² ≤ max‖D^{−1/2}P_±‖²·2(‖p‖² + ‖q‖²),
 *
 * and E‖D^{−1/2}P_±‖ ≤ 1 + √(ΣD_ℓ⁻¹/d) by Chevet's inequality as D ≥ 1, with deviations of s of probability at most
 * exp(−s²d/2). The second is at most m·Σ_T u²/d, with m flips at most and Σ_T u² ≤ ‖W‖²R².
 *
 * @returns Infinity from R = √d on.
 */
export function certifyByWeightedLaw(around: Neighbourhood, radius: number, doubt: number): number {
  const { d, k, preActivations: u, coefficients, x, rounding, size, operatorNorm } = around;
  if (!(radius < Math.sqrt(d))) return Infinity;
  const part = doubt / 3;
  const error = rounding * size * Math.sqrt(dot(x, x));
  const cutoff = radius * gaussianRowBound(k, d, part) + error;
  const near = new Uint32Array(k).map((_, i) => i).filter((i) => Math.abs(u[i]) <= cutoff);
  const depths = Float64Array.from(near, (i) => Math.max(0, Math.abs(u[i]) - error));
  const reach = radius / Math.sqrt(1 - radius ** 2 / d);
  const deviation = Math.sqrt((-2 * Math.log(part)) / d);
  const budget = weightedBudget(depths);
  let best = Infinity;
  for (const threshold of budget.thresholds) {
    let [plus, minus] = [0, 0];
    for (let i = 0; i < near.length; i++) {
      const share = Math.min(1, threshold / Math.max(threshold, depths[i]));
      if (coefficients[near[i]] > 0) plus += share;
      else minus += share;
    }
    const norm = 1 + Math.sqrt(Math.max(plus, minus) / d) + deviation;
    best = Math.min(best, budget.least(2 * norm * norm * (1 + 2 ** -40), threshold, 1, reach * (1 + 2 ** -48)));
  }
  if (best === Infinity) return near.length === 0 ? 0 : Infinity;
  const alongX = (certifyFlips(around, radius) * (operatorNorm.upper * radius) ** 2) / d;
  return Math.sqrt((best + alongX) / k) * (1 + 2 ** -40);
}
