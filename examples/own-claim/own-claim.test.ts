import { defineClaim, gamma } from "lemmacheck";
import { defineActivation } from "lemmacheck/activations";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { auditProperties } from "lemmacheck/vitest";

const softsign = defineActivation({
  id: "softsign",
  value: (t) => t / (1 + Math.abs(t)),
  derivative: (t) => 1 / (1 + Math.abs(t)) ** 2,
  supremum: 1,
  lipschitz: 1,
});

const gradientUpper = defineClaim({
  id: "gradient-upper-bound",
  label: "My lemma",
  kind: "whp",
  quote: "with probability at least 1 − γ, ‖∇f(x)‖ ≤ Lip(ψ)·(1 + √(2 log(1/γ)))",
  latex: String.raw`\|\nabla f(x)\| \le \mathrm{Lip}(\psi) (1 + \sqrt{2 \log(1/\gamma)})`,
  nonClaims: ["uniformity in x"],
  parameters: [psi, d, k, gamma],
  hypotheses: [{ latex: String.raw`\mathrm{Lip}(\psi) < \infty`, holds: ({ psi }) => psi.lipschitz < Infinity }],
  draw: oneStep,
  observed: ({ gradientNorm }) => gradientNorm,
  relation: "<=",
  // Markov for the square: E‖∇f(x)‖² = E ψ'(X)².
  trivial: ({ psi, gamma }) => Math.sqrt(psi.gaussian.derivativeSecondMoment.value / gamma),
  forms: { printed: { bound: ({ psi, gamma }) => psi.lipschitz * (1 + Math.sqrt(2 * Math.log(1 / gamma))) } },
  cells: [{ psi: ["softsign", "tanh"], d: [1, 50], k: [100], gamma: [0.01] }],
  witness: { psi: "softsign", d: 50, k: 100, gamma: 0.01 },
  mutants: {
    "a tenth": { bound: (_, right) => (right() ?? 0) / 10, at: { psi: "softsign", d: 50, k: 100, gamma: 0.01 } },
  },
});

auditProperties(gradientUpper, { additions: { psi: [softsign] } });
