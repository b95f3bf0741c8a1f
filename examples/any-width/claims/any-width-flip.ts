import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import { flipsAt, TWICE, tangentStep } from "../shared/flips.js";
import { dimensionIsEnough, slopesAreKnown, widthIsEnough } from "../shared/roughness.js";

const ABSTRACT =
  "We present a result of the same type, with no restriction on width and for general locally Lipschitz continuous activations. … we show that an adversarial example x′ can be found with high probability along the direction of the gradient ∇_x f(x; θ)";

const common = {
  kind: "whp",
  quote: ABSTRACT,
  parameters: [psi, d, k, gamma],
  draw: oneStep,
  observed: (line: SlopedLine) => flipsAt(line, tangentStep(line, TWICE)),
  relation: ">=",
  // Nothing is known of a sign without the statement.
  trivial: () => 0,
} as const;

const LATEX = String.raw`\mathrm{sign} f(x') \ne \mathrm{sign} f(x),\quad x' = x - s(x) \nabla f(x),\ s(x) = \frac{2 f(x)}{\|\nabla f(x)\|^2}`;

const READING =
  "no sizes are printed, and on arXiv no step (the one of the published abstract: fixed-step): s(x) = 2f(x)/‖∇f(x)‖², for which a linear f is −f(x) at x′, in the network (1) of Bubeck et al. (2021), a = ±1, ‖x‖ = √d, d and k from 6R log(2/γ) on, k without an upper limit; of locally Lipschitz ψ those with one Lipschitz constant";

/** A flip along the gradient, whatever the width. */
export const anyWidthFlip = defineClaim({
  ...common,
  id: "any-width-flip",
  label: "Abstract, the flip",
  latex: LATEX,
  reading: READING,
  nonClaims: ["that the sizes are needed", "activations of which no rate is known at which slopes change"],
  uses: { statement: ["step-length"], proof: ["joint-law"] },
  hypotheses: [slopesAreKnown, dimensionIsEnough, widthIsEnough],
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["relu", "tanh", "softplus"], d: ["least", 1000], k: ["least", 1000], gamma: [0.5, 0.1] },
    // k above e^d
    { psi: ["relu"], d: [9], k: ({ d }) => Math.ceil(Math.exp(d)), gamma: [0.5] },
    { psi: ["relu", "softplus"], d: [12], k: ({ d }) => Math.ceil(Math.exp(d)), gamma: [0.3] },
    { psi: ["abs(t)", "sin", "max(t,0.1*t)"], d: ["least"], k: ["least"], gamma: [0.2] },
  ],
  witness: { psi: "relu", d: 9, k: 10_000, gamma: 0.5 },
  mutants: {
    "half of the way to where the tangent meets 0": {
      observed: (line) => flipsAt(line, tangentStep(line, 1 / 2)),
      at: { psi: "tanh", d: 100, k: 100, gamma: 0.1 },
    },
    uphill: {
      observed: (line) => flipsAt(line, tangentStep(line, -TWICE)),
      at: { psi: "softplus", d: 100, k: 100, gamma: 0.1 },
    },
    "k steps' worth at once": {
      observed: (line, { k }) => flipsAt(line, tangentStep(line, 2 / k)),
      at: { psi: "relu", d: 100, k: 200, gamma: 0.1 },
    },
  },
});

/** Said of every width from 1 on, which "no restriction on width" is not. */
export const fromWidthOne = defineClaim({
  ...common,
  id: "from-width-one",
  label: "Abstract, from width 1 on (misread)",
  latex: String.raw`${LATEX} \quad (k \ge 1)`,
  reading: `${READING}; misread as: from k = 1 on`,
  nonClaims: ["that the paper says so"],
  uses: { statement: ["any-width-flip"] },
  hypotheses: [slopesAreKnown, dimensionIsEnough],
  forms: {
    printed: { bound: () => 1, refutedAt: { psi: "relu", d: 1000, k: 2, gamma: 0.1 } },
    repaired: {
      latex: String.raw`${LATEX} \quad (k \ge 6 R_\psi \tfrac{\mathrm{Lip}(\psi)^2}{\mathbb{E}\psi'(X)^2} \log(2/\gamma))`,
      reason:
        "a ReLU network never changes its sign where all a_ℓ are equal, with probability 2^(1−k), and is 0 near x where no neuron is active, with probability 2^(−k): k must be log(1/γ) at least",
      hypotheses: [widthIsEnough],
      bound: () => 1,
    },
  },
  cells: [{ psi: ["relu", "tanh"], d: [1000], k: [1, 2, 1000], gamma: [0.1] }],
  witness: { psi: "relu", d: 1000, k: 1000, gamma: 0.1 },
  mutants: {
    "half of the way to where the tangent meets 0": {
      of: "repaired",
      observed: (line) => flipsAt(line, tangentStep(line, 1 / 2)),
      at: { psi: "tanh", d: 100, k: 100, gamma: 0.1 },
    },
  },
});

