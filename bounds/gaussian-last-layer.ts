import { defineClaim, defineSampler } from "lemmacheck";
import { coefficients, d, drawLine, k, type Line, psi } from "lemmacheck/networks";
import { isRelu } from "./parts/proposition-3-parts.js";
import { NEAREST_PERCENT, switched, switchingMutants } from "./parts/switching.js";

/** One hidden layer with any law of the coefficients. */
const lastLayer = defineSampler({
  id: "last-layer",
  parameters: [psi, d, k, coefficients],
  cost: ({ k }) => 20 * k,
  draw: ({ psi, d, k, coefficients }, random) => drawLine({ psi, d, k, coefficients }, random),
});

const at = { psi: "relu", d: 51, k: 51, coefficients: "gaussian" } as const;

/** Section 4, footnote 2: with Gaussian a, what Figure 1 shows at one hidden layer, from the same sizes on. */
export const gaussianLastLayer = defineClaim({
  id: "gaussian-last-layer",
  label: "Gaussian last layer (Section 4)",
  kind: "whp",
  quote:
    "We also conducted experiments with a gaussian initialization for the last layer in place of the Bernoulli initialization from Section 1 and obtained qualitatively similar results.",
  latex: String.raw`a_\ell \sim \mathcal{N}(0, 1),\ d, k > 50 \implies \mathbb{P}\left( \exists\, |\eta| < 20: \mathrm{sign}(f(x + \eta \nabla f(x))) \ne \mathrm{sign}(f(x)) \right) \ge 99.5\%`,
  reading:
    "“qualitatively similar” has no number; what Figure 1 says at one hidden layer is taken, at its d, k > 50 and to the nearest percent",
  nonClaims: ["the same share as for signs: at d = k = 51 about 23 in 10,000 are not switched, for 2 with signs"],
  uses: { statement: ["figure-1"] },
  parameters: [psi, d, k, coefficients],
  hypotheses: [
    isRelu,
    { latex: "d > 50", parameter: d, least: () => 51 },
    { latex: "k > 50", parameter: k, least: () => 51 },
  ],
  draw: lastLayer,
  observed: (draw: Line) => switched(draw),
  relation: ">=",
  allows: () => NEAREST_PERCENT,
  // Nothing is known of a sign without the experiment.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [{ psi: ["relu"], d: [51, 1e15], k: [51], coefficients: ["gaussian", "rademacher"] }],
  witness: at,
  mutants: switchingMutants(at),
});
