import { defineClaim } from "lemmacheck";
import { d, deepStep, depth, initialisation, k, type Line, psi } from "lemmacheck/networks";
import { grownFrom } from "./laws/growth.js";
import { growth } from "./parameters.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { largeFrom, smallestStep, upToSixLayers } from "./parts/switching.js";

const at = { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "he", growth: "k ∝ d" } as const;

/** Figure 2a, as a trend: the median of the smallest |η| neither grows nor falls along grids of d, of k, and of both. */
export const figure2a = defineClaim({
  id: "figure-2a",
  label: "Figure 2a",
  kind: "trend",
  quote:
    "both the smallest η and the gradient norm are approximately constant both in d and in k. This finding also holds for deeper networks",
  latex: String.raw`\min \{ |\eta| : \mathrm{sign}(f(x + \eta \nabla f(x))) \ne \mathrm{sign}(f(x)) \} = \Theta(1)`,
  reading:
    "“approximately constant” prints no number: the median, its exponent within 0.1 of 0, from d, k = 51L² on, as Figure 1’s “larger than 50” at L = 1",
  nonClaims: [
    "the average over switched samples, which the figure shows (figure-2a-mean-upper, figure-2a-mean-lower): the median counts those not switched too",
    "constancy in k for L ≥ 2, where draws are dear: the means, which take fewer of them, have it at every depth up to 6",
    "constancy in the depth: see figure-1-threshold",
  ],
  parameters: [psi, d, k, depth, initialisation, growth],
  hypotheses: [isRelu, upToSixLayers],
  draw: deepStep,
  observed: (draw: Line) => smallestStep(draw),
  relation: "=",
  resolution: () => 0.1,
  trend: {
    // d costs nothing, and k does.
    grid: (_, cell) => grownFrom(largeFrom(cell), { points: 3, factor: cell.growth === "k fixed" ? 1000 : 30 }),
    printedExponent: () => 0,
    draws: 1536,
  },
  forms: { printed: { bound: () => 0 } },
  cells: [
    { psi: ["relu"], d: [51], k: [51], depth: [1], initialisation: ["he"], growth: ["k ∝ d", "d fixed", "k fixed"] },
    { psi: ["relu"], d: [250], k: [250], depth: [2], initialisation: ["fan-in"], growth: ["k fixed"] },
  ],
  witness: at,
  mutants: {
    "a gradient that is divided by √k once more": {
      observed: (draw, { k }) => smallestStep(draw) * Math.sqrt(k),
      at,
    },
    "falling as 1/√d": { bound: () => -1 / 2, at },
  },
});
