import { defineClaim } from "lemmacheck";
import { d, deepStep, depth, initialisation, k, type Line, psi } from "lemmacheck/networks";
import { isRelu } from "./parts/proposition-3-parts.js";
import { NEAREST_PERCENT, switched, switchingMutants } from "./parts/switching.js";

const at = { psi: "relu", d: 51, k: 51, depth: 1, initialisation: "fan-in" } as const;

/**
 * Figure 1 at one hidden layer. "100%" is read to the nearest percent: at least 99.5 % of samples are switched. Deeper
 * networks need larger d and k, which is figure-1-threshold.
 */
export const figure1 = defineClaim({
  id: "figure-1",
  label: "Figure 1",
  kind: "whp",
  quote: "We see that with L = 1 and values of d and k larger than 50, 100% of samples are switched.",
  latex: String.raw`L = 1,\ d, k > 50 \implies \mathbb{P}\left( \exists\, |\eta| < 20: \mathrm{sign}(f(x + \eta \nabla f(x))) \ne \mathrm{sign}(f(x)) \right) \ge 99.5\%`,
  reading: "“100% of samples”, of 10,000, is taken to the nearest percent: at least 99.5% are switched",
  nonClaims: [
    "that every sample is switched: at d = k = 51 about two in 10,000 are not",
    "deeper networks, which need larger d and k (figure-1-threshold)",
    "that |η| = 20 is a small step: η is relative to ∇f(x), whose norm is about 0.7",
  ],
  parameters: [psi, d, k, depth, initialisation],
  hypotheses: [
    isRelu,
    { latex: "L = 1", holds: ({ depth }) => depth === 1, because: ({ depth }) => `L is ${depth}` },
    { latex: "d > 50", parameter: d, least: () => 51 },
    { latex: "k > 50", parameter: k, least: () => 51 },
  ],
  draw: deepStep,
  observed: (draw: Line) => switched(draw),
  relation: ">=",
  allows: () => NEAREST_PERCENT,
  // Nothing is known of a sign without the experiment.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["relu"], d: [51, 1000, 1e15], k: [51], depth: [1], initialisation: ["fan-in"] },
    { psi: ["relu"], d: [51], k: [1000], depth: [1], initialisation: ["fan-in"] },
  ],
  witness: at,
  mutants: switchingMutants(at),
});
