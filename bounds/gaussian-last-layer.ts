import { defineClaim, defineSampler, gamma } from "lemmacheck";
import { coefficients, d, drawLine, k, type Line, psi } from "lemmacheck/networks";
import { isRelu } from "./parts/proposition-3-parts.js";
import { nearestPercent, switched, switchingMutants } from "./parts/switching.js";

/** One hidden layer with any law of the coefficients. */
const lastLayer = defineSampler({
  id: "last-layer",
  parameters: [psi, d, k, coefficients],
  cost: ({ k }) => 20 * k,
  draw: ({ psi, d, k, coefficients }, random) => drawLine({ psi, d, k, coefficients }, random),
});

const at = { psi: "relu", d: 200, k: 200, coefficients: "gaussian", gamma: 0.005 } as const;

/** Section 4, footnote 2: with Gaussian a, what Figure 1 shows at one hidden layer, from d, k = 200 on. */
export const gaussianLastLayer = defineClaim({
  id: "gaussian-last-layer",
  label: "Gaussian last layer (Section 4)",
  kind: "whp",
  quote:
    "We also conducted experiments with a gaussian initialization for the last layer in place of the Bernoulli initialization from Section 1 and obtained qualitatively similar results.",
  latex: String.raw`a_\ell \sim \mathcal{N}(0, 1),\ d, k \ge 200 \implies \mathbb{P}\left( \exists\, |\eta| < 20: \mathrm{sign}(f(x + \eta \nabla f(x))) \ne \mathrm{sign}(f(x)) \right) \ge 1 - \gamma`,
  nonClaims: ["the same threshold as for signs: “qualitatively similar” names none, and 200 is taken"],
  uses: { statement: ["figure-1"] },
  parameters: [psi, d, k, coefficients, gamma],
  hypotheses: [
    isRelu,
    { latex: String.raw`d \ge 200`, parameter: d, least: () => 200 },
    { latex: String.raw`k \ge 200`, parameter: k, least: () => 200 },
    nearestPercent,
  ],
  draw: lastLayer,
  observed: (draw: Line) => switched(draw),
  relation: ">=",
  // Nothing is known of a sign without the experiment.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [{ psi: ["relu"], d: [200, 1e15], k: [200], coefficients: ["gaussian", "rademacher"], gamma: [0.005] }],
  witness: at,
  mutants: switchingMutants(at),
});
