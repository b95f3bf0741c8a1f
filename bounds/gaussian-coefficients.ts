import { defineClaim, drawOneStep, type Enclosure, type Given, type OneStepDraw, type Sampler } from "lemmacheck";
import { flipsSign } from "./shared/flips-sign.js";
import { lipschitz, notConstant, smooth, zeroAtZero } from "./shared/hypotheses.js";
import { radiusAtLeastOne, theoremOneConstants, theoremOneSizes } from "./shared/theorem-1-constants.js";

/** The one-step law with any law of the coefficients, neurons in memory. */
const oneStepWithCoefficients: Sampler<"psi" | "d" | "k" | "coefficients", OneStepDraw> = {
  id: "one-step-coefficients",
  parameters: ["psi", "d", "k", "coefficients"],
  cost: ({ k }) => 20 * k,
  draw: ({ psi, d, k, coefficients }, random) => drawOneStep({ activation: psi, d, k, coefficients }, random),
};

/** Whether Theorem 1's step flips the sign of f and is as short as it says; changed as a mutant asks. */
function concludes(
  { value, gradientNorm, valueAfter, roundingAfter }: OneStepDraw,
  { psi, gamma }: Given<"psi" | "gamma">,
  { step = 1, limit = 1 } = {},
): Enclosure {
  const { C3, C4 } = theoremOneConstants(psi, gamma);
  const root = Math.sqrt(-Math.log(gamma));
  return flipsSign(
    { value, stepNorm: gradientNorm, valueAfter, roundingAfter },
    { eta: (step * C3 * root) / gradientNorm ** 2, limit: limit * C4 * root },
  );
}

const at = { psi: "identity", d: 2000, k: 2000, gamma: 0.05, coefficients: "gaussian" } as const;

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
  latex: String.raw`a_\ell \sim \mathcal{N}(0, 1) \implies \mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta \nabla f(x))) \text{ and } \|\eta \nabla f(x)\| \le C_4 \sqrt{\log(1/\gamma)}`,
  nonClaims: [
    "which modifications the constants need: those of the proof for signs are taken",
    "the ReLU, for which see gaussian-last-layer",
  ],
  parameters: ["psi", "d", "k", "gamma", "coefficients"],
  hypotheses: [notConstant, lipschitz, smooth, zeroAtZero, radiusAtLeastOne, ...theoremOneSizes],
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
  ],
  witness: { psi: "100*tanh(t/100)", d: 60_000, k: 3000, gamma: 0.5, coefficients: "gaussian" },
  mutants: {
    "the wrong sign": { observed: (draw, given) => concludes(draw, given, { step: -1 }), at },
    "a 64th of the step": { observed: (draw, given) => concludes(draw, given, { step: 1 / 64 }), at },
    "half of C_4": { observed: (draw, given) => concludes(draw, given, { limit: 1 / 2 }), at },
  },
});