/** Said of every activation, without a Lipschitz condition. */
export const anyActivation = defineClaim({
  ...common,
  id: "any-activation",
  label: "Abstract, without the Lipschitz condition (misread)",
  latex: String.raw`${LATEX} \quad (\psi \text{ not constant},\ d, k \ge 1000)`,
  reading: `${READING}; misread as: for every ψ that is not constant, at d, k ≥ 1000 and γ ≥ 0.1`,
  nonClaims: ["that the paper says so"],
  uses: { statement: ["any-width-flip"] },
  hypotheses: [
    { latex: String.raw`d \ge 1000`, parameter: d, least: () => 1000 },
    { latex: String.raw`k \ge 1000`, parameter: k, least: () => 1000 },
    { latex: String.raw`\gamma \ge 0.1`, parameter: gamma, least: () => 0.1 },
  ],
  forms: {
    printed: { bound: () => 1, refutedAt: { psi: "sign", d: 1000, k: 1000, gamma: 0.1 } },
    repaired: {
      latex: String.raw`${LATEX} \quad (\psi \text{ Lipschitz},\ d, k \ge 6 R_\psi \ldots)`,
      reason: "ψ′ = 0 almost everywhere for the sign, and ∇f with it: along the gradient there is no way to go",
      hypotheses: [slopesAreKnown, dimensionIsEnough, widthIsEnough],
      bound: () => 1,
    },
  },
  cells: [{ psi: ["sign", "relu", "tanh"], d: [1000], k: [1000], gamma: [0.1] }],
  witness: { psi: "relu", d: 1000, k: 1000, gamma: 0.1 },
  mutants: {
    uphill: {
      of: "repaired",
      observed: (line) => flipsAt(line, tangentStep(line, -TWICE)),
      at: { psi: "tanh", d: 1000, k: 1000, gamma: 0.1 },
    },
  },
});

/** A step whose length does not depend on f(x). */
export const constantStep = defineClaim({
  ...common,
  id: "constant-step",
  label: "Abstract, a step of length 1 (misread)",
  latex: String.raw`\mathrm{sign} f(x') \ne \mathrm{sign} f(x),\quad \|x' - x\| = 1`,
  reading: `${READING}; misread as: a step of length 1 will do`,
  nonClaims: ["that the paper says so"],
  uses: { statement: ["any-width-flip", "step-length"] },
  hypotheses: [slopesAreKnown, dimensionIsEnough, widthIsEnough],
  forms: {
    printed: {
      observed: (line) => flipsAt(line, line.gradientNorm > 0 ? -Math.sign(line.value) / line.gradientNorm : 0),
      bound: () => 1,
      refutedAt: { psi: "tanh", d: 1000, k: 1000, gamma: 0.1 },
    },
    repaired: {
      latex: LATEX,
      reason:
        "|f(x)|/‖∇f(x)‖ is near the size of a normal variable, above 1 with probability 0.32 for ψ linear on either side of 0: the step has to grow with it, or with √log(1/γ), as fixed-step has it",
      bound: () => 1,
    },
  },
  cells: [{ psi: ["relu", "tanh"], d: [1000], k: [1000], gamma: [0.1] }],
  witness: { psi: "tanh", d: 1000, k: 1000, gamma: 0.1 },
  mutants: {
    "length 1/√d": {
      of: "repaired",
      observed: (line, { d }) =>
        flipsAt(line, line.gradientNorm > 0 ? -Math.sign(line.value) / line.gradientNorm / Math.sqrt(d) : 0),
      at: { psi: "tanh", d: 1000, k: 1000, gamma: 0.1 },
    },
  },
});
