import { pow } from "lemmacheck";
import type { Given } from "../parameters.js";

/** |f(x)| with probability 1 − γ without Lemma 1: surely √k·sup|ψ|, or Chebyshev with E f² = E ψ(X)². */
export function trivialValue({ psi, k, gamma }: Given<"psi" | "k" | "gamma">): number {
  return Math.min(Math.sqrt(k) * psi.supremum, Math.sqrt(psi.gaussian.secondMoment.value / gamma));
}

/**
 * ‖∇f(x)‖ from below with probability 1 − γ without Lemma 2: Chebyshev for h² = ‖s‖²χ²_{d−1}/d, the part of ‖∇f‖²
 * across x. With m = E ψ'², E‖s‖⁴ = m² + (E ψ'⁴ − m²)/k and Eχ⁴ = (d−1)(d+1).
 */
export function trivialGradient({ psi, d, k, gamma }: Given<"psi" | "d" | "k" | "gamma">): number {
  const m = psi.gaussian.derivativeSecondMoment.value;
  const fourth = psi.derivativeMoments ? psi.derivativeMoments.sigma ** 2 : pow(psi.lipschitz, 4);
  const mean = (m * (d - 1)) / d;
  const secondMoment = ((m * m + (fourth - m * m) / k) * (d - 1) * (d + 1)) / (d * d);
  const spread = Math.sqrt(Math.max(0, secondMoment - mean * mean) / gamma);
  return Math.sqrt(Math.max(0, mean - spread));
}
