import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { conjunction } from "./parts/conjunction.js";
import { exactBoth } from "./parts/exact-both.js";
import { isRelu, reluGradientPart, reluValuePart } from "./parts/proposition-3-parts.js";
import { scaled } from "./parts/scaled.js";

const { relation, observed, bound, trivial, exact } = conjunction([reluValuePart, reluGradientPart], exactBoth);

/** Proposition 3 (Upper-Bounded Value and Lower-Bounded Gradient, ReLU): both inequalities at once. */
export const proposition3 = defineClaim({
  id: "proposition-3",
  label: "Proposition 3",
  kind: "whp",
  quote:
    "With probability at least 1 − γ, |f(x)| ≤ √(2 log(2/γ)) (1 + √(log(2/γ)/k)) and ‖∇f(x)‖ ≥ (1/2 − √(2 log(4/γ)/k) (1 + √(log(1/γ)/k)))^(1/2) (1 − 5√(log(4/γ)/d))",
  latex: String.raw`|f(x)| \le \sqrt{2 \log(2/\gamma)} \left( 1 + \sqrt{\tfrac{\log(2/\gamma)}{k}} \right) \text{ and } \|\nabla f(x)\| \ge \left( \tfrac{1}{2} - \sqrt{\tfrac{2 \log(4/\gamma)}{k}} \left( 1 + \sqrt{\tfrac{\log(1/\gamma)}{k}} \right) \right)^{1/2} \left( 1 - 5 \sqrt{\tfrac{\log(4/\gamma)}{d}} \right)`,
  quantity: String.raw`\max(|f(x)| / \text{bound}, \text{bound} / \|\nabla f(x)\|)`,
  nonClaims: ["anything where the root is undefined or the last factor negative", "uniformity in x"],
  // At level γ/2 for each lemma: its two parts, at level γ each, do not add up to it.
  uses: {
    statement: ["proposition-3-value", "proposition-3-gradient"],
    proof: ["lemma-1", "lemma-2", "gaussian-moments", "proposition-3-step"],
  },
  parameters: [psi, d, k, gamma],
  hypotheses: [isRelu],
  draw: oneStep,
  relation,
  observed,
  trivial,
  exact,
  forms: { printed: { bound } },
  cells: [{ psi: ["relu"], d: [10_000], k: [10, 1000], gamma: [0.5, 0.001] }],
  witness: { psi: "relu", d: 10_000, k: 1000, gamma: 1e-3 },
  mutants: {
    "both at a third": { bound: scaled(1 / 3), at: { psi: "relu", d: 10_000, k: 1000, gamma: 0.01 } },
    "value at a third": {
      observed: conjunction([
        { ...reluValuePart, bound: (given) => (reluValuePart.bound(given) ?? 0) / 3 },
        reluGradientPart,
      ]).observed,
      at: { psi: "relu", d: 10_000, k: 1000, gamma: 0.01 },
    },
    "gradient doubled": {
      observed: conjunction([
        reluValuePart,
        { ...reluGradientPart, bound: (given) => (reluGradientPart.bound(given) ?? 0) * 2 },
      ]).observed,
      at: { psi: "relu", d: 10_000, k: 1000, gamma: 0.01 },
    },
  },
});
