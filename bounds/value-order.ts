import { defineClaim } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { valueIsNotZero, widthOfKurtosis } from "./hypotheses/hypotheses.js";
import { atLeast, grownFrom, stepsForWidth } from "./laws/growth.js";
import { growth } from "./parameters.js";

/** What an exponent may exceed 0 by on the grid and still count as O(1). */
const TOLERANCE = 0.1;

/**
 * (2), as a trend: the 0.9-quantile of |f(x)| grows with exponent at most 0.1 along grids in which k grows, d grows, or
 * both do.
 */
export const valueOrder = defineClaim({
  id: "value-order",
  label: "(2)",
  kind: "trend",
  quote: "with high probability the value of f(x) was bounded: Upper-Bounded Value: |f(x)| = O(1)",
  latex: "|f(x)| = O(1)",
  reading:
    "O(1) prints no constant: the 0.9-quantile, its exponent at most 0.1, from k = 10 E ψ(X)⁴/(E ψ(X)²)² on, where the central limit theorem begins",
  nonClaims: ["a constant", "uniformity in x", "sizes beyond the grid"],
  // Twice a heuristic, and once the proof to which Section 1.3 refers.
  uses: { proof: ["clt-value", "value-variance", "lemma-1"] },
  parameters: [psi, d, k, growth],
  hypotheses: [valueIsNotZero],
  draw: oneStep,
  observed: ({ value }) => Math.abs(value),
  relation: "<=",
  trend: {
    grid: ({ psi }, cell) =>
      grownFrom(atLeast(cell, { d: 1, k: widthOfKurtosis(psi, 10) }), stepsForWidth(cell.growth)),
    printedExponent: () => 0,
    quantile: 0.9,
    draws: 2048,
  },
  forms: { printed: { bound: () => TOLERANCE } },
  cells: [
    { psi: ["tanh"], d: [30], k: [30], growth: ["d fixed", "k fixed", "k ∝ √d", "k ∝ d", "k ∝ d²"] },
    { psi: ["relu"], d: [30], k: [100], growth: ["d fixed"] },
  ],
  witness: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" },
  mutants: {
    "f not divided by √k": {
      observed: ({ value }, { k }) => Math.abs(value) * Math.sqrt(k),
      at: { psi: "tanh", d: 30, k: 30, growth: "d fixed" },
    },
    "O(1/√d)": { bound: () => TOLERANCE - 1 / 2, at: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" } },
  },
});
