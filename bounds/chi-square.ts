import { defineClaim, defineSampler, gamma } from "lemmacheck";
import { k } from "lemmacheck/networks";
import { chiSquare as drawChiSquare, logChiSquareTwoSided, tailEnclosure } from "lemmacheck/probability";
import { scaled } from "./parts/scaled.js";

/** Σ X_ℓ² of k standard Gaussians: one χ² variable with k degrees of freedom. */
const sumOfSquares = defineSampler({
  id: "chi-square",
  parameters: [k],
  cost: () => 4,
  draw: ({ k }, random) => drawChiSquare(k, random("chi")),
});

/** (11): concentration of the sum of k squared standard Gaussians, "see e.g. (2.19) in Wainwright [2019]". */
export const chiSquare = defineClaim({
  id: "chi-square",
  label: "(11)",
  kind: "whp",
  quote:
    "let X_1, …, X_k be i.i.d. standard Gaussians, then with probability at least 1 − γ, one has: |Σ X_ℓ² − k| ≤ 4√(k log(2/γ))",
  latex: String.raw`\left| \sum_{\ell=1}^k X_\ell^2 - k \right| \le 4 \sqrt{k \log(2/\gamma)}`,
  nonClaims: ["sums of squares that are correlated or not standard"],
  parameters: [k, gamma],
  hypotheses: [],
  draw: sumOfSquares,
  observed: (sum, { k }) => Math.abs(sum - k),
  relation: "<=",
  everyGamma: true,
  // Chebyshev: the variance of the sum is 2k.
  trivial: ({ k, gamma }) => Math.sqrt((2 * k) / gamma),
  exact: ({ k }, bound) => tailEnclosure(logChiSquareTwoSided(k, bound)),
  forms: {
    printed: {
      bound: ({ k, gamma }) => 4 * Math.sqrt(k) * Math.sqrt(Math.log(2) - Math.log(gamma)),
      refutedAt: { k: 1, gamma: 1e-4 },
    },
    repaired: {
      latex: String.raw`k \ge \log(2/\gamma) \implies \left| \sum_{\ell=1}^k X_\ell^2 - k \right| \le 4 \sqrt{k \log(2/\gamma)}`,
      reason:
        "Printed without a condition on k. With x = log(2/γ), Laurent and Massart (2000, Lemma 1) bound each tail beyond 2√(kx) + 2x by e^(−x) = γ/2, and 2√(kx) + 2x ≤ 4√(kx) exactly when x ≤ k. For smaller k the χ² tail is exponential, heavier than any Gaussian one.",
      hypotheses: [
        {
          latex: String.raw`k \ge \log(2/\gamma)`,
          parameter: k,
          least: ({ gamma }) => Math.log(2) - Math.log(gamma),
        },
      ],
      bound: ({ k, gamma }) => 4 * Math.sqrt(k) * Math.sqrt(Math.log(2) - Math.log(gamma)),
    },
  },
  cells: [{ k: [1, 10, 100, 10_000, 1e9, 2 ** 53], gamma: [0.05, 1e-4, 1e-12, 1e-100, 1e-300] }],
  witness: { k: 100, gamma: 1e-4 },
  mutants: {
    quartered: { bound: scaled(1 / 4), at: { k: 100, gamma: 1e-4 } },
    "root of gamma for gamma": {
      of: "repaired",
      bound: ({ k, gamma }) => 4 * Math.sqrt(k * Math.log(2 / Math.sqrt(gamma))),
      at: { k: 29, gamma: 1e-12 },
    },
    "k dropped from the root": {
      bound: ({ gamma }) => 4 * Math.sqrt(Math.log(2 / gamma)),
      at: { k: 100, gamma: 0.01 },
    },
    "sum not centred": { observed: (sum) => sum, at: { k: 100, gamma: 0.01 } },
  },
});
