import { defineClaim, type Enclosure, gamma } from "lemmacheck";
import { type BiasLine, bias, d, k, psi } from "lemmacheck/networks";
import { biasStep, biasUnit, smallBias } from "./bias-unit.js";
import type { Given } from "./parameters.js";
import { flipsSign } from "./parts/flips-sign.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { reluStep, reluStepSizes } from "./parts/relu-step.js";

/** Whether the step along the projected gradient flips the sign of f; `scale` multiplies it, not the length it may have. */
function concludes(draw: BiasLine, { gamma }: Given<"gamma">, scale = 1): Enclosure {
  const { decrease, R } = reluStep(gamma);
  const { value, projectedGradientNorm: stepNorm, at } = draw;
  return flipsSign({ value, stepNorm, at }, { eta: (scale * decrease) / stepNorm ** 2, limit: R });
}

const at = { psi: "relu", d: 1e8, k: 1000, gamma: 0.1, bias: 1 } as const;

/** The remark on a bias unit for the ReLU, the step projected off it. */
export const biasUnitRelu = defineClaim({
  id: "bias-unit-relu",
  label: "Bias unit, ReLU (Section 1)",
  kind: "whp",
  quote: biasUnit.quote,
  latex: String.raw`\mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta P \nabla f(x))),\quad |\eta| = \frac{8 \sqrt{\log(2/\gamma)}}{\|P \nabla f(x)\|^2},\ \|\eta P \nabla f(x)\| \le 32 \sqrt{\log(2/\gamma)}`,
  reading:
    "“our results also hold” prints no constants; Theorem 2’s conclusion is taken for the step that (17) calls for, 8√log(2/γ)/‖P∇f(x)‖² and at most 32√log(2/γ) long, at sizes where the gradient keeps half of itself",
  nonClaims: [
    "inputs whose bias unit outweighs the others: |β| ≤ 1 here, and ‖x‖ ≤ √d",
    "Theorem 2's own constants, at sizes that no draw reaches: see theorem-2",
  ],
  uses: { statement: ["theorem-2"] },
  parameters: [psi, d, k, gamma, bias],
  hypotheses: [isRelu, ...reluStepSizes, smallBias],
  draw: biasStep,
  observed: (draw, given) => concludes(draw, given),
  relation: ">=",
  // Nothing is known of a sign without the statement.
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [{ psi: ["relu"], d: [1e7, 1e15], k: [1000], gamma: [0.5, 0.1], bias: [1, 0, -1] }],
  witness: at,
  mutants: {
    "the wrong sign": { observed: (draw, given) => concludes(draw, given, -1), at },
    "a fiftieth of the step": { observed: (draw, given) => concludes(draw, given, 0.02), at },
    "ten times the step, no longer than one": { observed: (draw, given) => concludes(draw, given, 10), at },
  },
});
