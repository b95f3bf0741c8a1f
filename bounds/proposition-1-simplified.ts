import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { simplifiedConstant } from "./constants/proposition-1-constants.js";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import { conjunction } from "./parts/conjunction.js";
import { exactBoth } from "./parts/exact-both.js";
import { simplifiedGradientPart, simplifiedValuePart } from "./parts/proposition-1-parts.js";
import { scaled } from "./parts/scaled.js";

const { relation, observed, bound, trivial, exact } = conjunction(
  [simplifiedValuePart, simplifiedGradientPart],
  exactBoth,
);

/** (13): what Proposition 1 comes to for large k and d, with the C that follows from it (`simplifiedConstant`). */
export const proposition1Simplified = defineClaim({
  id: "proposition-1-simplified",
  label: "(13)",
  kind: "whp",
  quote:
    "there exists C > 0 such that for k ≥ C log(2/γ) and d ≥ C log(8/γ) we have |f(x)| ≤ 2√log(1/γ) and ‖∇f(x)‖ ≥ c_ψ/2",
  latex: String.raw`|f(x)| \le 2 \sqrt{\log(1/\gamma)} \quad \text{and} \quad \|\nabla f(x)\| \ge c_\psi / 2`,
  quantity: String.raw`\max(|f(x)| / \text{bound}, \text{bound} / \|\nabla f(x)\|)`,
  reading: "“there exists C” names none; the least that Proposition 1 gives is taken",
  freeConstants: { audited: "the least that Proposition 1 gives" },
  nonClaims: ["that C does not depend on ψ: it grows as c_ψ shrinks", "that this C is the least"],
  uses: { statement: ["proposition-1"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [
    ...sectionTwo,
    {
      latex: String.raw`k \ge C \log(2/\gamma)`,
      parameter: k,
      least: ({ psi, gamma }) =>
        simplifiedConstant(Math.sqrt(psi.gaussian.derivativeSecondMoment.value)) * (Math.log(2) - Math.log(gamma)),
    },
    {
      latex: String.raw`d \ge C \log(8/\gamma)`,
      parameter: d,
      least: ({ psi, gamma }) =>
        simplifiedConstant(Math.sqrt(psi.gaussian.derivativeSecondMoment.value)) * (Math.log(8) - Math.log(gamma)),
    },
  ],
  draw: oneStep,
  relation,
  observed,
  trivial,
  exact,
  forms: { printed: { bound } },
  cells: [
    { psi: ["identity", "tanh", "softplus"], d: ["least"], k: ["least"], gamma: [0.5, 0.001] },
    { psi: ["tanh"], d: [100, 1e15], k: ["least"], gamma: [0.01] },
  ],
  witness: { psi: "tanh", d: 2500, k: 2500, gamma: 1e-3 },
  mutants: {
    "both halved": { bound: scaled(1 / 2), at: { psi: "identity", d: 2000, k: 1000, gamma: 0.01 } },
    "gradient at least 1.1·c_ψ": {
      observed: conjunction([
        simplifiedValuePart,
        { ...simplifiedGradientPart, bound: (given) => (simplifiedGradientPart.bound(given) ?? 0) * 2.2 },
      ]).observed,
      at: { psi: "identity", d: 2000, k: 1000, gamma: 0.01 },
    },
    "f not divided by √k": {
      observed: conjunction([
        { ...simplifiedValuePart, observed: ({ value }, { k }) => Math.abs(value) * Math.sqrt(k) },
        simplifiedGradientPart,
      ]).observed,
      at: { psi: "identity", d: 2000, k: 1000, gamma: 0.01 },
    },
  },
});
