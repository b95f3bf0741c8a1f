import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { isRelu, reluGradientPart } from "./parts/proposition-3-parts.js";
import { scaled } from "./parts/scaled.js";

const { bound, ...sides } = reluGradientPart;

/** Proposition 3, its second inequality alone: lower-bounded gradient. */
export const proposition3Gradient = defineClaim({
  id: "proposition-3-gradient",
  label: "Proposition 3, gradient",
  kind: "whp",
  quote:
    "With probability at least 1 − γ, … ‖∇f(x)‖ ≥ (1/2 − √(2 log(4/γ)/k) (1 + √(log(1/γ)/k)))^(1/2) (1 − 5√(log(4/γ)/d))",
  latex: String.raw`\|\nabla f(x)\| \ge \left( \frac{1}{2} - \sqrt{\frac{2 \log(4/\gamma)}{k}} \left( 1 + \sqrt{\frac{\log(1/\gamma)}{k}} \right) \right)^{1/2} \left( 1 - 5 \sqrt{\frac{\log(4/\gamma)}{d}} \right)`,
  nonClaims: ["anything where the root is undefined or the last factor negative", "uniformity in x"],
  uses: { proof: ["lemma-2"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [isRelu],
  draw: oneStep,
  ...sides,
  everyGamma: true,
  forms: { printed: { bound } },
  cells: [{ psi: ["relu"], d: [10_000], k: [10, 1000], gamma: [0.5, 0.001] }],
  witness: { psi: "relu", d: 10_000, k: 1000, gamma: 1e-3 },
  mutants: {
    doubled: { bound: scaled(2), at: { psi: "relu", d: 10_000, k: 1000, gamma: 0.01 } },
    "√(1/2) alone": { bound: () => Math.SQRT1_2, at: { psi: "relu", d: 10_000, k: 1000, gamma: 0.01 } },
    "s not divided by √k": {
      observed: ({ gradientNorm }, { k }) => gradientNorm / Math.sqrt(k),
      at: { psi: "relu", d: 10_000, k: 1000, gamma: 0.01 },
    },
  },
});
