import { defineClaim, gamma } from "lemmacheck";
import { d, k, neighbourhood, neighbourhoodDoubt, psi, radius } from "lemmacheck/networks";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import { gammaAtMostHalf, observedVariation, radiusIsOne, variationBound } from "./parts/proposition-2-parts.js";
import { scaled } from "./parts/scaled.js";
import { trivialVariation } from "./parts/trivial-variation.js";

/**
 * Proposition 2: bounded variations of the gradient over a ball.
 *
 * The repaired form, the printed one for γ ≤ 1/2, has a proof for every k, d and R ≥ 1. Write ℓ = log(1/γ) ≥ log 2 and
 * λ = log(Rk/γ) ≥ ℓ; log(2/γ) ≤ 2ℓ.
 *
 * k ≤ 36dλ: the left side is at most RL‖W‖²/√k, and ‖W‖ ≤ 1 + √(k/d) + √(2ℓ/d) but for γ, so ‖W‖²/√k is at most
 * 3/√k + 3√k/d + 6ℓ/(d√k) ≤ 18√(λ/d) + (3/log 2 + 6)ℓ/√k, which is 10.4ℓ/√k.
 *
 * k > 36dλ, so k ≥ 25: E|X|^q ≤ (RL/d)^q (2q − 1)!! ≤ (q!/2)·3(RL/d)²·(2RL/d)^(q−2) for the terms X of Φ(v, δ), so by
 * Bernstein P(Φ > (RL/d)(√(6t) + 2t/√k)) ≤ e^(−t). A 1/k-net of Ω has at most (25k²R)^d points, and log(25k²R) ≤ 2.47λ:
 * with t = 2.47dλ + 2ℓ all of them but for γ/2 stay below RL((3.85 + 3.47)√(λ/d) + 0.83√(λ/d) + 4ℓ/√k), as
 * λ/√k ≤ √(λ/d)/6. Between the points Lip(Φ)/k ≤ RL‖W‖_F²/k^(3/2), and ‖W‖_F² ≤ k + 2√(2kℓ/d) + 4ℓ/d but for γ/2
 * (Laurent and Massart): at most RL(1/log 2 + 0.7 + 0.16)ℓ/√k. In all 8.2√(λ/d) + 6.4ℓ/√k.
 */
export const proposition2 = defineClaim({
  id: "proposition-2",
  label: "Proposition 2",
  kind: "whp",
  quote:
    "Let R ≥ 1. With probability at least 1 − γ one has sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ 20RL (√(log(Rk/γ)/d) + log(1/γ)/√k).",
  latex: String.raw`\sup_{\delta \in \mathbb{R}^d : \|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le 20RL \left( \sqrt{\frac{\log(Rk/\gamma)}{d}} + \frac{\log(1/\gamma)}{\sqrt{k}} \right)`,
  nonClaims: [
    "uniformity in x",
    "anything for ReLU: L must be finite",
    "more than the triangle inequality where k is at most about 400·d·log(Rk/γ): the row is vacuous there",
  ],
  uses: {
    proof: [
      "gradient-duality",
      "proposition-2-fixed",
      "proposition-2-net-size",
      "proposition-2-net",
      "proposition-2-lipschitz",
      "proposition-2-combine",
      "proposition-2-union",
    ],
  },
  parameters: [psi, d, k, gamma, radius],
  hypotheses: [...sectionTwo, radiusIsOne],
  draw: neighbourhood,
  observed: observedVariation,
  relation: "<=",
  trivial: trivialVariation,
  uncertainty: neighbourhoodDoubt,
  everyGamma: true,
  forms: {
    printed: {
      bound: (given) => variationBound(given),
      refutedAt: { psi: "10*(sqrt(1+(t/10)^2)-1)", d: 1000, k: 1, gamma: 0.965, radius: 1 },
    },
    repaired: {
      latex: String.raw`\sup_{\delta \in \mathbb{R}^d : \|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le 20RL \left( \sqrt{\frac{\log(Rk/\gamma)}{d}} + \frac{\log(1/\gamma)}{\sqrt{k}} \right) \quad\text{if } \gamma \le 1/2`,
      reason:
        "log(1/γ) vanishes as γ → 1 and the left side does not. With k neurons in d ≫ k dimensions the supremum is of order RL/√k in almost every draw, and the printed bound falls below it once 20 log(1/γ) does, from γ = exp(−1/20) = 0.951 on where ψ'' stays near L: at k = 1, R = 1, γ = 0.965 it fails in nearly every draw. For γ ≤ 1/2 it holds as printed, for every k, d and R ≥ 1, though not by the printed proof, which holds two events at 1 − γ each: by the operator norm where k is at most 36·d·log(Rk/γ), and beyond by net and Lip(Φ) at γ/2 each, for which 20 has room. On a line, d = 1, with k = 4000, where branch and bound certifies the supremum, it holds and says more than the triangle inequality.",
      hypotheses: [gammaAtMostHalf],
      bound: (given) => variationBound(given),
    },
  },
  cells: [
    { psi: ["tanh"], d: [1], k: [1], gamma: [0.5, 0.05], radius: [1] },
    { psi: ["sin"], d: [1], k: [100], gamma: [0.5], radius: [30] },
    { psi: ["tanh"], d: [1], k: [4000], gamma: [0.5], radius: [1] },
    { psi: ["tanh"], d: [60], k: [60], gamma: [0.5], radius: [1, 10] },
    { psi: ["tanh"], d: [3], k: [12_000], gamma: [0.5], radius: [1] },
    { psi: ["tanh"], d: [1e15], k: [300], gamma: [0.5], radius: [1] },
    { psi: ["10*(sqrt(1+(t/10)^2)-1)"], d: [1000], k: [1], gamma: [0.965], radius: [1] },
  ],
  witness: { psi: "tanh", d: 1, k: 4000, gamma: 0.5, radius: 1 },
  mutants: {
    "a fortieth": { bound: scaled(1 / 40), at: { psi: "tanh", d: 100, k: 100, gamma: 0.5, radius: 1 } },
    "1/d for 1/√d, and no term with √k": {
      bound: ({ psi, d, k, gamma, radius }) => (20 * radius * psi.smoothness * Math.log((radius * k) / gamma)) / d,
      at: { psi: "tanh", d: 2000, k: 20, gamma: 0.5, radius: 1 },
    },
    "no term with √k": {
      of: "repaired",
      bound: ({ psi, d, k, gamma, radius }) =>
        20 * radius * psi.smoothness * Math.sqrt(Math.log((radius * k) / gamma) / d),
      at: { psi: "sin", d: 10_000, k: 1, gamma: 0.5, radius: 1 },
    },
    "f not divided by √k": {
      observed: (draw, given) => {
        const { lower, upper } = observedVariation(draw, given);
        return { lower: lower * Math.sqrt(given.k), upper: upper * Math.sqrt(given.k) };
      },
      at: { psi: "tanh", d: 20, k: 2000, gamma: 0.5, radius: 1 },
    },
  },
});
