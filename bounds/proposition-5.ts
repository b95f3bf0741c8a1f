import { defineClaim, gamma, pow } from "lemmacheck";
import { d, k, type NeighbourhoodDraw, neighbourhood, psi } from "lemmacheck/networks";
import { smallWidthHypotheses, smallWidthRadius } from "./constants/proposition-5-constants.js";
import { observedReluVariation, reluDoubt, times, trivialReluVariation, variationFails } from "./laws/relu-ball.js";
import type { Given } from "./parameters.js";
import { isRelu } from "./parts/proposition-3-parts.js";

type Setting = Given<"psi" | "d" | "k" | "gamma">;

/** The supremum over the ball of radius √k/log^power d. */
const observed = (draw: NeighbourhoodDraw, given: Setting, power = 6) =>
  observedReluVariation(draw, { ...given, radius: smallWidthRadius(given, power) });

/** Proposition 5: bounded variations of the gradient over a ball, for the ReLU and small widths. */
export const proposition5 = defineClaim({
  id: "proposition-5",
  label: "Proposition 5",
  kind: "whp",
  quote:
    "Let 20 log³ d · log 1/γ ≤ k ≤ d log³ d and d ≥ 20 · log³ d · log 1/γ. Then, with probability at least 1 − γ, we have: sup_{δ ∈ ℝ^d, ‖δ‖ ≤ √k/log⁶ d} ‖∇f(x) − ∇f(x + δ)‖ ≤ 60/log d.",
  latex: String.raw`\sup_{\delta \in \mathbb{R}^d, \|\delta\| \le \frac{\sqrt{k}}{\log^6 d}} \|\nabla f(x) - \nabla f(x + \delta)\| \le \frac{60}{\log d}`,
  nonClaims: [
    "the proof's last step, which gives 415/log d (446/log d with B as printed) over the whole region and not 60/log d (`proposition-5-step`): the statement holds all the same, with room",
    "a ball that holds a step of length R: √k/log⁶ d is below 1 for k < 10^7 already at d = 2500",
    "more than ‖W‖ ≤ 1 + √(k/d) + … unless k > (60/log d − 1)²d: k/d beyond 50 at d = 2000, beyond 26 at d = 20 000",
    "less than ‖∇f(x)‖ itself, about 0.7: that takes log d > 85",
  ],
  uses: { proof: ["flip-count", "proposition-5-signs", "proposition-5-union", "proposition-5-step"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [isRelu, ...smallWidthHypotheses],
  draw: neighbourhood,
  observed: (draw: NeighbourhoodDraw, given) => observed(draw, given),
  relation: "<=",
  trivial: trivialReluVariation,
  uncertainty: reluDoubt,
  exact: (given, bound) => variationFails({ ...given, radius: smallWidthRadius(given) }, bound),
  forms: { printed: { bound: ({ d }) => 60 / Math.log(d) } },
  cells: [
    { psi: ["relu"], d: [2000], k: [2000], gamma: [0.8] },
    { psi: ["relu"], d: [20_000], k: [20_000, 600_000, 1e7], gamma: [0.5] },
    { psi: ["relu"], d: [1e6, 1e11], k: [1e6, 1e9, 1e14], gamma: [0.05, 1e-12] },
  ],
  witness: { psi: "relu", d: 20_000, k: 600_000, gamma: 0.5 },
  mutants: {
    // In the printed ball: at small sizes, where γ is near 1, some neurons turn there.
    "√k/log⁶ d, the radius of the ball": {
      bound: (given) => smallWidthRadius(given),
      at: { psi: "relu", d: 12, k: 184, gamma: 0.962 },
    },
    "60/log³ d, over the ball of radius √k/log d": {
      bound: ({ d }) => 60 / pow(Math.log(d), 3),
      observed: (draw, given) => observed(draw, given, 1),
      at: { psi: "relu", d: 2000, k: 2000, gamma: 0.8 },
    },
    "f not divided by √k, over the ball of radius √k/log d": {
      observed: (draw, given) => times(observed(draw, given, 1), Math.sqrt(given.k)),
      at: { psi: "relu", d: 2000, k: 2000, gamma: 0.8 },
    },
  },
});
