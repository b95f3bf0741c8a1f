import { defineClaim } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { lipschitz, notConstant } from "./hypotheses/hypotheses.js";
import { atLeast, grownFrom, LARGE, stepsForWidth } from "./laws/growth.js";
import { growth } from "./parameters.js";

/** What an exponent may fall short of 0 by on the grid and still count as Ω(1). */
const TOLERANCE = 0.1;

/** (3), as a trend: the 0.1-quantile of ‖∇f(x)‖ falls with exponent at least −0.1 along grids in k, in d and in both. */
export const gradientOrder = defineClaim({
  id: "gradient-order",
  label: "(3)",
  kind: "trend",
  quote:
    "with high probability, the norm of the gradient of f(x) is bounded below … Lower-Bounded Gradient: ‖∇f(x)‖ = Ω(1)",
  latex: String.raw`\|\nabla f(x)\| = \Omega(1)`,
  reading:
    "Ω(1) prints no constant: the 0.1-quantile, its exponent at least −0.1, from d, k = 10 on, as an order is of large sizes",
  nonClaims: ["a constant", "uniformity in x", "an upper bound", "sizes beyond the grid"],
  // The heuristic, and the proof to which Section 1.3 refers.
  uses: { proof: ["gradient-second-moment", "lemma-2"] },
  parameters: [psi, d, k, growth],
  hypotheses: [lipschitz, notConstant],
  draw: oneStep,
  observed: ({ gradientNorm }) => gradientNorm,
  relation: ">=",
  trend: {
    grid: (_, cell) => grownFrom(atLeast(cell, LARGE), stepsForWidth(cell.growth)),
    printedExponent: () => 0,
    quantile: 0.1,
    draws: 512,
  },
  forms: { printed: { bound: () => -TOLERANCE } },
  cells: [
    { psi: ["tanh"], d: [30], k: [30], growth: ["d fixed", "k fixed", "k ∝ √d", "k ∝ d", "k ∝ d²"] },
    { psi: ["relu"], d: [30], k: [30], growth: ["k ∝ d"] },
  ],
  witness: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" },
  mutants: {
    "weights of variance 1/d²": {
      observed: ({ gradientNorm }, { d }) => gradientNorm / Math.sqrt(d),
      at: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" },
    },
    "f divided by k": {
      observed: ({ gradientNorm }, { k }) => gradientNorm / Math.sqrt(k),
      at: { psi: "tanh", d: 30, k: 30, growth: "d fixed" },
    },
    "Ω(√k)": { bound: () => 1 / 2 - TOLERANCE, at: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" } },
  },
});
