import type { Hypothesis } from "lemmacheck";
import { pow } from "lemmacheck";
import type { Given } from "../parameters.js";
import { SIMPLIFIED_RELU_CONSTANT } from "../parts/proposition-3-parts.js";
import { reluVariationConstants } from "./proposition-4-constants.js";
import { SMALL_WIDTH_CONSTANT } from "./proposition-5-constants.js";

/**
 * The step of Theorem 2 by the proof of Theorem 1 with (17) in place of (13): ‖∇f(x)‖ ≥ 1/4 stands for c_ψ/2, so c_ψ
 * becomes 1/2 in η‖∇f‖² = (32/c_ψ²)√log(1/γ), in R = (64/c_ψ³)√log(1/γ) and in the variation c = c_ψ/4 that
 * Propositions 4 and 5 must reach. For γ ≤ 1/2 the chain closes: |f(x)| ≤ 2√log(2/γ) ≤ 2√2·√log(1/γ), and the decrease
 * is at least η‖∇f‖²/2 = 64√log(1/γ).
 */
export const THEOREM_TWO_STEP = { C4: 128, C5: 512, variation: 1 / 8, share: 1 / 2, leastGradient: 1 / 4 } as const;

/** (17), from which the steps of Theorem 2 start: ‖∇f(x)‖ ≥ 1/4. */
export const gradientAtLeastQuarter: Hypothesis<Given<"gradientNorm">> = {
  latex: String.raw`\|\nabla f(x)\| \ge \tfrac{1}{4}`,
  holds: ({ gradientNorm }) => gradientNorm >= THEOREM_TWO_STEP.leastGradient,
  because: ({ gradientNorm }) => `‖∇f(x)‖ is ${gradientNorm}`,
};

/** A step of Theorem 2 and the variation of the gradient that it stands, with the share s of (18) that k takes. */
export interface StepPlan {
  readonly C4: number;
  readonly C5: number;
  readonly variation: number;
  readonly share: number;
}

/** Sizes by their logarithms, so that they may exceed every double. */
export interface LogSizes {
  readonly logD: number;
  readonly logK: number;
  /** log(1/γ), for γ ≤ 1/2. */
  readonly log: number;
  /** What a share of γ adds to log(1/γ) in what Propositions 3 to 5 ask for: log 2 where two share it; 0 if left out. */
  readonly added?: number;
}

/** log(C₅√log(1/γ)) = log R */
const logRadius = (log: number, { C5 }: Pick<StepPlan, "C5">) => Math.log(C5) + Math.log(log) / 2;

/** What Proposition 3 asks for, for (17): logarithms of ratios that must be at most 1. */
function valueAndGradient({ logD, logK, log, added = 0 }: LogSizes): number[] {
  const logC = Math.log(SIMPLIFIED_RELU_CONSTANT);
  return [logC + Math.log(log + added) - logK, logC + Math.log(Math.log(4) + log + added) - logD];
}

/**
 * Case 1, by Proposition 4: logarithms of the ratios of what it asks for to what there is, for R and c of
 * the plan. All must be at most 0.
 */
function largeWidth({ logD, logK, log, added = 0 }: LogSizes, plan: StepPlan): number[] {
  const { C1, C2 } = reluVariationConstants(plan.variation, plan.share);
  const radius = logRadius(log, plan);
  const loglog = Math.log(radius + logK);
  return [
    -radius,
    Math.log(2) + radius - logD / 2,
    2 * Math.log(52) - logK,
    Math.log(log + added) - logD,
    Math.log(C1) + logD + 2 * loglog - logK,
    Math.log(C2) + 4 * loglog + 2 * radius + Math.log(logD) - logD,
  ];
}

/** Case 2, by Proposition 5, with 415/log d, which its proof gives, for 60/log d: as `largeWidth`. */
function smallWidth({ logD, logK, log, added = 0 }: LogSizes, plan: StepPlan): number[] {
  const cube = 3 * Math.log(logD);
  return [
    Math.log(20) + cube + Math.log(log + added) - logK,
    Math.log(20) + cube + Math.log(log + added) - logD,
    logK - logD - cube,
    logRadius(log, plan) + 2 * cube - logK / 2,
    Math.log(SMALL_WIDTH_CONSTANT / plan.variation) - Math.log(logD),
  ];
}

/** What one case needs besides Proposition 3, as the logarithm of the largest ratio of what is needed to what there is. */
export const theoremTwoCases = {
  1: (sizes: LogSizes, plan: StepPlan = THEOREM_TWO_STEP): number =>
    Math.max(...valueAndGradient(sizes), ...largeWidth(sizes, plan)),
  2: (sizes: LogSizes, plan: StepPlan = THEOREM_TWO_STEP): number =>
    Math.max(...valueAndGradient(sizes), ...smallWidth(sizes, plan)),
} as const;

/** Logarithms of C₁, C₂ and C₃ of Theorem 2. */
export interface LogSizeConstants {
  readonly logC1: number;
  readonly logC2: number;
  readonly logC3: number;
}

/**
 * The least x ≥ 4 from which on x³ ≥ C(1.5x + 3 log x)²; from x = 4 on the left side grows faster, since
 * 3/x ≥ 2(1.5 + 3/x)/(1.5x + 3 log x).
 */
function leastLogDimension(C: number): number {
  const suffices = (x: number) => pow(x, 3) >= C * (1.5 * x + 3 * Math.log(x)) ** 2;
  let [low, high] = [4, 8];
  while (!suffices(high)) [low, high] = [high, 2 * high];
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (suffices(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * C₁, C₂ and C₃ for which the two cases cover every k, for γ ≤ 1/2, d ≥ 2 and log¹²(d) for log⁶(d) in the first
 * hypothesis (see `theorem-2-cases`). With x = log d and λ = log(1/γ) ≥ log 2:
 *
 * - C₁ = C₅²: k ≥ C₅²λx¹² is √k/x⁶ ≥ R, the radius of Proposition 5. Then R ≤ √k and log(Rk) ≤ 1.5 log k.
 * - C₃ = 1.5⁴C₂'C₅²: then C₃ log⁴(k)λ ≤ d/x gives C₂'log⁴(Rk)R² ≤ d/x, the second half of (18).
 * - C₂ with C₂ log 2 = e^X/X³: as e^x/x³ ≥ C₂ log 2 for no x in [log 2, X), C₂x³λ ≤ d puts d at e^X at least. X is the
 *   larger of 415·8, for Proposition 5, and what makes the cases overlap: beyond k = dx³ Case 1 needs
 *   k ≥ C₁'d log²(Rk), whose sides have a ratio that grows with k, and at k = dx³ with R ≤ √d it is
 *   x³ ≥ C₁'(1.5x + 3 log x)².
 */
export function theoremTwoLogConstants(): LogSizeConstants {
  const { C1, C2 } = reluVariationConstants(THEOREM_TWO_STEP.variation);
  const X = Math.max(SMALL_WIDTH_CONSTANT / THEOREM_TWO_STEP.variation, leastLogDimension(C1));
  return {
    logC1: 2 * Math.log(THEOREM_TWO_STEP.C5),
    logC2: X - 3 * Math.log(X) - Math.log(Math.LN2),
    logC3: 4 * Math.log(1.5) + Math.log(C2) + 2 * Math.log(THEOREM_TWO_STEP.C5),
  };
}
