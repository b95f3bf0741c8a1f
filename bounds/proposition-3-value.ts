import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { isRelu, reluValuePart } from "./parts/proposition-3-parts.js";
import { scaled } from "./parts/scaled.js";

const { bound, ...sides } = reluValuePart;

/** Proposition 3, its first inequality alone: upper-bounded value. */
export const proposition3Value = defineClaim({
  id: "proposition-3-value",
  label: "Proposition 3, value",
  kind: "whp",
  quote: "With probability at least 1 − γ, |f(x)| ≤ √(2 log(2/γ)) (1 + √(log(2/γ)/k))",
  latex: String.raw`|f(x)| \le \sqrt{2 \log(2/\gamma)} \left( 1 + \sqrt{\frac{\log(2/\gamma)}{k}} \right)`,
  nonClaims: ["uniformity in x", "the factor 1/2 in E f(x)² = 1/2, which the bound does not use"],
  uses: { proof: ["lemma-1", "gaussian-moments"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [isRelu],
  draw: oneStep,
  ...sides,
  everyGamma: true,
  forms: { printed: { bound } },
  cells: [{ psi: ["relu"], d: [400], k: [1, 2, 400, 2 ** 53], gamma: [0.99, 0.5, 0.001, 1e-300] }],
  witness: { psi: "relu", d: 400, k: 400, gamma: 0.01 },
  mutants: {
    "a third": { bound: scaled(1 / 3), at: { psi: "relu", d: 400, k: 400, gamma: 0.01 } },
    "γ^(1/8) for γ": {
      bound: ({ gamma }) => Math.sqrt(2 * Math.log(2) - Math.log(gamma) / 4),
      at: { psi: "relu", d: 400, k: 400, gamma: 0.001 },
    },
    "f not divided by √k": {
      observed: ({ value }, { k }) => Math.abs(value) * Math.sqrt(k),
      at: { psi: "relu", d: 400, k: 400, gamma: 0.05 },
    },
  },
});
