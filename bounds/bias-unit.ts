import { defineClaim, defineSampler, type Enclosure, gamma } from "lemmacheck";
import { type BiasLine, bias, d, drawBiasStep, k, psi } from "lemmacheck/networks";
import { THEOREM_ONE_LATEX, THEOREM_ONE_READING, theoremOneSizes } from "./constants/theorem-1-constants.js";
import { type StepChanges, theoremOneMutants, theoremOneStep } from "./constants/theorem-1-step.js";
import { lipschitz, notConstant, smooth } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";

/** A network with a bias unit, d counting it, seen from (x', β) with ‖x'‖ = √(d − 1). */
export const biasStep = defineSampler({
  id: "bias-step",
  parameters: [psi, d, k, bias],
  cost: ({ k }) => 30 * k,
  draw: ({ psi, d, k, bias }, random) => drawBiasStep({ psi, d, k, bias }, random),
});

/** The bias unit does not outweigh the other inputs. */
export const smallBias = {
  latex: String.raw`|\beta| \le 1`,
  holds: ({ bias }: Given<"bias">) => Math.abs(bias) <= 1,
  because: ({ bias }: Given<"bias">) => `the bias unit is ${bias}`,
};

/** Whether the step along the projected gradient flips the sign of f and is as short as Theorem 1 says. */
function concludes(draw: BiasLine, given: Given<"psi" | "gamma">, changes: StepChanges = {}): Enclosure {
  const { value, projectedGradientNorm, at } = draw;
  return theoremOneStep({ value, stepNorm: projectedGradientNorm, at }, given, changes);
}

/** The remark that Theorem 1 holds with a bias unit, the step projected off it. */
export const biasUnit = defineClaim({
  id: "bias-unit",
  label: "Bias unit (Section 1)",
  kind: "whp",
  quote:
    "our results also hold when a bias unit is introduced; in this setting, we simply project our perturbation δ onto the ((d−1)-dimensional) subspace of perturbations which leave the bias unit unchanged",
  latex: String.raw`\mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta P \nabla f(x))) \text{ and } \|\eta P \nabla f(x)\| \le C_4 \sqrt{\log(1/\gamma)},\quad |\eta| = \frac{C_3 \sqrt{\log(1/\gamma)}}{\|P \nabla f(x)\|^2},\ ${THEOREM_ONE_LATEX}`,
  reading: THEOREM_ONE_READING,
  freeConstants: { audited: "the constants of the proof" },
  nonClaims: ["inputs whose bias unit outweighs the others: |β| ≤ 1 here, and ‖x‖ ≤ √d"],
  uses: { statement: ["theorem-1"] },
  parameters: [psi, d, k, gamma, bias],
  hypotheses: [notConstant, lipschitz, smooth, ...theoremOneSizes, smallBias],
  draw: biasStep,
  observed: (draw, given) => concludes(draw, given),
  relation: ">=",
  // Nothing is known of a sign without the theorem.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["identity"], d: ["least"], k: ["least"], gamma: [0.9, 0.05], bias: [1, 0] },
    { psi: ["100*tanh(t/100)"], d: ["least"], k: ["least"], gamma: [0.5], bias: [1] },
    { psi: ["identity"], d: [1e15], k: [10_000], gamma: [0.05], bias: [-1] },
    { psi: ["100+t"], d: ["least"], k: ["least"], gamma: [0.1], bias: [1] },
  ],
  witness: { psi: "100*tanh(t/100)", d: 60_000, k: 3000, gamma: 0.5, bias: 1 },
  mutants: theoremOneMutants(concludes, { psi: "identity", d: 2000, k: 2000, gamma: 0.05, bias: 1 }),
});
