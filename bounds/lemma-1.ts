import { defineClaim, gamma } from "lemmacheck";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import { momentsOfValue } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { exactValue } from "./parts/exact-value.js";
import { scaled } from "./parts/scaled.js";

/** √(2σ²·log) + c·log/√k: Bernstein's bound for f(x) at the given logarithm. */
function bernsteinBound({ psi, k }: Given<"psi" | "k">, log: number): number {
  // The hypothesis is checked before any bound is taken.
  const { sigma, c } = psi.valueMoments!;
  return sigma * Math.sqrt(2 * log) + (c * log) / Math.sqrt(k);
}

/**
 * Lemma 1 (Bounded Value). (σ, c) are those of the activation: the least σ, σ² = E ψ(X)², then the least c. The lemma
 * is made for every pair, so the sharpest pair tests it hardest.
 */
export const lemma1 = defineClaim({
  id: "lemma-1",
  label: "Lemma 1",
  kind: "whp",
  quote:
    "Assume that there exists σ, c > 0 such that for all integers q ≥ 2, E_{X∼N(0,1)}[|ψ(X)|^q] ≤ (q!/2) σ² c^(q−2). Then with probability at least 1 − γ one has |f(x)| ≤ √(2σ² log(1/γ)) + c log(1/γ)/√k",
  latex: String.raw`|f(x)| \le \sqrt{2\sigma^2 \log(1/\gamma)} + \frac{c \log(1/\gamma)}{\sqrt{k}}`,
  nonClaims: ["uniformity in x: the bound is for one fixed input of norm √d", "that the pair (σ, c) is the best one"],
  uses: { proof: ["bernstein"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [momentsOfValue],
  draw: oneStep,
  observed: ({ value }: SlopedLine) => Math.abs(value),
  relation: "<=",
  everyGamma: true,
  // Surely |f| ≤ √k·sup|ψ|; by Chebyshev |f| ≤ √(E f²/γ), E f² = E ψ(X)².
  trivial: ({ psi, k, gamma }) =>
    Math.min(Math.sqrt(k) * psi.supremum, Math.sqrt(psi.gaussian.secondMoment.value / gamma)),
  exact: exactValue,
  forms: {
    printed: {
      bound: (given) => bernsteinBound(given, -Math.log(given.gamma)),
      refutedAt: { psi: "sign", d: 1, k: 1, gamma: 0.69 },
    },
    repaired: {
      latex: String.raw`|f(x)| \le \sqrt{2\sigma^2 \log(2/\gamma)} + \frac{c \log(2/\gamma)}{\sqrt{k}}`,
      reason:
        "Bernstein's inequality bounds f(x) from above with probability 1 − γ; |f(x)| needs it on both sides, each at γ/2. For ψ = sign and k = 1, |f(x)| = 1 always, and the printed bound is 0.985 at γ = 0.69; k = 2 at γ just below 1/2 fails too. Smooth activations that stay away from 0 fail likewise: 0.1·tanh(t/0.1) at k = 1, γ = 0.8 has |f(x)| above it with probability 0.93.",
      bound: (given) => bernsteinBound(given, Math.LN2 - Math.log(given.gamma)),
    },
  },
  cells: [
    { psi: ["tanh", "erf", "softplus", "relu", "identity"], d: [400], k: [1, 16, 400], gamma: [0.05, 0.5] },
    { psi: ["tanh", "relu"], d: [1, 1e15], k: [400, 2 ** 53], gamma: [0.05, 1e-12, 1e-300] },
    { psi: ["sign"], d: [1], k: [1, 400], gamma: [0.69, 0.05] },
  ],
  witness: { psi: "tanh", d: 400, k: 400, gamma: 0.05 },
  mutants: {
    quartered: { bound: scaled(1 / 4), at: { psi: "tanh", d: 400, k: 400, gamma: 0.05 } },
    "no factor 2 under the root": {
      bound: ({ psi, k, gamma }) =>
        psi.valueMoments!.sigma * Math.sqrt(-Math.log(gamma)) + (psi.valueMoments!.c * -Math.log(gamma)) / Math.sqrt(k),
      at: { psi: "tanh", d: 400, k: 400, gamma: 0.05 },
    },
    "root of gamma for gamma": {
      bound: ({ psi, k, gamma }) => bernsteinBound({ psi, k }, -0.5 * Math.log(gamma)),
      at: { psi: "identity", d: 400, k: 400, gamma: 0.01 },
    },
    "f not divided by √k": {
      observed: ({ value }, { k }) => Math.abs(value) * Math.sqrt(k),
      at: { psi: "tanh", d: 400, k: 400, gamma: 0.05 },
    },
  },
});
