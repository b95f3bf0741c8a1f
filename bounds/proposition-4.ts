import { defineClaim, gamma } from "lemmacheck";
import { d, k, neighbourhood, psi, radius } from "lemmacheck/networks";
import { dimensionAtLeastLog, largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import { observedReluVariation, reluDoubt, times, trivialReluVariation, variationFails } from "./laws/relu-ball.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { largeWidthBound } from "./parts/proposition-4-displays.js";
import { scaled } from "./parts/scaled.js";

/** Proposition 4: bounded variations of the gradient over a ball, for the ReLU and large widths. */
export const proposition4 = defineClaim({
  id: "proposition-4",
  label: "Proposition 4",
  kind: "whp",
  quote:
    "Let 1 ≤ R ≤ √d/2, √k ≥ 52 and d ≥ log(1/γ). Then, with probability at least 1 − γ, one has sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ 20 (R log²(Rk) √(log d/d))^{1/4} + 40 √(d/k) log(Rk).",
  latex: String.raw`\sup_{\delta \in \mathbb{R}^d : \|\delta\| \le R} \|\nabla f(x) - \nabla f(x + \delta)\| \le 20 \left( R \log^2(Rk) \sqrt{\frac{\log d}{d}} \right)^{1/4} + 40 \sqrt{\frac{d}{k}} \log(Rk)`,
  nonClaims: [
    "uniformity in x",
    "a bound that falls with γ: γ is in the condition on d alone",
    "more than ‖W‖ ≤ 1 + √(k/d) + … unless k is thousands of times d: at R = 1 the first such k is about 14 000, at d = 4",
    "less than ‖∇f(x)‖ itself, about 0.7, as the proof of Theorem 2 needs: that takes d beyond 10^20 whatever k",
  ],
  uses: {
    proof: [
      "gradient-duality",
      "proposition-4-fixed",
      "proposition-4-net-size",
      "proposition-4-net",
      "proposition-4-direction",
      "proposition-4-microscopic",
      "proposition-4-combine",
    ],
  },
  parameters: [psi, d, k, gamma, radius],
  hypotheses: [isRelu, ...largeWidth, dimensionAtLeastLog],
  draw: neighbourhood,
  observed: observedReluVariation,
  relation: "<=",
  trivial: trivialReluVariation,
  uncertainty: reluDoubt,
  exact: variationFails,
  forms: { printed: { bound: largeWidthBound } },
  cells: [
    { psi: ["relu"], d: [4], k: [15_000], gamma: [0.5], radius: [1] },
    { psi: ["relu"], d: [1700, 1e15], k: [2704], gamma: [0.5], radius: [1, 20] },
    { psi: ["relu"], d: [1e4, 1e15], k: [1e9, 1e15], gamma: [0.05, 1e-300], radius: [1, 50] },
  ],
  witness: { psi: "relu", d: 4, k: 15_000, gamma: 0.5, radius: 1 },
  mutants: {
    "a two-hundredth": { bound: scaled(1 / 200), at: { psi: "relu", d: 4, k: 2704, gamma: 0.5, radius: 1 } },
    "f not divided by √k, w_ℓ not by √d": {
      observed: (draw, given) => times(observedReluVariation(draw, given), Math.sqrt(given.k * given.d)),
      at: { psi: "relu", d: 4, k: 8000, gamma: 0.5, radius: 1 },
    },
  },
});
