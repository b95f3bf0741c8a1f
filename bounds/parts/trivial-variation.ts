import type { Given } from "../parameters.js";

/** A standard bound on ‖W‖ with probability 1 − γ: 1 + √(k/d) + √(2 log(1/γ)/d). */
function standardNorm({ d, k, gamma }: Given<"d" | "k" | "gamma">): number {
  return 1 + Math.sqrt(k / d) + Math.sqrt((-2 * Math.log(gamma)) / d);
}

/**
 * sup_{‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ with probability 1 − γ by the triangle inequality alone: ‖W‖/√k times the most of
 * (Σ (ψ'(u) − ψ'(u + t))²)^(1/2), which is at most L‖W‖R and at most 2√k·sup|ψ'|.
 */
export function trivialVariation(given: Given<"psi" | "d" | "k" | "gamma" | "radius">): number {
  const { psi, k, radius } = given;
  const norm = standardNorm(given);
  return (norm / Math.sqrt(k)) * Math.min(psi.smoothness * radius * norm, 2 * Math.sqrt(k) * psi.lipschitz);
}

/** Lip(Φ) with probability 1 − γ by the triangle inequality alone: max(R, 1)·L‖W‖²/√k. */
export function trivialLipschitz(given: Given<"psi" | "d" | "k" | "gamma" | "radius">): number {
  const { psi, k, radius } = given;
  return (Math.max(1, radius) * psi.smoothness * standardNorm(given) ** 2) / Math.sqrt(k);
}
