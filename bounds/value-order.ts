import { defineClaim, type Given, gaussianExpectation, type Hypothesis, oneStep } from "lemmacheck";
import { grownFrom, stepsForWidth } from "./shared/growth.js";

/** What an exponent may exceed 0 by on the grid and still count as O(1). */
const TOLERANCE = 0.1;

/** The smallest k at which the central limit theorem has begun, by the kurtosis of aψ(X). */
function begun({ psi }: Given<"psi">): number {
  const { secondMoment } = psi.gaussian;
  const fourth = gaussianExpectation((t) => psi.value(t) ** 4, psi.kinks).value;
  return Math.ceil((10 * fourth) / secondMoment.value ** 2);
}

/** The claim is of a large width; a finite grid can only show an order from where the limit theorem has begun. */
const largeForTheActivation: Hypothesis<Given<"psi" | "k">> = {
  latex: String.raw`k \ge 10\,\mathbb{E}\psi(X)^4 / (\mathbb{E}\psi(X)^2)^2`,
  parameter: "k",
  least: begun,
};

/** Nothing is claimed of ψ = 0. */
const notZero: Hypothesis<Given<"psi">> = {
  latex: String.raw`0 < \mathbb{E}\psi(X)^2 < \infty`,
  holds: ({ psi }) => psi.gaussian.secondMoment.value > 0 && psi.gaussian.secondMoment.value < Infinity,
  because: ({ psi }) => `E ψ(X)² is ${psi.gaussian.secondMoment.value} for ${psi.id}`,
};

/**
 * (2), as a trend: the 0.9-quantile of |f(x)| grows with exponent at most 0.1 along grids in which k grows, d grows, or
 * both do.
 */
export const valueOrder = defineClaim({
  id: "value-order",
  label: "(2)",
  kind: "trend",
  quote: "with high probability the value of f(x) was bounded: |f(x)| = O(1)",
  latex: "|f(x)| = O(1)",
  nonClaims: ["a constant", "uniformity in x", "sizes beyond the grid"],
  parameters: ["psi", "d", "k", "growth"],
  hypotheses: [notZero, largeForTheActivation],
  draw: oneStep,
  observed: ({ value }) => Math.abs(value),
  relation: "<=",
  trend: {
    grid: (_, cell) => grownFrom(cell, stepsForWidth(cell.growth)),
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
