import { defineClaim, gamma, pow } from "lemmacheck";
import { d, k, neighbourhood, psi, radius } from "lemmacheck/networks";
import { reluVariationConstants } from "./constants/proposition-4-constants.js";
import { dimensionAtLeastLog, largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import { observedReluVariation, reluDoubt, times, trivialReluVariation, variationFails } from "./laws/relu-ball.js";
import { variation } from "./parameters.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { scaled } from "./parts/scaled.js";

/** (18), with the constants that Proposition 4 gives in halves: C₁ = (80/c)², C₂ = (40/c)⁸. */
export const proposition4Simplified = defineClaim({
  id: "proposition-4-simplified",
  label: "(18)",
  kind: "whp",
  quote:
    "Particularly, for any c > 0, there exists C_1, C_2 such that if C_1 d log²(Rk) ≤ k and C_2 log⁴(Rk) R² ≤ d/log(d), then we have, sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ c.",
  latex: String.raw`\sup_{\delta \in \mathbb{R}^d : \|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le c`,
  reading: "“there exists C_1, C_2” names none; those are taken that give each of Proposition 4’s two terms half of c",
  freeConstants: { audited: "those that Proposition 4 gives, half of c for each of its terms" },
  nonClaims: [
    "sizes within reach for the c of Theorem 2: c = 1/8 asks for d/log d ≥ 10^20·log⁴(Rk)R²",
    "that these constants are the least",
    "more than ‖W‖ ≤ 1 + √(k/d) + … unless k is beyond (c − 1)²d: the first such sizes, at R = 1, are d = 4, k = 53 000 and c = 116; for c = 40, d is in the millions",
  ],
  uses: { statement: ["proposition-4"] },
  parameters: [psi, d, k, gamma, radius, variation],
  hypotheses: [
    isRelu,
    ...largeWidth,
    dimensionAtLeastLog,
    {
      latex: String.raw`k \ge C_1 d \log^2(Rk),\ C_1 = (80 / c)^2`,
      parameter: k,
      least: ({ d, k, radius, variation }) => reluVariationConstants(variation).C1 * d * Math.log(radius * k) ** 2,
    },
    {
      latex: String.raw`d / \log d \ge C_2 \log^4(Rk) R^2,\ C_2 = (40 / c)^8`,
      parameter: d,
      least: ({ d, k, radius, variation }) =>
        reluVariationConstants(variation).C2 * pow(Math.log(radius * k), 4) * radius ** 2 * Math.log(d),
    },
  ],
  draw: neighbourhood,
  observed: observedReluVariation,
  relation: "<=",
  trivial: trivialReluVariation,
  uncertainty: reluDoubt,
  exact: variationFails,
  forms: { printed: { bound: ({ variation }) => variation } },
  cells: [
    { psi: ["relu"], d: [4], k: [2704], gamma: [0.5], radius: [1], variation: [400] },
    { psi: ["relu"], d: [4], k: [1e5], gamma: [0.5], radius: [1], variation: [120] },
    { psi: ["relu"], d: ["least"], k: ["least"], gamma: [0.5, 1e-12], radius: [1], variation: [30, 38, 60] },
    { psi: ["relu"], d: ["least"], k: ["least"], gamma: [0.05], radius: [100], variation: [60] },
  ],
  witness: { psi: "relu", d: 4, k: 1e5, gamma: 0.5, radius: 1, variation: 120 },
  mutants: {
    "a thousandth": {
      bound: scaled(1e-3),
      at: { psi: "relu", d: 4, k: 2704, gamma: 0.5, radius: 1, variation: 400 },
    },
    "f not divided by √k, radius aside": {
      observed: (draw, given) => times(observedReluVariation(draw, given), given.k),
      at: { psi: "relu", d: 4, k: 2704, gamma: 0.5, radius: 1, variation: 400 },
    },
  },
});
