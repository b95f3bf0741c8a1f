import { defineClaim, gamma, nothing, pow } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import { logChiSquareTails } from "lemmacheck/probability";
import { smallWidthHypotheses } from "./constants/proposition-5-constants.js";
import type { Given } from "./parameters.js";

/**
 * What the union bound over the sets A needs beside what it has, as exponents: s = B log k + log(4/γ) with B = 300k/log³ d,
 * at most k, over −log P(χ_d > √d + √(cs)). ‖Σ_A a_ℓw_ℓ‖/√|A| is χ_d/√d for each A, there are at most k^B of them, and
 * the display √(B/k)(1 + √(s/d)) is c = 1.
 */
function neededOverHad({ d, k, gamma }: Given<"d" | "k" | "gamma">, c: number, sets = Math.log(k)): number {
  const B = Math.min(k, (300 * k) / pow(Math.log(d), 3));
  const s = B * sets + Math.log(4) - Math.log(gamma);
  const room = c * (B * Math.log(k) + Math.log(4) - Math.log(gamma));
  return s / -logChiSquareTails(d, 2 * Math.sqrt(d * room) + room).logUpper;
}

/** The union bound over the sets A in the last display of Proposition 5: k^B of them at γ/4 altogether. */
export const proposition5Union = defineClaim({
  id: "proposition-5-union",
  label: "Proposition 5, union bound",
  kind: "step",
  quote:
    "We can conclude the proof by using an union bound and a concentration inequality on Gaussians. … ≤ √(B/k) (1 + √((B log k + log(4/δ))/d))",
  latex: String.raw`k^B\, \mathbb{P}\left( \chi_d > \sqrt{d} + \sqrt{B \log k + \log(4/\gamma)} \right) \le \frac{\gamma}{4}, \quad B = \min\left( k, \frac{300k}{\log^3 d} \right)`,
  quantity: String.raw`\log(4 k^B / \gamma) / \log(1/\mathbb{P}(\chi_d > s))`,
  nonClaims: [
    "that the supremum exceeds the display where the union bound does not give it: there are fewer than k^B sets",
    "that at most B activations change (flip-count)",
  ],
  uses: { statement: ["flip-count"] },
  parameters: [d, k, gamma],
  hypotheses: smallWidthHypotheses,
  draw: nothing,
  observed: (_, given) => neededOverHad(given, 1),
  relation: "<=",
  forms: {
    printed: { bound: () => 1, refutedAt: { d: 512, k: 512, gamma: 0.9 } },
    repaired: {
      latex: String.raw`k^B\, \mathbb{P}\left( \chi_d > \sqrt{d} + \sqrt{2 (B \log k + \log(4/\gamma))} \right) \le \frac{\gamma}{4}`,
      reason:
        "A 1-Lipschitz function of Gaussians exceeds its mean by √(2s) with probability at most e^{−s}, and by √s with e^{−s/2}: with χ_d ≤ √d in the mean, the display needs √2 before its second root. With y = √(s/d), P(χ_d > √d + √s) is e^{−d(y²/2 + y − log(1 + y))} up to a factor of order 1/√s, and y − log(1 + y) < y²/2: √s serves at no s = B log k + log(4/γ) but where s^{3/2} is small beside √d.",
      observed: (_, given) => neededOverHad(given, 2),
      bound: () => 1,
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: P(χ_d > E χ_d + √(2s)) ≤ e^{−s} at every d and s, as χ_d is a 1-Lipschitz function of Gaussians, and E χ_d ≤ √d",
  },
  cells: [
    { d: [100, 1000, 1e6, 1e12], k: ["least", 1000, 1e12], gamma: [0.99, 0.1] },
    { d: [1e9], k: [1e9, 8e12], gamma: [0.1] },
  ],
  witness: { d: 1e9, k: 1e9, gamma: 0.1 },
  mutants: {
    "1.1 for 2": {
      of: "repaired",
      observed: (_, given) => neededOverHad(given, 1.1),
      at: { d: 1e9, k: 8e12, gamma: 0.1 },
    },
    "k^{2B} sets": {
      of: "repaired",
      observed: (_, given) => neededOverHad(given, 2, 2 * Math.log(given.k)),
      at: { d: 1e9, k: 8e12, gamma: 0.1 },
    },
  },
});
