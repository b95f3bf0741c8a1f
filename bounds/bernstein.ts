import { defineClaim, defineSampler, gamma, shownValue } from "lemmacheck";
import { k } from "lemmacheck/networks";
import { summandLaws } from "./laws/summands.js";
import { type Given, law } from "./parameters.js";
import { scaled } from "./parts/scaled.js";

/** The law that a cell names; the hypothesis below is checked first. */
function lawOf({ law }: Given<"law">) {
  const known = summandLaws[law];
  if (!known)
    throw new RangeError(`law is ${shownValue(law)}; it must be one of ${Object.keys(summandLaws).join(", ")}`);
  return known;
}

/** The sum of k independent variables of a law. */
const sumOfLaw = defineSampler({
  id: "sum-of-law",
  parameters: [law, k],
  cost: (given) => lawOf(given).cost(given.k),
  draw: (given, random) => lawOf(given).drawSum(given.k, random),
});

/** Theorem 3 (Bernstein's inequality), for several laws of the summands. */
export const bernstein = defineClaim({
  id: "bernstein",
  label: "(10)",
  kind: "whp",
  quote:
    "Let (X_ℓ) be i.i.d. centered random variables such that for all integers q ≥ 2, E[|X_ℓ|^q] ≤ (q!/2) σ² c^(q−2) for fixed σ, c > 0. Then, with probability at least 1 − γ: Σ X_ℓ ≤ √(2σ²k log(1/γ)) + c log(1/γ)",
  latex: String.raw`\sum_{\ell=1}^k X_\ell \le \sqrt{2 \sigma^2 k \log(1/\gamma)} + c \log(1/\gamma)`,
  nonClaims: [
    "|Σ X_ℓ|: the inequality is one-sided, and two sides cost a factor 2 in γ",
    "summands that are not centred",
  ],
  parameters: [law, k, gamma],
  hypotheses: [
    {
      latex: String.raw`\mathbb{E}|X_\ell|^q \le \tfrac{q!}{2} \sigma^2 c^{q-2}`,
      holds: ({ law }) => Object.hasOwn(summandLaws, law),
      because: ({ law }) => `no pair is known for ${law}; the laws are ${Object.keys(summandLaws).join(", ")}`,
    },
  ],
  draw: sumOfLaw,
  observed: (sum) => sum,
  relation: "<=",
  everyGamma: true,
  // Surely at most k·sup X; by Chebyshev at most √(kσ²/γ), σ² being the variance of each of these laws.
  trivial: ({ law, k, gamma }) => Math.min(k * lawOf({ law }).supremum, lawOf({ law }).sigma * Math.sqrt(k / gamma)),
  exact: ({ law, k }, bound) => lawOf({ law }).tail(k, bound),
  forms: {
    printed: {
      bound: ({ law, k, gamma }) => {
        const { sigma, c } = lawOf({ law });
        return sigma * Math.sqrt(-2 * k * Math.log(gamma)) - c * Math.log(gamma);
      },
    },
  },
  cells: [
    { law: Object.keys(summandLaws), k: [1, 30, 1000], gamma: [0.5, 0.01] },
    { law: Object.keys(summandLaws), k: [2 ** 52], gamma: [1e-12, 1e-300] },
  ],
  witness: { law: "rademacher", k: 100, gamma: 0.01 },
  mutants: {
    halved: { bound: scaled(1 / 2), at: { law: "gaussian", k: 1000, gamma: 0.01 } },
    "no term in c": {
      bound: ({ law, k, gamma }) => lawOf({ law }).sigma * Math.sqrt(-2 * k * Math.log(gamma)),
      at: { law: "centred exponential", k: 1, gamma: 0.001 },
    },
    "no factor 2 under the root": {
      bound: ({ law, k, gamma }) =>
        lawOf({ law }).sigma * Math.sqrt(-k * Math.log(gamma)) - lawOf({ law }).c * Math.log(gamma),
      at: { law: "gaussian", k: 1000, gamma: 1e-4 },
    },
    "sums of twice the variables": { observed: (sum) => 2 * sum, at: { law: "uniform", k: 100, gamma: 0.05 } },
  },
});
