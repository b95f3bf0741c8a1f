import type { Hypothesis } from "lemmacheck";
import { pow } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import { centredOrHalf } from "../hypotheses/hypotheses.js";
import type { Given } from "../parameters.js";
import { offsetFactor, type SmoothActivation, theoremOneSizesOf } from "./theorem-1-readings.js";

/** The explicit constants of the proof of Theorem 1 at some γ. */
export interface TheoremOneConstants {
  /** |η|·‖∇f(x)‖² = C₃·√log(1/γ) */
  readonly C3: number;
  /** ‖η∇f(x)‖ ≤ C₄·√log(1/γ), and R = C₄·√log(1/γ) */
  readonly C4: number;
  readonly R: number;
  /** The smallest width that (13) and (14) ask for. */
  readonly leastWidth: number;
  /** The smallest dimension that they ask for at a given width. */
  leastDimension(k: number): number;
}

/**
 * The constants that the proof of Theorem 1 gives. Section 2 takes ψ to be 1-Lipschitz; its own
 * Lipschitz constant ℓ is scaled away: f = ℓf̃ with f̃ the network of ψ/ℓ, for which c = c_ψ/ℓ and L = L_ψ/ℓ. The step
 * η∇f = ηℓ∇f̃ is η̃ = ηℓ for f̃, and η̃‖∇f̃‖² = (32/c²)√log(1/γ) says η‖∇f‖² = ℓ(32/c²)√log(1/γ): C₃ = 32ℓ/c². Its length
 * is the same for both, at most R = (64/c³)√log(1/γ).
 *
 * The proof takes ψ(0) = 0, and the theorem does not: with m = |ψ(0)|/ℓ, |f̃| ≤ (1 + m)·2√log(1/γ) (`offsetFactor`), and
 * C₃ and C₄ with the factor 1 + m leave the chain (15) as it is: η‖∇f̃‖²/2 = (1 + m)(16/c²)√log(1/γ) ≥ 2|f̃|.
 *
 * (14) with c_ψ/4 asks that 20RL(√(log(Rk/γ)/d) + log(1/γ)/√k) ≤ c/4; each half c/8: k ≥ (160RL·log(1/γ)/c)² and
 * d ≥ (160RL/c)²·log(Rk/γ). (13) asks for k ≥ C·log(2/γ) and d ≥ C·log(8/γ). No union bound over (13) and (14), as
 * in the paper.
 *
 * @param scale ℓ, or 1 for the constants of a ψ that is 1-Lipschitz as it stands, without scaling.
 */
export function theoremOneConstants(psi: SmoothActivation, gamma: number, scale = psi.lipschitz): TheoremOneConstants {
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / scale;
  const factor = offsetFactor(psi, scale);
  const C4 = (64 * factor) / pow(c, 3);
  const { leastWidth, leastDimension } = theoremOneSizesOf(psi, gamma, "printed", scale);
  return {
    C3: (32 * scale * factor) / c ** 2,
    C4,
    R: C4 * Math.sqrt(-Math.log(gamma)),
    leastWidth,
    leastDimension,
  };
}

/** C₃ and C₄ as they are used, ℓ = Lip(ψ). */
export const THEOREM_ONE_LATEX = String.raw`C_3 = \frac{32\,\ell^2 (\ell + |\psi(0)|)}{c_\psi^2},\ C_4 = \frac{64\,\ell^2 (\ell + |\psi(0)|)}{c_\psi^3},\ \ell = \mathrm{Lip}(\psi)`;

/** Which constants stand for those that the theorem does not print. */
export const THEOREM_ONE_READING =
  "“there exists constants … depending on ψ”: those of the proof and the sizes that (13) and (14) ask for, C₃ and C₄ times 1 + |ψ(0)|/Lip(ψ), as the proof takes ψ(0) = 0, and then for γ ≤ 1/2";

/** The width and dimension that the proof of Theorem 1 asks for, and where its constants are derived. */
export const theoremOneSizes: readonly Hypothesis<Given<"psi" | "d" | "k" | "gamma">>[] = [
  centredOrHalf,
  {
    latex: String.raw`k \ge \max\left( \left( 160 R L \log(1/\gamma) / c_\psi \right)^2, C \log(2/\gamma) \right),\ R = \max(1, C_4 \sqrt{\log(1/\gamma)})`,
    parameter: k,
    least: ({ psi, gamma }) => theoremOneConstants(psi, gamma).leastWidth,
  },
  {
    latex: String.raw`d \ge \max\left( \left( 160 R L / c_\psi \right)^2 \log(Rk/\gamma), C \log(8/\gamma) \right)`,
    parameter: d,
    least: ({ psi, gamma, k }) => theoremOneConstants(psi, gamma).leastDimension(k),
  },
];
