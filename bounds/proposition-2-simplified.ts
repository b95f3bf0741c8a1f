import { defineClaim, gamma } from "lemmacheck";
import { d, k, neighbourhood, neighbourhoodDoubt, psi, radius } from "lemmacheck/networks";
import { boundedVariationConstants } from "./constants/proposition-2-constants.js";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import { type Given, variation } from "./parameters.js";
import { gammaAtMostHalf, observedVariation, radiusIsOne } from "./parts/proposition-2-parts.js";
import { scaled } from "./parts/scaled.js";
import { trivialVariation } from "./parts/trivial-variation.js";

type Setting = Given<"psi" | "d" | "k" | "gamma" | "radius" | "variation">;

/** C₁R²log²(1/γ). */
function leastWidth({ psi, gamma, radius, variation }: Omit<Setting, "d" | "k">): number {
  const { C1 } = boundedVariationConstants(variation, psi.smoothness);
  return C1 * (radius * Math.log(gamma)) ** 2;
}

/** C₂R²log(Rk/γ). */
function leastDimension({ psi, k, gamma, radius, variation }: Omit<Setting, "d">): number {
  const { C2 } = boundedVariationConstants(variation, psi.smoothness);
  return C2 * radius ** 2 * (Math.log(radius) + Math.log(k) - Math.log(gamma));
}

/** (14), with the constants that Proposition 2 gives: C₁ = C₂ = (40L/c)². */
export const proposition2Simplified = defineClaim({
  id: "proposition-2-simplified",
  label: "(14)",
  kind: "whp",
  quote:
    "Particularly, for any c > 0, there exists C_1, C_2 such that if k ≥ C_1 R² log²(1/γ) and d ≥ C_2 R² log(Rk/γ) then sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ c.",
  latex: String.raw`\sup_{\delta \in \mathbb{R}^d : \|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le c`,
  reading: "“there exists C_1, C_2” names none; those are taken that give each of Proposition 2’s two terms half of c",
  nonClaims: [
    "that C_1 and C_2 depend on ψ through L alone at other shares of c",
    "that these sizes are needed: inside them the triangle inequality does as well, unless k is beyond 1600·C_2R²log²(Rk/γ)",
  ],
  uses: { statement: ["proposition-2"] },
  parameters: [psi, d, k, gamma, radius, variation],
  hypotheses: [
    ...sectionTwo,
    radiusIsOne,
    {
      latex: String.raw`k \ge C_1 R^2 \log^2(1/\gamma),\ C_1 = (40 L / c)^2`,
      parameter: k,
      least: leastWidth,
    },
    {
      latex: String.raw`d \ge C_2 R^2 \log(Rk/\gamma),\ C_2 = (40 L / c)^2`,
      parameter: d,
      least: leastDimension,
    },
  ],
  draw: neighbourhood,
  observed: observedVariation,
  relation: "<=",
  trivial: trivialVariation,
  uncertainty: neighbourhoodDoubt,
  forms: {
    printed: {
      bound: ({ variation }) => variation,
      refutedAt: { psi: "10*(sqrt(1+(t/10)^2)-1)", d: 1000, k: 1, gamma: 0.98, radius: 1, variation: 0.082 },
    },
    repaired: {
      latex: String.raw`\sup_{\|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le c \quad\text{if } \gamma \le 1/2`,
      reason:
        "As γ → 1 the sizes asked for shrink to nothing, while the variation stays of order RL/√k: no constants C_1, C_2 would do. With those of Proposition 2, k = 1 is allowed at γ = 0.98 for c = 0.082, and where ψ'' stays near L = 0.1 the variation is close to L in nearly every draw. For γ ≤ 1/2 Proposition 2 holds as printed, and (14) follows with the same constants.",
      hypotheses: [gammaAtMostHalf],
      bound: ({ variation }) => variation,
    },
  },
  cells: [
    { psi: ["tanh"], d: ["least"], k: ["least"], gamma: [0.5], radius: [1], variation: [3, 30] },
    { psi: ["tanh"], d: [800], k: [210], gamma: [0.5], radius: [1], variation: [3] },
    { psi: ["sin"], d: ["least"], k: ["least"], gamma: [0.1], radius: [2], variation: [40] },
    { psi: ["10*(sqrt(1+(t/10)^2)-1)"], d: [1000], k: [1], gamma: [0.98], radius: [1], variation: [0.082] },
    // As the proof of Theorem 1 uses it: R = (64/c_ψ³)√log(1/γ), c = c_ψ/4.
    { psi: ["100*tanh(t/100)"], d: [70_000], k: [9000], gamma: [0.5], radius: [54], variation: [0.25] },
    { psi: ["tanh"], d: [1], k: [18_000], gamma: [0.5], radius: [1], variation: [104.5] },
  ],
  witness: { psi: "tanh", d: 1, k: 18_000, gamma: 0.5, radius: 1, variation: 104.5 },
  mutants: {
    "a fortieth": {
      bound: scaled(1 / 40),
      at: { psi: "tanh", d: 6500, k: 456, gamma: 0.5, radius: 1, variation: 1 },
    },
    "f not divided by √k": {
      observed: (draw, given) => {
        const { lower, upper } = observedVariation(draw, given);
        return { lower: lower * Math.sqrt(given.k), upper: upper * Math.sqrt(given.k) };
      },
      at: { psi: "sin", d: 18_000, k: 170, gamma: 0.8, radius: 1, variation: 0.7 },
    },
  },
});
