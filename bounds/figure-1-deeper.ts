import { defineClaim } from "lemmacheck";
import { d, deepStep, depth, initialisation, k, type Line, psi } from "lemmacheck/networks";
import { isRelu } from "./parts/proposition-3-parts.js";
import { NEAREST_PERCENT, switched, switchingMutants, upToSixLayers } from "./parts/switching.js";

/** What Figure 1 calls large at one layer, for L of them, as the figures of gradients and steps take it. */
const large = (depth: number) => 51 * depth ** 2;

/** Deeper than the repaired form has with variance 1/fan-in, and as large as it asks for. */
const he = { psi: "relu", d: 816, k: 816, depth: 4, initialisation: "he" } as const;

/** What Figure 1 shows at one hidden layer, for more of them, with weights as Section 1 has them: of variance 1/fan-in. */
export const figure1Deeper = defineClaim({
  id: "figure-1-deeper",
  label: "Figure 1, deeper networks",
  kind: "whp",
  quote:
    "100% of samples are switched. … Once again, we observe the same statement holds for deeper networks. The values of d and k at which 100% switching is reached appears to grow with L.",
  latex: String.raw`L \le 6,\ d, k \ge 51L^2 \implies \mathbb{P}\left( \exists\, |\eta| < 20: \mathrm{sign}(f(x + \eta \nabla f(x))) \ne \mathrm{sign}(f(x)) \right) \ge 99.5\%`,
  reading:
    "“the same statement” is 100% to the nearest percent from some d and k on, which grow with L: from 51L², “larger than 50” at L = 1",
  nonClaims: [
    "that sizes near 51L² are the least that serve where any do",
    "that nothing is switched: at L = 6 it is 98.8% in the limit, which a plot of Figure 1 hardly tells from 100%",
  ],
  uses: { statement: ["figure-1"] },
  parameters: [psi, d, k, depth, initialisation],
  hypotheses: [
    isRelu,
    upToSixLayers,
    { latex: String.raw`d \ge 51L^2`, parameter: d, least: ({ depth }) => large(depth) },
    { latex: String.raw`k \ge 51L^2`, parameter: k, least: ({ depth }) => large(depth) },
  ],
  draw: deepStep,
  observed: (draw: Line) => switched(draw),
  relation: ">=",
  allows: () => NEAREST_PERCENT,
  // Nothing is known of a sign without the experiment.
  trivial: () => 0,
  forms: {
    printed: { bound: () => 1, refutedAt: { psi: "relu", d: 1e15, k: 2000, depth: 6, initialisation: "fan-in" } },
    repaired: {
      latex: String.raw`\ldots \text{ for } L \le 3, \text{ or weights of variance } 2/\text{fan-in}`,
      reason:
        "With variance 1/fan-in each layer halves the second moment of what passes, so that f(x) has the standard deviation 2^(−L/2) and ‖∇f(x)‖ tends to it. As d and k grow f is linear along the step, and the smallest |η| is |f(x)|/‖∇f(x)‖² → |N|·2^(L/2), N ~ N(0, 1): at L = 6 it is below 20 with probability P(|N| < 2.5) = 98.76%, at L = 5 with 99.96%, and no size changes that; at k = 2000 and L = 6 about one in twenty is left. With variance 2/fan-in it tends to |N|√2 or so at every depth.",
      hypotheses: [
        {
          latex: String.raw`L \le 3 \text{ or variance } 2/\text{fan-in}`,
          holds: ({ depth, initialisation }) => depth <= 3 || initialisation === "he",
          because: ({ depth }) => `L is ${depth}, with variance 1/fan-in`,
        },
      ],
      bound: () => 1,
    },
  },
  cells: [
    { psi: ["relu"], d: [1e15], k: ["least"], depth: [2, 3], initialisation: ["fan-in"] },
    { psi: ["relu"], d: [1e15], k: [2000], depth: [6], initialisation: ["fan-in"] },
  ],
  witness: he,
  mutants: Object.fromEntries(
    Object.entries(switchingMutants(he)).map(([name, mutant]) => [name, { ...mutant, of: "repaired" as const }]),
  ),
});
