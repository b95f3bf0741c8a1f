import { defineClaim, gamma } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import { flipsAt } from "../shared/flips.js";
import { dimensionIsEnough, slopesAreKnown, widthIsEnough } from "../shared/roughness.js";

/** s_d: twice the way for a linear f of the slope (E ψ'(X)²)^½ from the √(2 log(2/γ)) deviations that |f(x)| may have. */
const stepSize = ({ gaussian }: Activation, gamma: number) =>
  (2 * Math.sqrt(2 * (Math.LN2 - Math.log(gamma)) * gaussian.secondMoment.value)) /
  gaussian.derivativeSecondMoment.value;

/** Whether f changes its sign where it is led by so much of s_d. */
const flips = (line: SlopedLine, { psi, gamma }: { readonly psi: Activation; readonly gamma: number }, share = 1) =>
  flipsAt(line, -Math.sign(line.value) * share * stepSize(psi, gamma));

/** The flip by a step of one size for all networks, of which the sign of f(x) alone is asked. */
export const fixedStep = defineClaim({
  id: "fixed-step",
  label: "Abstract, the flip by a step of one size",
  kind: "whp",
  quote:
    "we show that an adversarial example x′ can be found with high probability along the direction of the gradient ∇_x f(x; θ). … x′ = x − s(x)∇_x f(x; θ), where s(x) = sign(f(x; θ)) · s_d for some positive step size s_d (the abstract as published; that on arXiv ends before where)",
  latex: String.raw`\mathrm{sign} f(x') \ne \mathrm{sign} f(x),\quad x' = x - \mathrm{sign}(f(x)) s_d \nabla f(x),\ s_d = \frac{2 \sqrt{2 \log(2/\gamma)\, \mathbb{E}\psi(X)^2}}{\mathbb{E}\psi'(X)^2}`,
  reading:
    "s_d has no value in the abstract: twice the way to 0 of a linear function from as far as |f(x)| is but for γ, the same for all networks; d and k as any-width-flip has them",
  nonClaims: ["that s_d is the least", "a length far below ‖x‖ where d is not far above log(2/γ)"],
  parameters: [psi, d, k, gamma],
  uses: { statement: ["any-width-flip"], proof: ["joint-law"] },
  hypotheses: [slopesAreKnown, dimensionIsEnough, widthIsEnough],
  draw: oneStep,
  observed: (line, given) => flips(line, given),
  relation: ">=",
  // Nothing is known of a sign without the statement.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["relu", "tanh", "softplus"], d: ["least", 1000], k: ["least", 1000], gamma: [0.5, 0.1] },
    // k above e^d
    { psi: ["relu"], d: [9], k: ({ d }) => Math.ceil(Math.exp(d)), gamma: [0.5] },
  ],
  witness: { psi: "relu", d: 1000, k: 1000, gamma: 0.1 },
  mutants: {
    uphill: { observed: (line, given) => flips(line, given, -1), at: { psi: "softplus", d: 100, k: 100, gamma: 0.1 } },
    "a step that does not grow as γ falls": {
      observed: (line, { psi }) => flips(line, { psi, gamma: 1 }, 1 / 2),
      at: { psi: "tanh", d: 1000, k: 1000, gamma: 0.1 },
    },
    "over √d": {
      observed: (line, given) => flips(line, given, 1 / Math.sqrt(given.d)),
      at: { psi: "relu", d: 1000, k: 1000, gamma: 0.1 },
    },
  },
});
