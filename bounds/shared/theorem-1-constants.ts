import type { Activation, Given, Hypothesis } from "lemmacheck";
import { boundedVariationConstants, type SizeConstants } from "./proposition-2-constants.js";

/**
 * The least C ≥ 1 for which k ≥ C log(2/γ) and d ≥ C log(8/γ) carry Proposition 1 to (13), for c = c_ψ ≤ 1:
 * the value needs √2(1 + √(log(2/γ)/k)) ≤ 2; for the gradient log(4/γ) ≤ 2 log(2/γ) gives x = √(log(4/γ)/k) ≤ √(2/C),
 * and (c² − √2·x(1 + x))^(1/2)·(1 − 5/√C) ≥ c/2 is needed at that x. Both hold for every larger C.
 */
export function simplifiedConstant(c: number): number {
  const suffices = (C: number) => {
    const x = Math.sqrt(2 / C);
    const square = c * c - Math.SQRT2 * x * (1 + x);
    return (
      Math.SQRT2 * (1 + 1 / Math.sqrt(C)) <= 2 &&
      square >= 0 &&
      C >= 25 &&
      Math.sqrt(square) * (1 - 5 / Math.sqrt(C)) >= c / 2
    );
  };
  let [low, high] = [1, 2];
  while (!suffices(high)) [low, high] = [high, 2 * high];
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (suffices(middle)) high = middle;
    else low = middle;
  }
  return high;
}

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
 * The constants that the proof of Theorem 1 gives, for ψ with ψ(0) = 0. Section 2 takes ψ to be 1-Lipschitz; its own
 * Lipschitz constant ℓ is scaled away: f = ℓf̃ with f̃ the network of ψ/ℓ, for which c = c_ψ/ℓ and L = L_ψ/ℓ. The step
 * η∇f = ηℓ∇f̃ is η̃ = ηℓ for f̃, and η̃‖∇f̃‖² = (32/c²)√log(1/γ) says η‖∇f‖² = ℓ(32/c²)√log(1/γ): C₃ = 32ℓ/c². Its length
 * is the same for both, at most R = (64/c³)√log(1/γ).
 *
 * (14) with c_ψ/4 asks that 20RL(√(log(Rk/γ)/d) + log(1/γ)/√k) ≤ c/4; each half c/8: k ≥ (160RL·log(1/γ)/c)² and
 * d ≥ (160RL/c)²·log(Rk/γ). (13) asks for k ≥ C·log(2/γ) and d ≥ C·log(8/γ). No union bound over (13) and (14), as
 * in the paper.
 *
 * @param scale ℓ, or 1 for the constants of a ψ that is 1-Lipschitz as it stands, without scaling.
 */
export function theoremOneConstants(psi: Activation, gamma: number, scale = psi.lipschitz): TheoremOneConstants {
  const log = -Math.log(gamma);
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / scale;
  const L = psi.smoothness / scale;
  const C = simplifiedConstant(c);
  const C4 = 64 / c ** 3;
  const R = C4 * Math.sqrt(log);
  const { C1, C2 } = boundedVariationConstants(c / 4, L);
  return {
    C3: (32 * scale) / c ** 2,
    C4,
    R,
    leastWidth: Math.max(C1 * (R * log) ** 2, C * (Math.log(2) + log)),
    leastDimension: (k) => Math.max(C2 * R ** 2 * (Math.log(R) + Math.log(k) + log), C * (Math.log(8) + log)),
  };
}

/** log 2: what log(1/γ) is at least for γ ≤ 1/2. */
const { LN2 } = Math;

/**
 * C₁ and C₂ of Theorem 1 itself, one pair for all γ ≤ 1/2 (none serves for all γ < 1: see `theorem-1-hypotheses`). With
 * λ = log(1/γ) ≥ log 2, k ≥ C₁λ³ and d ≥ C₂λ(log k + λ) must carry what `theoremOneConstants` asks for:
 *
 * - k ≥ C₁'R²λ², R² = C₄²λ, for C₁ ≥ C₁'C₄²; and k ≥ C(λ + log 2) for C₁ ≥ 2C/log²2, as λ + log 2 ≤ 2λ ≤ 2λ³/log²2;
 * - d ≥ C(λ + log 8) for C₂ ≥ 4C/log 2, as λ + log 8 ≤ 4λ ≤ 4λ²/log 2;
 * - d ≥ C₂'R²(log R + log k + λ) for C₂ ≥ A·C₂'C₄², A = 1 + sup (log C₄ + ½log λ)/(log k + λ), where log k is at
 *   least log C₁ + 3 log λ. For λ ≥ 1 the ratio is at most max(log C₄/(log C₁ + 1), 1/6), fraction by fraction; for
 *   λ in [log 2, 1] at most log C₄/(log C₁ + 3 log log 2 + log 2), which is the larger of the two.
 */
export function theoremOneSizeConstants(psi: Activation, scale = psi.lipschitz): SizeConstants {
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / scale;
  const { C1, C2 } = boundedVariationConstants(c / 4, psi.smoothness / scale);
  const C = simplifiedConstant(c);
  const C4 = 64 / c ** 3;
  const width = Math.max(C1 * C4 ** 2, (2 * C) / LN2 ** 2);
  const share = Math.max(1 / 6, Math.log(C4) / (Math.log(width) + 3 * Math.log(LN2) + LN2));
  return { C1: width, C2: Math.max((1 + share) * C2 * C4 ** 2, (4 * C) / LN2) };
}

/** R ≥ 1, which Proposition 2 assumes: it fails only for γ within 3e-4 of 1. */
export const radiusAtLeastOne: Hypothesis<Given<"psi" | "gamma">> = {
  latex: String.raw`R = \frac{64}{c_\psi^3} \sqrt{\log(1/\gamma)} \ge 1`,
  holds: ({ psi, gamma }) => theoremOneConstants(psi, gamma).R >= 1,
  because: ({ psi, gamma }) => `R is ${theoremOneConstants(psi, gamma).R}`,
};

/** The width and dimension that the proof of Theorem 1 asks for. */
export const theoremOneSizes: readonly Hypothesis<Given<"psi" | "d" | "k" | "gamma">>[] = [
  {
    latex: String.raw`k \ge \max\left( \left( 160 R L \log(1/\gamma) / c_\psi \right)^2, C \log(2/\gamma) \right)`,
    parameter: "k",
    least: ({ psi, gamma }) => theoremOneConstants(psi, gamma).leastWidth,
  },
  {
    latex: String.raw`d \ge \max\left( \left( 160 R L / c_\psi \right)^2 \log(Rk/\gamma), C \log(8/\gamma) \right)`,
    parameter: "d",
    least: ({ psi, gamma, k }) => theoremOneConstants(psi, gamma).leastDimension(k),
  },
];
