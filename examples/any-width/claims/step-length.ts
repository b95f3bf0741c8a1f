import { defineClaim, gamma } from "lemmacheck";
import { type Activation, linearSides } from "lemmacheck/activations";
import { d, k, psi } from "lemmacheck/networks";
import { oneLayerAtInput } from "../laws/one-layer-at-input.js";
import { logAngleTail } from "../shared/angle-law.js";
import { TWICE } from "../shared/flips.js";
import { linearOnSides } from "../shared/roughness.js";

/** log P(∇f(x) ≠ 0): a slope that is 0 on one side leaves all neurons without one with probability 2^−k. */
function logSloped(psi: Activation, k: number): number {
  const sides = linearSides(psi);
  return sides && sides.left !== 0 && sides.right !== 0 ? 0 : Math.log1p(-(2 ** -k));
}

/** ‖x′ − x‖, with its exact law where f is homogeneous. */
export const stepLength = defineClaim({
  id: "step-length",
  label: "Abstract, the length of the step",
  kind: "whp",
  quote: "we characterize the joint distribution of f(x; θ) and f(x′; θ) for x′ = x − s(x)∇_x f(x; θ)",
  latex: String.raw`\|x' - x\| = \frac{2 |f(x)|}{\|\nabla f(x)\|} \le 2 \sqrt{2 \log(2/\gamma)}`,
  reading:
    "of the step only that x′ is an adversarial example, ‖x′ − x‖ ≪ ‖x‖ = √d: here with the constant of a uniform direction, for ψ linear on either side of 0, any k and d",
  nonClaims: ["other activations, for which |f| and ‖∇f‖ are not tied to each other"],
  parameters: [psi, d, k, gamma],
  hypotheses: [linearOnSides],
  draw: oneLayerAtInput,
  observed: ({ value, gradientNorm }) => (gradientNorm > 0 ? (TWICE * Math.abs(value)) / gradientNorm : 0),
  relation: "<=",
  everyGamma: true,
  // f(x) = x·∇f(x), so that |f|/‖∇f‖ ≤ √d; and Chebyshev, as d·cos² has mean 1.
  trivial: ({ d }, logAllowed) => TWICE * Math.min(Math.sqrt(d), Math.exp(-logAllowed / 2)),
  exact: ({ psi, d, k }, bound) => {
    const tail = logAngleTail(d, bound / TWICE);
    const sloped = logSloped(psi, k);
    return { logLower: tail.logLower + sloped, logUpper: tail.logUpper + sloped };
  },
  forms: { printed: { bound: ({ gamma }) => TWICE * Math.sqrt(2 * (Math.LN2 - Math.log(gamma))) } },
  cells: [
    { psi: ["relu", "abs(t)", "max(t,0.1*t)"], d: [10, 1000], k: [1, 2, 1000], gamma: [0.1, 1e-6] },
    // k above e^d
    { psi: ["relu"], d: [10, 36], k: [2 ** 53], gamma: [0.1, 1e-3, 1e-6] },
    { psi: ["relu"], d: [1e15], k: [2 ** 53], gamma: [0.01, 1e-300] },
  ],
  witness: { psi: "relu", d: 36, k: 2 ** 53, gamma: 1e-3 },
  mutants: {
    "log(1/γ) for 2 log(2/γ)": {
      bound: ({ gamma }) => TWICE * Math.sqrt(-Math.log(gamma)),
      at: { psi: "relu", d: 1000, k: 1000, gamma: 0.01 },
    },
    "a step that shrinks with d": {
      bound: ({ d }, right) => Number(right()) / Math.sqrt(d),
      at: { psi: "relu", d: 100, k: 1000, gamma: 0.01 },
    },
    "‖∇f‖ squared": {
      observed: ({ value, gradientNorm }) => (gradientNorm > 0 ? (TWICE * Math.abs(value)) / gradientNorm ** 2 : 0),
      at: { psi: "max(t,0.1*t)", d: 1000, k: 1000, gamma: 0.01 },
    },
  },
});
