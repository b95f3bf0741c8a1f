import { defineClaim, gamma, nothing, pow } from "lemmacheck";
import { d, k, psi } from "lemmacheck/networks";
import { simplifiedConstant } from "./constants/proposition-1-constants.js";
import { boundedVariationConstants } from "./constants/proposition-2-constants.js";
import { theoremOneConstants } from "./constants/theorem-1-constants.js";
import { theoremOneSizesOf } from "./constants/theorem-1-readings.js";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";

type Setting = Given<"psi" | "d" | "k" | "gamma">;

/**
 * The largest ratio of a size that (13), or (14) at c_ψ/4, asks for to the size at hand: at most 1 exactly where their
 * hypotheses hold. Where R < 1 the ball of radius 1 holds that of radius R, and Proposition 2 is used there.
 *
 * @param more a factor on R², for mutants.
 */
function largestShortfall({ psi, d, k, gamma }: Setting, more = 1): number {
  const log = -Math.log(gamma);
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value);
  const C = simplifiedConstant(c);
  const { C1, C2 } = boundedVariationConstants(c / 4, psi.smoothness);
  const radius = Math.max(1, theoremOneConstants(psi, gamma, 1).R * Math.sqrt(more));
  return Math.max(
    (C * (Math.LN2 + log)) / k,
    (C * (Math.log(8) + log)) / d,
    (C1 * (radius * log) ** 2) / k,
    (C2 * radius ** 2 * (Math.log(radius * k) + log)) / d,
  );
}

/** Whether what Theorem 1 assumes of k and d is what its proof needs. */
export const theorem1Hypotheses = defineClaim({
  id: "theorem-1-hypotheses",
  label: "Theorem 1, hypotheses",
  kind: "step",
  quote:
    "Assume k ≥ C_1 log³(1/γ) and d ≥ C_2 log(k/γ) log(1/γ) … let us set … R = (64/c_ψ³) √log(1/γ), k ≥ C_1 R² log²(1/γ) and d ≥ C_2 R² log(Rk/γ) where C_1 and C_2 are large enough such that (13) and (14) are valid with c = c_ψ/4",
  latex: String.raw`k \ge C_1 \log^3(1/\gamma),\ d \ge C_2 \log(k/\gamma) \log(1/\gamma) \implies k \ge C \log(2/\gamma),\ d \ge C \log(8/\gamma),\ k \ge C_1' R^2 \log^2(1/\gamma),\ d \ge C_2' R^2 \log(Rk/\gamma)`,
  quantity: String.raw`\max(\text{needed}/k, \text{needed}/d)`,
  freeConstants: {
    audited: "the constants of the proof",
    everyChoice: () =>
      "as γ → 1 and at k = 1, C_1 log³(1/γ) and C_2 log(k/γ) log(1/γ) tend to 0, so that nothing is asked of k and d, and Proposition 1 asks for k ≥ C log 2",
  },
  nonClaims: [
    "(13) and (14) themselves, with their constants C, C₁' and C₂' as Propositions 1 and 2 give them",
    "that the constants are the least",
  ],
  uses: { statement: ["proposition-1-simplified", "proposition-2-simplified"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [
    ...sectionTwo,
    {
      latex: String.raw`k \ge C_1 \log^3(1/\gamma)`,
      parameter: k,
      least: ({ psi, gamma }) => theoremOneSizesOf(psi, 0.5, "printed", 1).uniform.C1 * pow(-Math.log(gamma), 3),
    },
    {
      latex: String.raw`d \ge C_2 \log(k/\gamma) \log(1/\gamma)`,
      parameter: d,
      least: ({ psi, k, gamma }) =>
        -theoremOneSizesOf(psi, 0.5, "printed", 1).uniform.C2 * (Math.log(k) - Math.log(gamma)) * Math.log(gamma),
    },
  ],
  draw: nothing,
  observed: (_, given) => largestShortfall(given),
  relation: "<=",
  forms: {
    printed: { bound: () => 1, refutedAt: { psi: "identity", d: 1, k: 1, gamma: 0.99 } },
    repaired: {
      latex: String.raw`\gamma \le \tfrac{1}{2} \text{ besides}`,
      reason:
        "As γ tends to 1, C₁ log³(1/γ) and, at k = 1, C₂ log(k/γ) log(1/γ) tend to 0: whatever C₁ and C₂, the theorem assumes nothing of k and d there, and Proposition 1 asks for k ≥ C log 2 and d ≥ C log 8. For γ ≤ 1/2 there are such C₁ and C₂ (`constants theorem-1`).",
      hypotheses: [
        {
          latex: String.raw`\gamma \le \tfrac{1}{2}`,
          holds: ({ gamma }) => gamma <= 1 / 2,
          because: ({ gamma }) => `γ is ${gamma}`,
        },
      ],
      bound: () => 1,
    },
  },
  region: {
    method: "monotonicity",
    note: "C₁ and C₂ are made so, one requirement at a time, from log(1/γ) ≥ log 2 and from log k ≥ log(C₁ log³(1/γ)) (`theoremOneSizesOf`)",
  },
  cells: [
    { psi: ["tanh", "softplus", "identity"], d: [1], k: [1], gamma: [0.999999] },
    { psi: ["tanh", "softplus", "identity", "100*tanh(t/100)"], d: ["least"], k: ["least"], gamma: [0.5, 0.1] },
  ],
  witness: { psi: "tanh", d: 1e13, k: 1e12, gamma: 0.1 },
  mutants: {
    "C₁ and C₂ for half of R": {
      of: "repaired",
      observed: (_, given) => largestShortfall(given, 4),
      at: { psi: "100*tanh(t/100)", d: 500_000, k: 80_000, gamma: 0.1 },
    },
    "log(1/γ) for log³(1/γ)": {
      of: "repaired",
      // k and d as large as the theorem's with log(1/γ)³ replaced: k smaller by log²(1/γ).
      observed: (_, given) => largestShortfall({ ...given, k: given.k / Math.log(given.gamma) ** 2 }),
      at: { psi: "100*tanh(t/100)", d: 500_000, k: 80_000, gamma: 0.1 },
    },
  },
});
