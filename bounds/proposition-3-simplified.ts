import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { conjunction } from "./parts/conjunction.js";
import { exactBoth } from "./parts/exact-both.js";
import {
  isRelu,
  SIMPLIFIED_RELU_CONSTANT,
  simplifiedReluGradientPart,
  simplifiedReluValuePart,
} from "./parts/proposition-3-parts.js";
import { scaled } from "./parts/scaled.js";

const { relation, observed, bound, trivial, exact } = conjunction(
  [simplifiedReluValuePart, simplifiedReluGradientPart],
  exactBoth,
);

/** (17): what Proposition 3 comes to for large k and d, with an explicit C. */
export const proposition3Simplified = defineClaim({
  id: "proposition-3-simplified",
  label: "(17)",
  kind: "whp",
  quote:
    "there exists C > 0 such that for k ≥ C log(1/γ) and d ≥ C log(4/γ) we have |f(x)| ≤ 2√log(2/γ) and ‖∇f(x)‖ ≥ 1/4",
  latex: String.raw`|f(x)| \le 2 \sqrt{\log(2/\gamma)} \quad \text{and} \quad \|\nabla f(x)\| \ge \frac{1}{4}`,
  quantity: String.raw`\max(|f(x)| / \text{bound}, \text{bound} / \|\nabla f(x)\|)`,
  reading:
    "“there exists C” names none; 106 is taken, which Proposition 3 gives for γ ≤ 1/2; beyond, where no C follows from it, (17) holds by itself",
  freeConstants: { audited: "C = 106" },
  nonClaims: ["that this C is the least"],
  uses: { statement: ["proposition-3"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [
    isRelu,
    {
      latex: String.raw`k \ge C \log(1/\gamma)`,
      parameter: k,
      least: ({ gamma }) => -SIMPLIFIED_RELU_CONSTANT * Math.log(gamma),
    },
    {
      latex: String.raw`d \ge C \log(4/\gamma)`,
      parameter: d,
      least: ({ gamma }) => SIMPLIFIED_RELU_CONSTANT * (Math.log(4) - Math.log(gamma)),
    },
  ],
  draw: oneStep,
  relation,
  observed,
  trivial,
  exact,
  forms: { printed: { bound } },
  cells: [{ psi: ["relu"], d: ["least"], k: ["least"], gamma: [0.99999, 0.99, 0.501, 0.5, 0.001] }],
  witness: { psi: "relu", d: 1000, k: 800, gamma: 1e-3 },
  mutants: {
    "both at a third": { bound: scaled(1 / 3), at: { psi: "relu", d: 1000, k: 800, gamma: 0.01 } },
    "‖∇f(x)‖ ≥ 3/4": {
      observed: conjunction([simplifiedReluValuePart, { ...simplifiedReluGradientPart, bound: () => 3 / 4 }]).observed,
      at: { psi: "relu", d: 1000, k: 800, gamma: 0.01 },
    },
    "f not divided by √k": {
      observed: conjunction([
        { ...simplifiedReluValuePart, observed: ({ value }, { k }) => Math.abs(value) * Math.sqrt(k) },
        simplifiedReluGradientPart,
      ]).observed,
      at: { psi: "relu", d: 1000, k: 800, gamma: 0.01 },
    },
  },
});
