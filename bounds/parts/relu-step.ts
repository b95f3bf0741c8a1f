import type { Hypothesis } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import type { Given } from "../parameters.js";
import { SIMPLIFIED_RELU_CONSTANT } from "./proposition-3-parts.js";

/**
 * A step for the ReLU in the manner of Theorem 2, for remarks that leave the constants open. By (17) |f(x)| ≤ 2√log(2/γ)
 * and ‖∇f(x)‖ ≥ 1/4; where the gradient varies by at most half of itself, a step with η‖∇f‖² = 8√log(2/γ) takes at least
 * 4√log(2/γ) ≥ 2|f(x)| off f, and is at most R = 32√log(2/γ) long.
 */
export function reluStep(gamma: number): { readonly decrease: number; readonly R: number } {
  const root = Math.sqrt(Math.LN2 - Math.log(gamma));
  return { decrease: 8 * root, R: 32 * root };
}

/**
 * Sizes at which such a step is small: (17)'s own, and R ≤ √d/32, so that a move by R changes the sign of a neuron with
 * probability at most arcsin(1/32)/π ≈ 0.01.
 */
export const reluStepSizes: readonly Hypothesis<Given<"d" | "k" | "gamma">>[] = [
  {
    latex: String.raw`k \ge ${SIMPLIFIED_RELU_CONSTANT} \log(2/\gamma)`,
    parameter: k,
    least: ({ gamma }) => SIMPLIFIED_RELU_CONSTANT * (Math.LN2 - Math.log(gamma)),
  },
  {
    latex: String.raw`\sqrt{d} \ge 32 R = 1024 \sqrt{\log(2/\gamma)}`,
    parameter: d,
    least: ({ gamma }) => (32 * reluStep(gamma).R) ** 2,
  },
];
