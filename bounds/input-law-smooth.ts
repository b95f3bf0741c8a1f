import { defineClaim, type Enclosure, gamma } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { d, k, norm, psi, type SlopedLine } from "lemmacheck/networks";
import { THEOREM_ONE_READING, theoremOneConstants } from "./constants/theorem-1-constants.js";
import type { SmoothActivation } from "./constants/theorem-1-readings.js";
import { type StepChanges, theoremOneMutants, theoremOneStep } from "./constants/theorem-1-step.js";
import { centredOrHalf, lipschitz, notConstant, smooth } from "./hypotheses/hypotheses.js";
import { derivativeMomentBelow } from "./laws/derivative-moment-below.js";
import type { Given } from "./parameters.js";
import { alongGradient } from "./parts/flips-sign.js";
import { oneStepAtNorm } from "./parts/one-step-at-norm.js";

type Setting = Given<"psi" | "d" | "gamma" | "norm">;

/** How far from √d a norm "of order √d" may be, either way. */
const ORDER = 2;

/**
 * What Theorem 1 needs to know of t ↦ ψ(ρt): for ‖x‖ = ρ√d the network of ψ seen from x is that of ψ(ρ·) seen from x/ρ,
 * whose norm is √d, and a step δ there is ρδ here. The theorem and its proof hold with any c ≤ c_ψ in the place of c_ψ,
 * since ‖∇f(x)‖ ≥ c_ψ/2 is all that they take from it: this one has its c² as a number, without an error.
 */
function stretched(psi: Activation, rho: number): SmoothActivation {
  return {
    value: (t) => psi.value(rho * t),
    lipschitz: rho * psi.lipschitz,
    smoothness: rho * rho * psi.smoothness,
    gaussian: {
      derivativeSecondMoment: { value: rho * rho * derivativeMomentBelow(psi, rho), error: 0, proven: true },
    },
  };
}

/** ‖x‖/√d */
const relativeNorm = ({ d, norm }: Given<"d" | "norm">) => norm / Math.sqrt(d);

const constants = (given: Setting) => theoremOneConstants(stretched(given.psi, relativeNorm(given)), given.gamma);

/** Whether Theorem 1's step for ψ(ρ·) flips the sign of f and is as short as it says: C₄ is of x/ρ, so ρC₄ of x. */
function concludes(draw: SlopedLine, given: Setting, { step = 1, limit = 1 }: StepChanges = {}): Enclosure {
  const rho = relativeNorm(given);
  const there = { psi: stretched(given.psi, rho), gamma: given.gamma };
  return theoremOneStep(alongGradient(draw), there, { step, limit: limit * rho });
}

/** The remark on the law of x for smooth ψ: Theorem 1 at every norm of order √d, its constants those of ψ(ρ·). */
export const inputLawSmooth = defineClaim({
  id: "input-law-smooth",
  label: "Law of the input, smooth ψ (Section 1)",
  kind: "whp",
  quote: "our results also hold true for any distribution over x […] for smooth activations when P{‖x‖ = Θ(√d)} = 1",
  latex: String.raw`\tfrac{\sqrt{d}}{2} \le \|x\| \le 2\sqrt{d} \implies \mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta \nabla f(x))) \text{ and } \|\eta \nabla f(x)\| \le C_4 \sqrt{\log(1/\gamma)}`,
  reading: `${THEOREM_ONE_READING}, all of ψ(‖x‖t/√d) in place of ψ and with a proved lower end of its c_ψ; Θ(√d) is taken as between half and twice √d`,
  freeConstants: { audited: "the constants of the proof" },
  nonClaims: ["that the constants do not depend on ‖x‖/√d", "uniformity in x: the probability is for each x"],
  uses: { statement: ["theorem-1"] },
  parameters: [psi, d, k, gamma, norm],
  hypotheses: [
    notConstant,
    lipschitz,
    smooth,
    centredOrHalf,
    {
      latex: String.raw`\tfrac{\sqrt{d}}{2} \le \|x\| \le 2\sqrt{d}`,
      holds: (given) => relativeNorm(given) >= 1 / ORDER && relativeNorm(given) <= ORDER,
      because: (given) => `‖x‖/√d is ${relativeNorm(given)}`,
    },
    {
      latex: String.raw`k \ge \max\left( \left( 160 R L \log(1/\gamma) / c_\psi \right)^2, C \log(2/\gamma) \right)`,
      parameter: k,
      least: (given) => constants(given).leastWidth,
    },
    {
      latex: String.raw`d \ge \max\left( \left( 160 R L / c_\psi \right)^2 \log(Rk/\gamma), C \log(8/\gamma) \right)`,
      parameter: d,
      least: (given) => constants(given).leastDimension(given.k),
    },
  ],
  draw: oneStepAtNorm,
  observed: (draw, given) => concludes(draw, given),
  relation: ">=",
  // Nothing is known of a sign without the statement.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["identity"], d: [4e4], k: [2000], gamma: [0.9, 0.05], norm: [100, 400] },
    { psi: ["100*tanh(t/100)"], d: [1e6], k: [5e4], gamma: [0.5], norm: [500, 2000] },
    { psi: ["100+t"], d: [4e4], k: [2000], gamma: [0.1], norm: [100, 400] },
  ],
  witness: { psi: "100*tanh(t/100)", d: 250_000, k: 20_000, gamma: 0.5, norm: 750 },
  mutants: theoremOneMutants(concludes, { psi: "identity", d: 4e4, k: 2000, gamma: 0.05, norm: 100 }),
});
