import { defineClaim, defineSampler, type Enclosure, gamma } from "lemmacheck";
import { coefficients, d, drawOneStep, k, psi, type SlopedLine } from "lemmacheck/networks";
import { THEOREM_ONE_LATEX, THEOREM_ONE_READING, theoremOneSizes } from "./constants/theorem-1-constants.js";
import { type StepChanges, theoremOneMutants, theoremOneStep } from "./constants/theorem-1-step.js";
import { lipschitz, notConstant, smooth } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { alongGradient } from "./parts/flips-sign.js";

/** The one-step law with any law of the coefficients, neurons in memory. */
const oneStepWithCoefficients = defineSampler({
  id: "one-step-coefficients",
  parameters: [psi, d, k, coefficients],
  cost: ({ k }) => 20 * k,
  draw: ({ psi, d, k, coefficients }, random) => drawOneStep({ psi, d, k, coefficients }, random),
});

/** Whether Theorem 1's step flips the sign of f and is as short as it says. */
const concludes = (draw: SlopedLine, given: Given<"psi" | "gamma">, changes: StepChanges = {}): Enclosure =>
  theoremOneStep(alongGradient(draw), given, changes);

/**
 * The remark that Theorem 1 extends to Gaussian a, "with minor modifications": its conclusion, step and constants as
 * they stand for signs. E a² = 1 leaves E f² and E‖∇f‖² as they are.
 */
export const gaussianCoefficients = defineClaim({
  id: "gaussian-coefficients",
  label: "Gaussian coefficients (Section 1)",
  kind: "whp",
  quote:
    "our results and corresponding proofs are extendible to the setting where a_ℓ are drawn from a normal distribution with minor modifications",
  latex: String.raw`a_\ell \sim \mathcal{N}(0, 1) \implies \mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta \nabla f(x))) \text{ and } \|\eta \nabla f(x)\| \le C_4 \sqrt{\log(1/\gamma)},\quad |\eta| = \frac{C_3 \sqrt{\log(1/\gamma)}}{\|\nabla f(x)\|^2},\ ${THEOREM_ONE_LATEX}`,
  reading: THEOREM_ONE_READING,
  freeConstants: { audited: "the constants of the proof" },
  nonClaims: [
    "which modifications the constants need: those of the proof for signs are taken",
    "the ReLU, for which see gaussian-last-layer",
  ],
  uses: { statement: ["theorem-1"] },
  parameters: [psi, d, k, gamma, coefficients],
  hypotheses: [notConstant, lipschitz, smooth, ...theoremOneSizes],
  draw: oneStepWithCoefficients,
  observed: (draw, given) => concludes(draw, given),
  relation: ">=",
  // Nothing is known of a sign without the theorem.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["identity"], d: ["least"], k: ["least"], gamma: [0.9, 0.05], coefficients: ["gaussian", "rademacher"] },
    { psi: ["100*tanh(t/100)"], d: ["least"], k: ["least"], gamma: [0.5], coefficients: ["gaussian"] },
    { psi: ["identity"], d: [1e15], k: [10_000], gamma: [0.05], coefficients: ["gaussian"] },
    { psi: ["100+t"], d: ["least"], k: ["least"], gamma: [0.1], coefficients: ["gaussian"] },
  ],
  witness: { psi: "100*tanh(t/100)", d: 60_000, k: 3000, gamma: 0.5, coefficients: "gaussian" },
  mutants: theoremOneMutants(concludes, { psi: "identity", d: 2000, k: 2000, gamma: 0.05, coefficients: "gaussian" }),
});
