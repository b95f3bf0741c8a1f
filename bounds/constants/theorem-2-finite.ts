import { pow } from "lemmacheck";
import { leastWhere } from "./least-where.js";
import { reluValueMoments } from "./relu-value-moments.js";

/** C₄ and C₅ of the finite form of Theorem 2. */
export const FINITE_STEP = { C4: 5, C5: 10 } as const;

/**
 * What is left of C₄√log(1/γ)(1 − V/g) − F at sizes k and d: positive where the proof of Proposition 5 gives Theorem 2.
 *
 * Each of four events fails with probability at most γ/4, ℓ = log(4/γ):
 *
 * - |f(x)| ≤ F = σ√(2 log(8/γ)) + c·log(8/γ)/√k: Lemma 1, two-sided, with the ReLU's own σ² = 1/2;
 * - ‖∇f(x)‖ ≥ g: of n ~ Bin(k, ½) active neurons n ≥ k/2 − √(k·log(8/γ)/2) (Hoeffding), and the part of ‖∇f‖² across x is
 *   (n/k)χ²_{d−1}/d with χ²_m ≥ m − 2√(m·log(8/γ)) (Laurent and Massart);
 * - ‖W‖ ≤ w = 1 + √(k/d) + √(2ℓ/d) (Davidson and Szarek);
 * - at most N = kp + √(2kpℓ) + ℓ/3 neurons have |w_ℓ·x| ≤ τ, p = P(|X| ≤ τ) ≤ τ√(2/π) (Bernstein).
 *
 * The step has length r = C₄√log(1/γ)/‖∇f‖ ≤ C₄√log(1/γ)/g. Within it a neuron beyond τ changes only if
 * |w_ℓ·δ| > τ, which at most (wr/τ)² do, so that at most m = N + (wr/τ)² change and the gradient by at most
 * V = w√(m/k), as in (24) but with a free τ; any will do, and ours makes 2kp√… + (wr/τ)² about least. The chain
 * (15) ends at f(x) − η‖∇f‖²(1 − V/‖∇f‖), below 0 where C₄√log(1/γ)(1 − V/g) > F.
 */
export function finiteMargin(k: number, d: number, gamma: number): number {
  const log = -Math.log(gamma);
  const [quarter, eighth] = [Math.log(4) + log, Math.log(8) + log];
  const moments = reluValueMoments();
  const F = moments.sigma * Math.sqrt(2 * eighth) + (moments.c * eighth) / Math.sqrt(k);
  const active = 1 / 2 - Math.sqrt(eighth / (2 * k));
  const across = (d - 1 - 2 * Math.sqrt((d - 1) * eighth)) / d;
  if (!(active > 0 && across > 0)) return -Infinity;
  const g = Math.sqrt(active * across);
  const reach = FINITE_STEP.C4 * Math.sqrt(log);
  const w = 1 + Math.sqrt(k / d) + Math.sqrt((2 * quarter) / d);
  const density = Math.sqrt(2 / Math.PI);
  const tau = pow((2 * (w * reach) ** 2) / (g ** 2 * density * k), 1 / 3);
  const small = k * density * tau;
  const m = small + Math.sqrt(2 * small * quarter) + quarter / 3 + ((w * reach) / (g * tau)) ** 2;
  const V = w * Math.sqrt(Math.min(1, m / k));
  // ‖η∇f‖ ≤ C₅√log(1/γ) besides.
  return reach / g > FINITE_STEP.C5 * Math.sqrt(log) ? -Infinity : reach * (1 - V / g) - F;
}

/** A dimension beside which every width that `leastWhere` tries is small. */
const ENDLESS = 1e250;

/** The least width for which some dimension will do. */
export function finiteLeastWidth(gamma: number): number {
  return leastWhere((k) => finiteMargin(k, ENDLESS, gamma) > 0);
}

/** The least dimension that will do at a width; Infinity where the width is too small. */
export function finiteLeastDimension(k: number, gamma: number): number {
  return leastWhere((d) => finiteMargin(k, d, gamma) > 0);
}
