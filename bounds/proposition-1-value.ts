import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { sectionTwo } from "./hypotheses/hypotheses.js";
import { valuePart } from "./parts/proposition-1-parts.js";
import { scaled } from "./parts/scaled.js";

const { bound, ...sides } = valuePart;

/** Proposition 1, its first inequality alone: upper-bounded value. */
export const proposition1Value = defineClaim({
  id: "proposition-1-value",
  label: "Proposition 1, value",
  kind: "whp",
  quote: "one has with probability at least 1 − γ, |f(x)| ≤ √(2 log(1/γ)) (1 + √(log(2/γ)/k))",
  latex: String.raw`|f(x)| \le \sqrt{2 \log(1/\gamma)} \left( 1 + \sqrt{\frac{\log(2/\gamma)}{k}} \right)`,
  nonClaims: ["uniformity in x", "anything for ψ that is not 1-Lipschitz with ψ(0) = 0"],
  uses: { proof: ["lemma-1", "gaussian-moments"] },
  parameters: [psi, d, k, gamma],
  hypotheses: sectionTwo,
  draw: oneStep,
  ...sides,
  everyGamma: true,
  forms: { printed: { bound } },
  cells: [
    { psi: ["identity", "tanh", "softplus"], d: [400], k: [1, 3, 400], gamma: [0.9, 0.5, 0.01] },
    { psi: ["identity", "100*tanh(t/100)"], d: [400], k: [400, 2 ** 53], gamma: [0.99, 1e-12, 1e-300] },
  ],
  witness: { psi: "identity", d: 400, k: 400, gamma: 0.01 },
  mutants: {
    halved: { bound: scaled(1 / 2), at: { psi: "identity", d: 400, k: 400, gamma: 0.01 } },
    "no factor 2 under the root": { bound: scaled(Math.SQRT1_2), at: { psi: "identity", d: 400, k: 400, gamma: 0.01 } },
    "f not divided by √k": {
      observed: ({ value }, { k }) => Math.abs(value) * Math.sqrt(k),
      at: { psi: "tanh", d: 400, k: 400, gamma: 0.05 },
    },
  },
});
