import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import { conjunction } from "./parts/conjunction.js";
import { exactBoth } from "./parts/exact-both.js";
import { gradientPart, valuePart } from "./parts/proposition-1-parts.js";
import { scaled } from "./parts/scaled.js";

const { relation, observed, bound, trivial, exact } = conjunction([valuePart, gradientPart], exactBoth);

/** Proposition 1 (Upper-Bounded Value and Lower-Bounded Gradient): both inequalities at once. */
export const proposition1 = defineClaim({
  id: "proposition-1",
  label: "Proposition 1",
  kind: "whp",
  quote:
    "one has with probability at least 1 − γ, |f(x)| ≤ √(2 log(1/γ)) (1 + √(log(2/γ)/k)) and ‖∇f(x)‖ ≥ (c_ψ² − √(2 log(4/γ)/k) (1 + √(log(4/γ)/k)))^(1/2) (1 − 5√(log(8/γ)/d))",
  latex: String.raw`|f(x)| \le \sqrt{2 \log(1/\gamma)} \left( 1 + \sqrt{\tfrac{\log(2/\gamma)}{k}} \right) \text{ and } \|\nabla f(x)\| \ge \left( c_\psi^2 - \sqrt{\tfrac{2 \log(4/\gamma)}{k}} \left( 1 + \sqrt{\tfrac{\log(4/\gamma)}{k}} \right) \right)^{1/2} \left( 1 - 5 \sqrt{\tfrac{\log(8/\gamma)}{d}} \right)`,
  quantity: String.raw`\max(|f(x)| / \text{bound}, \text{bound} / \|\nabla f(x)\|)`,
  nonClaims: ["anything where the root is undefined or the last factor negative", "uniformity in x"],
  // At level γ/2 for each lemma: its two parts, at level γ each, do not add up to it.
  uses: {
    statement: ["proposition-1-value", "proposition-1-gradient"],
    proof: ["lemma-1", "lemma-2", "gaussian-moments", "proposition-1-step"],
  },
  parameters: [psi, d, k, gamma],
  hypotheses: sectionTwo,
  draw: oneStep,
  relation,
  observed,
  trivial,
  exact,
  forms: { printed: { bound } },
  cells: [{ psi: ["identity", "tanh", "softplus"], d: [10_000], k: [10, 1000], gamma: [0.5, 0.001] }],
  witness: { psi: "tanh", d: 10_000, k: 1000, gamma: 1e-3 },
  mutants: {
    "both halved": { bound: scaled(1 / 2), at: { psi: "identity", d: 10_000, k: 1000, gamma: 0.01 } },
    "value halved": {
      observed: conjunction([{ ...valuePart, bound: (given) => (valuePart.bound(given) ?? 0) / 2 }, gradientPart])
        .observed,
      at: { psi: "identity", d: 10_000, k: 1000, gamma: 0.01 },
    },
    "gradient doubled": {
      observed: conjunction([valuePart, { ...gradientPart, bound: (given) => (gradientPart.bound(given) ?? 0) * 2 }])
        .observed,
      at: { psi: "tanh", d: 10_000, k: 1000, gamma: 0.01 },
    },
  },
});
