import { defineClaim } from "lemmacheck";
import { d, deepStep, depth, initialisation, k, type Line, psi } from "lemmacheck/networks";
import { isRelu } from "./parts/proposition-3-parts.js";
import { smallestStep } from "./parts/switching.js";

/** How many layers more the grid has than its start. */
const LAYERS = 3;

/**
 * Figure 1 across depths, as a trend in L at fixed d and k: the 0.9-quantile of the smallest |η| grows with L, so that
 * at depths where it reaches 20 a tenth of the samples is not switched, and larger d and k are needed.
 */
export const figure1Threshold = defineClaim({
  id: "figure-1-threshold",
  label: "Figure 1, depth",
  kind: "trend",
  quote: "The values of d and k at which 100% switching is reached appears to grow with L.",
  latex: String.raw`\min \{ n : d = k = n \text{ switches } 100\% \} \text{ grows with } L`,
  quantity: String.raw`\min \{ |\eta| : \mathrm{sign}(f(x + \eta \nabla f(x))) \ne \mathrm{sign}(f(x)) \}`,
  reading:
    "“appears to grow” is of a threshold in d and k; the 0.9-quantile of the smallest |η| is taken, at d and k between 51 and 200, and must not fall from L = 1 to 4",
  nonClaims: [
    "how fast the threshold grows",
    "steps between those looked at: for L > 1 the first change of sign seen on the way outwards counts",
  ],
  parameters: [psi, d, k, depth, initialisation],
  hypotheses: [
    isRelu,
    { latex: "L = 1", holds: ({ depth }) => depth === 1, because: ({ depth }) => `the grid starts at L = ${depth}` },
    { latex: "d > 50", parameter: d, least: () => 51 },
    { latex: "k > 50", parameter: k, least: () => 51 },
    {
      latex: String.raw`d, k \le 200`,
      holds: ({ d, k }) => Math.max(d, k) <= 200,
      because: ({ d, k }) => `d and k are ${d} and ${k}: so large that no depth up to 4 is short of them`,
    },
  ],
  draw: deepStep,
  observed: (draw: Line) => smallestStep(draw),
  relation: ">=",
  trend: {
    grid: (_, cell) =>
      Array.from({ length: LAYERS + 1 }, (_unused, i) => ({
        size: cell.depth + i,
        cell: { ...cell, depth: cell.depth + i },
      })),
    printedExponent: () => 0,
    quantile: 0.9,
    draws: 512,
  },
  forms: { printed: { bound: () => 0 } },
  cells: [{ psi: ["relu"], d: [51], k: [51], depth: [1], initialisation: ["fan-in", "he"] }],
  witness: { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "fan-in" },
  mutants: {
    "as fast as L²": {
      bound: () => 2,
      at: { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "he" },
    },
    "‖∇f‖ for η, which the initialisation shrinks": {
      observed: ({ gradientNorm }) => gradientNorm,
      at: { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "fan-in" },
    },
  },
});
