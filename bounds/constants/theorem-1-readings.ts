import { pow } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { leastWhere } from "./least-where.js";
import { simplifiedConstant } from "./proposition-1-constants.js";
import { boundedVariationConstants, type SizeConstants } from "./proposition-2-constants.js";

const { LN2 } = Math;

/**
 * Ways to read the proof of Theorem 1:
 *
 * - `printed`: (13) and (14) each with probability 1 − γ, as the paper has it; together 1 − 2γ;
 * - `union`: each with probability 1 − γ/2. The step stays the same: for γ ≤ 1/2, 4√log(2/γ) ≤ 4√2·√log(1/γ) is below
 *   the decrease (16/c_ψ²)√log(1/γ), as c_ψ ≤ 1;
 * - `corrected`: besides, Proposition 2 as its proof gives it (`proposition-2-combine`, repaired), with log(10Rk/γ) in
 *   both terms and its own two events counted. Proposition 1 as its proof gives it (`proposition-1-step`) then has
 *   |f(x)| ≤ 2√log(4/γ), from the same k; for γ ≤ 1/2 that is 2√3·√log(1/γ) at most, and 4√3 < 16/c_ψ²: the step stays.
 */
export type Reading = "printed" | "union" | "corrected";

export const READINGS: readonly Reading[] = ["printed", "union", "corrected"];

/** What the constants of Theorem 1 depend on. */
export interface SmoothActivation extends Pick<Activation, "value" | "lipschitz" | "smoothness"> {
  readonly gaussian: Pick<Activation["gaussian"], "derivativeSecondMoment">;
}

/** What (13) and (14) ask of k and d in one reading of the proof, and C₁ and C₂ of the theorem that follow. */
export interface TheoremOneSizes {
  readonly leastWidth: number;
  leastDimension(k: number): number;
  /** One pair for all γ ≤ 1/2; none serves for all γ < 1 (`theorem-1-hypotheses`). */
  readonly uniform: SizeConstants;
}

/**
 * 1 + |ψ(0)|/ℓ, by which |f| may exceed what the proof has for ψ(0) = 0: with |ψ/ℓ| ≤ m + |X|, m = |ψ(0)|/ℓ, Minkowski and
 * E|X|^q ≤ q!/2 give E|ψ(X)/ℓ|^q ≤ (m + (q!/2)^(1/q))^q ≤ (q!/2)(1 + m)^q, so that Lemma 1 has σ = c = 1 + m, and (13) that
 * factor. ψ' is as before.
 */
export const offsetFactor = (psi: Pick<SmoothActivation, "value">, scale: number) => 1 + Math.abs(psi.value(0)) / scale;

/** How much of γ each of (13) and (14) gets, as what it adds to log(1/γ); and the factor c of log(cRk/γ). */
const SHARES: Readonly<Record<Reading, { readonly added: number; readonly factor: number }>> = {
  printed: { added: 0, factor: 1 },
  union: { added: LN2, factor: 1 },
  corrected: { added: LN2, factor: 10 },
};

/** C₁'C₄²λ(…)² as k ≥ factor·log(…)² where the logarithm holds k itself: the least such k. */
const leastSelfBounding = (scale: number, logOf: (k: number) => number) =>
  scale === 0 ? 1 : leastWhere((k) => k >= scale * logOf(k) ** 2);

/**
 * The sizes of Theorem 1 for a reading of its proof, with ψ scaled to Lipschitz constant 1 as in `theoremOneConstants`.
 * With λ = log(1/γ), λ' what each of (13) and (14) makes of it, R = max(1, C₄√λ) and Λ = log(cRk) + λ':
 *
 *   k ≥ C₁'R²λ'² (Λ² corrected),  k ≥ C(λ' + log 2),  d ≥ C₂'R²Λ,  d ≥ C(λ' + log 8).
 *
 * Proposition 2 asks for R ≥ 1, which C₄√λ falls short of only for γ within 3e-4 of 1: there the ball of radius 1 serves.
 * The uniform pair must carry these for all λ ≥ log 2 with k ≥ C₁λ³ and d ≥ C₂λ(log k + λ). With λ' ≤ bλ, b = 1 or 2:
 *
 * - λ' + log 2 ≤ (b + 1)λ ≤ (b + 1)λ³/log²2 and λ' + log 8 ≤ (b + 3)λ ≤ (b + 3)λ²/log 2;
 * - C₁'C₄²λλ'² ≤ b²C₁'C₄²λ³. Corrected, √C₁ ≥ √C₁'·C₄(log C₁ + 3.5 log λ + λ + log(cC₄) + log 2)/λ is needed, whose right
 *   side falls in λ as long as log C₁ + 3.5 log log 2 + log(cC₄) + log 2 ≥ 3.5: λ = log 2 decides;
 * - Λ/(log k + λ) ≤ 1 + (log D + ½log λ)/(log k + λ), D = cC₄ or 2cC₄, where log k ≥ log C₁ + 3 log λ. For λ ≥ 1 the
 *   fraction is at most max(log D/(log C₁ + 1), 1/6), term by term; for λ in [log 2, 1] at most
 *   log D/(log C₁ + 3 log log 2 + log 2), which is the larger of the two.
 */
export function theoremOneSizesOf(
  psi: SmoothActivation,
  gamma: number,
  reading: Reading = "printed",
  scale = psi.lipschitz,
): TheoremOneSizes {
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value) / scale;
  const { C1, C2 } = boundedVariationConstants(c / 4, psi.smoothness / scale);
  const C = simplifiedConstant(c);
  const C4 = (64 * offsetFactor(psi, scale)) / pow(c, 3);
  const { added, factor } = SHARES[reading];
  const corrected = reading === "corrected";

  const widthAt = (log: number) => {
    const radius = Math.max(1, C4 * Math.sqrt(log));
    const variation = corrected
      ? leastSelfBounding(C1 * radius ** 2, (k) => Math.log(factor * radius * k) + log + added)
      : C1 * (radius * (log + added)) ** 2;
    return Math.max(variation, C * (LN2 + log + added));
  };
  const log = -Math.log(gamma);
  const radius = Math.max(1, C4 * Math.sqrt(log));

  const b = added > 0 ? 2 : 1;
  const uniformWidth = Math.max(corrected ? widthAt(LN2) / pow(LN2, 3) : C1 * (b * C4) ** 2, ((b + 1) * C) / LN2 ** 2);
  const logD = Math.log(factor * C4) + added;
  const share = Math.max(1 / 6, logD / (Math.log(uniformWidth) + 3 * Math.log(LN2) + LN2));
  return {
    leastWidth: widthAt(log),
    leastDimension: (k) =>
      Math.max(C2 * radius ** 2 * (Math.log(factor * radius * k) + log + added), C * (Math.log(8) + log + added)),
    uniform: { C1: uniformWidth, C2: Math.max((1 + share) * C2 * C4 ** 2, ((b + 3) * C) / LN2) },
  };
}
