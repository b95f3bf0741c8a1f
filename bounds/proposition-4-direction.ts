import { defineClaim, gamma } from "lemmacheck";
import { d, k, neighbourhood, psi, radius } from "lemmacheck/networks";
import { dimensionAtLeastLog, largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import { observedReluVariation, reluDoubt, times, trivialReluVariation, variationFails } from "./laws/relu-ball.js";
import type { Given } from "./parameters.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { scaled } from "./parts/scaled.js";

/** 4√(log(k/γ)/d) */
const spread = ({ d, k, gamma }: Given<"d" | "k" | "gamma">) => 4 * Math.sqrt((Math.log(k) - Math.log(gamma)) / d);

/**
 * (22): Φ(δ, v) as a function of v. It is linear, Φ(δ, v) − Φ(δ, v') = ⟨∇f(x) − ∇f(x + δ), v − v'⟩, so that its Lipschitz
 * constant, for all ‖δ‖ ≤ R at once, is sup ‖∇f(x) − ∇f(x + δ)‖: the left side here, for ‖v − v'‖ = 1.
 */
export const proposition4Direction = defineClaim({
  id: "proposition-4-direction",
  label: "(22)",
  kind: "whp",
  inProof: true,
  quote: "with probability at least 1 − γ: |Φ(δ, v) − Φ(δ, v')| ≤ ‖v − v'‖ √(k + 4k √(log(k/γ)/d)).",
  latex: String.raw`|\Phi(\delta, v) - \Phi(\delta, v')| \le \|v - v'\| \sqrt{k + 4k \sqrt{\frac{\log(k/\gamma)}{d}}}`,
  quantity: String.raw`\sup |\Phi(\delta, v) - \Phi(\delta, v')| / \|v - v'\|`,
  nonClaims: [
    "that ‖w_ℓ‖² ≤ 1 + 4√(log(k/γ)/d) for all ℓ, from which the paper has it, and which is false (`weight-norm`): √k leaves room enough",
    "more than ‖W‖ ≤ 1 + √(k/d) + √(2 log(1/γ)/d), which is below √k wherever √k ≥ 52, d ≥ 4 and d ≥ log(1/γ): it is vacuous at every admissible cell, and has no witness",
  ],
  uses: { proof: ["weight-norm"] },
  parameters: [psi, d, k, gamma, radius],
  hypotheses: [isRelu, ...largeWidth, dimensionAtLeastLog],
  draw: neighbourhood,
  observed: observedReluVariation,
  relation: "<=",
  everyGamma: true,
  trivial: trivialReluVariation,
  uncertainty: reluDoubt,
  exact: variationFails,
  forms: { printed: { bound: (given) => Math.sqrt(given.k * (1 + spread(given))) } },
  cells: [
    { psi: ["relu"], d: [4], k: [2704], gamma: [0.5], radius: [1] },
    { psi: ["relu"], d: [1700], k: [2704], gamma: [0.5], radius: [1] },
    { psi: ["relu"], d: [1e4, 1e15], k: [1e9, 1e15], gamma: [0.05], radius: [50] },
  ],
  mutants: {
    "a 300th": { bound: scaled(1 / 300), at: { psi: "relu", d: 4, k: 2704, gamma: 0.5, radius: 1 } },
    "divided by √k once more": {
      bound: (given) => Math.sqrt((1 + spread(given)) / given.k),
      at: { psi: "relu", d: 4, k: 2704, gamma: 0.5, radius: 1 },
    },
    "f not divided by √k, w_ℓ not by √d": {
      observed: (draw, given) => times(observedReluVariation(draw, given), Math.sqrt(given.k * given.d)),
      at: { psi: "relu", d: 1700, k: 2704, gamma: 0.5, radius: 1 },
    },
  },
});
