import { defineClaim } from "lemmacheck";
import { d, deepStep, depth, initialisation, k, type Line, psi } from "lemmacheck/networks";
import { grownFrom } from "./laws/growth.js";
import { growth } from "./parameters.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { largeFrom, upToSixLayers } from "./parts/switching.js";

const at = { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "he", growth: "k ∝ d" } as const;

/** Figure 2b, as a trend: the median of ‖∇f(x)‖ neither grows nor falls along grids of d, of k, and of both. */
export const figure2b = defineClaim({
  id: "figure-2b",
  label: "Figure 2b",
  kind: "trend",
  quote:
    "Figure 2b shows the gradient norm in x (all cases included). As we see, both the smallest η and the gradient norm are approximately constant both in d and in k.",
  latex: String.raw`\|\nabla f(x)\| = \Theta(1)`,
  reading:
    "“approximately constant” prints no number: the median, its exponent within 0.05 of 0, from d, k = 51L² on, as Figure 1’s “larger than 50” at L = 1",
  nonClaims: ["constancy in the depth: with variance 1/fan-in the norm falls as 2^(−L/2)"],
  parameters: [psi, d, k, depth, initialisation, growth],
  hypotheses: [isRelu, upToSixLayers],
  draw: deepStep,
  observed: ({ gradientNorm }: Line) => gradientNorm,
  relation: "=",
  resolution: () => 0.05,
  trend: {
    grid: (_, cell) => grownFrom(largeFrom(cell), { points: 4, factor: 10 }),
    printedExponent: () => 0,
    draws: 256,
  },
  forms: { printed: { bound: () => 0 } },
  cells: [
    { psi: ["relu"], d: [51], k: [51], depth: [1], initialisation: ["he"], growth: ["k ∝ d", "d fixed", "k fixed"] },
    {
      psi: ["relu"],
      d: ({ depth }) => 51 * depth ** 2,
      k: ({ depth }) => 51 * depth ** 2,
      depth: [2, 3, 4, 5, 6],
      initialisation: ["he"],
      growth: ["d fixed", "k fixed"],
    },
    { psi: ["relu"], d: [2000], k: [2000], depth: [6], initialisation: ["fan-in", "he"], growth: ["k ∝ d"] },
  ],
  witness: at,
  mutants: {
    "not divided by √k": { observed: ({ gradientNorm }, { k }) => gradientNorm * Math.sqrt(k), at },
    "falling as 1/√d": { bound: () => -1 / 2, at },
  },
});
