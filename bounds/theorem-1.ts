import { defineClaim, type Enclosure, gamma } from "lemmacheck";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import { THEOREM_ONE_LATEX, THEOREM_ONE_READING, theoremOneSizes } from "./constants/theorem-1-constants.js";
import { offsetFactor } from "./constants/theorem-1-readings.js";
import { type StepChanges, theoremOneMutants, theoremOneStep } from "./constants/theorem-1-step.js";
import { lipschitz, notConstant, smooth } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { alongGradient } from "./parts/flips-sign.js";

/** Whether the step along the gradient flips the sign of f and is as short as the theorem says. */
const concludes = (draw: SlopedLine, given: Given<"psi" | "gamma">, changes: StepChanges = {}): Enclosure =>
  theoremOneStep(alongGradient(draw), given, changes);

/**
 * Theorem 1, with the explicit constants of its proof: |η| = C₃√log(1/γ)/‖∇f(x)‖² flips the sign of f, and
 * ‖η∇f(x)‖ ≤ C₄√log(1/γ). The left side is 1 where both hold.
 */
export const theorem1 = defineClaim({
  id: "theorem-1",
  label: "Theorem 1",
  kind: "whp",
  quote:
    "let η ∈ ℝ such that |η| = C_3 √log(1/γ)/‖∇f(x)‖² and sign(η) = −sign(f(x)). Then, with probability at least 1 − γ, one has: sign(f(x)) ≠ sign(f(x + η∇f(x))). Moreover we have ‖η∇f(x)‖ ≤ C_4 √log(1/γ).",
  latex: String.raw`\mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta \nabla f(x))) \text{ and } \|\eta \nabla f(x)\| \le C_4 \sqrt{\log(1/\gamma)},\quad |\eta| = \frac{C_3 \sqrt{\log(1/\gamma)}}{\|\nabla f(x)\|^2},\ ${THEOREM_ONE_LATEX}`,
  reading: THEOREM_ONE_READING,
  freeConstants: { audited: "the constants of the proof" },
  nonClaims: [
    "that the proof’s own C₃ serves where ψ(0) ≠ 0: for ψ = 100 + tanh at γ = 0.1, |f| exceeds C₃√log(1/γ) with probability 0.3, and 70 % of the steps flip the sign",
    "that C₃ with ψ(0) in it serves near γ = 1: for ψ = 100 + t, k = 89 and γ = 0.9999999 it is at least |f|/√log(1/γ) with probability below 5e-12",
    "that so large a step is needed: half of it flips the sign as well",
    "that one step finds the nearest adversarial example",
    "widths exponential in d",
  ],
  uses: {
    proof: [
      "proposition-1-simplified",
      "proposition-2-simplified",
      "theorem-1-hypotheses",
      "theorem-1-union",
      "theorem-1-chain",
      "theorem-1-step-size",
    ],
  },
  parameters: [psi, d, k, gamma],
  hypotheses: [notConstant, lipschitz, smooth, ...theoremOneSizes],
  draw: oneStep,
  observed: (draw: SlopedLine, given) => concludes(draw, given),
  relation: ">=",
  // Nothing is known of a sign without the theorem.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["identity"], d: ["least"], k: ["least"], gamma: [0.9, 0.05] },
    { psi: ["100*tanh(t/100)"], d: ["least"], k: ["least"], gamma: [0.5, 0.1] },
    { psi: ["identity"], d: [1e15], k: [10_000], gamma: [0.01] },
    { psi: ["100+t", "identity"], d: ["least"], k: ["least"], gamma: [0.1] },
    { psi: ["identity"], d: ["least"], k: ["least"], gamma: [0.9999999] },
    { psi: ["tanh", "softplus"], d: ["least"], k: ["least"], gamma: [0.9] },
    { psi: ["tanh"], d: ["least"], k: ["least"], gamma: [0.1] },
  ],
  witness: { psi: "100*tanh(t/100)", d: 60_000, k: 3000, gamma: 0.5 },
  mutants: {
    ...theoremOneMutants(concludes, { psi: "identity", d: 2000, k: 2000, gamma: 0.05 }),
    "the proof's own C₃ where ψ(0) ≠ 0": {
      observed: (draw, given) => concludes(draw, given, { step: 1 / offsetFactor(given.psi, given.psi.lipschitz) }),
      at: { psi: "100+t", d: 2000, k: 2000, gamma: 0.1 },
    },
  },
});
