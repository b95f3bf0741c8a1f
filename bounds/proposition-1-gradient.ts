import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import { gradientPart } from "./parts/proposition-1-parts.js";
import { scaled } from "./parts/scaled.js";

const { bound, ...sides } = gradientPart;

/** Proposition 1, its second inequality alone: lower-bounded gradient. */
export const proposition1Gradient = defineClaim({
  id: "proposition-1-gradient",
  label: "Proposition 1, gradient",
  kind: "whp",
  quote:
    "one has with probability at least 1 − γ, … ‖∇f(x)‖ ≥ (c_ψ² − √(2 log(4/γ)/k) (1 + √(log(4/γ)/k)))^(1/2) (1 − 5√(log(8/γ)/d))",
  latex: String.raw`\|\nabla f(x)\| \ge \left( c_\psi^2 - \sqrt{\frac{2 \log(4/\gamma)}{k}} \left( 1 + \sqrt{\frac{\log(4/\gamma)}{k}} \right) \right)^{1/2} \left( 1 - 5 \sqrt{\frac{\log(8/\gamma)}{d}} \right)`,
  nonClaims: ["anything where the root is undefined or the last factor negative", "uniformity in x"],
  uses: { proof: ["lemma-2"] },
  parameters: [psi, d, k, gamma],
  hypotheses: sectionTwo,
  draw: oneStep,
  ...sides,
  everyGamma: true,
  forms: { printed: { bound } },
  cells: [{ psi: ["identity", "tanh", "softplus"], d: [10_000], k: [10, 1000], gamma: [0.5, 0.001] }],
  witness: { psi: "tanh", d: 10_000, k: 1000, gamma: 1e-3 },
  mutants: {
    doubled: { bound: scaled(2), at: { psi: "tanh", d: 10_000, k: 1000, gamma: 0.01 } },
    "s not divided by √k": {
      observed: ({ gradientNorm }, { k }) => gradientNorm / Math.sqrt(k),
      at: { psi: "tanh", d: 10_000, k: 1000, gamma: 0.01 },
    },
    "c_ψ alone": {
      bound: ({ psi }) => Math.sqrt(psi.gaussian.derivativeSecondMoment.value),
      at: { psi: "tanh", d: 10_000, k: 1000, gamma: 0.01 },
    },
  },
});
