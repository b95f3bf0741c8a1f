import { defineClaim } from "lemmacheck";
import { centredSumOrCopies } from "../laws/samplers.js";
import { dependence, law, n, t } from "../parameters.js";
import { either, SURELY } from "../shared/enclose.js";
import { twoSided } from "../shared/known-without.js";
import { hoeffdingLog } from "../shared/mean-bounds.js";
import { cellsOfMeans, ofMeans } from "./of-means.js";

/** Hoeffding's inequality, for equally distributed variables. */
export const hoeffding = defineClaim({
  ...ofMeans,
  id: "hoeffding",
  label: "Hoeffding, Theorem 2",
  quote:
    "If X₁, …, X_n are independent and a_i ≤ X_i ≤ b_i, then for t > 0, Pr{X̄ − μ ≥ t} ≤ exp(−2n²t²/Σ(b_i − a_i)²). Hoeffding, Probability inequalities for sums of bounded random variables (1963), Theorem 2",
  latex: String.raw`a \le X_i \le b \text{ independent} \implies \Pr(\bar{X} - \mu \ge t) \le e^{-2 n t^2 / (b - a)^2}`,
  nonClaims: [
    "|X̄ − μ|: two sides cost a factor of 2",
    "dependent variables",
    "that anything is gained where the variance is far below (b − a)²/4",
  ],
  uses: { proof: ["markov"] },
  logAllows: ({ law, n, t }) => hoeffdingLog(law, n, t),
  forms: { printed: { bound: ({ t }) => t } },
  cells: cellsOfMeans,
  witness: { law: "bernoulli(0.5)", n: 1000, t: 0.05 },
  mutants: {
    "half of t": { bound: ({ t }) => t / 2, at: { law: "bernoulli(0.5)", n: 1000, t: 0.05 } },
    "a sum for the mean": { observed: (sum) => sum, at: { law: "bernoulli(0.5)", n: 1000, t: 0.05 } },
    "4 for 2 in the exponent": {
      logAllows: ({ law, n, t }) => 2 * hoeffdingLog(law, n, t),
      at: { law: "bernoulli(0.5)", n: 1000, t: 0.1 },
    },
  },
});

const twoSides = {
  ...ofMeans,
  observed: (sum: number, { n }: { readonly n: number }) => Math.abs(sum) / n,
} as const;

/** Both tails of a centred sum. */
const bothTails: typeof ofMeans.exact = ({ law, n }, bound) => {
  if (bound <= 0) return SURELY;
  const [upper, lower] = [law.tail(n, n * bound), law.lowerTail(n, n * bound)];
  return upper && lower && either(upper, lower);
};

/** Hoeffding's one-sided right side for both sides. */
export const hoeffdingTwoSided = defineClaim({
  ...twoSides,
  id: "hoeffding-two-sided",
  label: "Hoeffding, for both sides without the 2",
  quote: "Pr{|X̄ − μ| ≥ t} ≤ exp(−2nt²/(b − a)²). As misquoted: the factor 2 of two sides is missing",
  latex: String.raw`\Pr(|\bar{X} - \mu| \ge t) \le e^{-2 n t^2 / (b - a)^2}`,
  nonClaims: ["the one-sided statement, which is true"],
  uses: { statement: ["hoeffding"] },
  exact: bothTails,
  logAllows: ({ law, n, t }) => hoeffdingLog(law, n, t),
  trivial: ({ law, n }, logAllowed) =>
    twoSided(Math.sqrt(law.variance / n), logAllowed, Math.max(law.most - law.mean, law.mean - law.least)),
  forms: {
    printed: { bound: ({ t }) => t, refutedAt: { law: "bernoulli(0.5)", n: 1, t: 0.5 } },
    repaired: {
      latex: String.raw`\Pr(|\bar{X} - \mu| \ge t) \le 2 e^{-2 n t^2 / (b - a)^2}`,
      reason:
        "Each side may take the whole right side: a fair coin is at distance 1/2 from its mean always, and e^(−1/2) < 1.",
      logAllows: ({ law, n, t }) => Math.LN2 + hoeffdingLog(law, n, t),
      bound: ({ t }) => t,
    },
  },
  cells: [{ law: ["bernoulli(0.5)", "signs"], n: [1, 2, 100], t: [0.1, 0.5] }],
  witness: { law: "bernoulli(0.5)", n: 1000, t: 0.06 },
  mutants: {
    "half of t": { of: "repaired", bound: ({ t }) => t / 2, at: { law: "bernoulli(0.5)", n: 1000, t: 0.06 } },
  },
});

/** The constant for [0, 1] used for variables that are ±1. */
export const hoeffdingWrongRange = defineClaim({
  ...ofMeans,
  id: "hoeffding-wrong-range",
  label: "Hoeffding, with the constant of [0, 1]",
  quote: "Pr{X̄ − μ ≥ t} ≤ exp(−2nt²) for |X_i| ≤ 1. As misquoted: b − a is 2 there, not 1",
  latex: String.raw`|X_i| \le 1 \implies \Pr(\bar{X} - \mu \ge t) \le e^{-2 n t^2}`,
  nonClaims: ["variables in [0, 1], for which it is true"],
  uses: { statement: ["hoeffding"] },
  logAllows: ({ n, t }) => -2 * n * t * t,
  hypotheses: [
    {
      latex: String.raw`|X_i| \le 1`,
      holds: ({ law }) => law.least >= -1 && law.most <= 1,
      because: ({ law }) => law.name,
    },
  ],
  forms: {
    printed: { bound: ({ t }) => t, refutedAt: { law: "signs", n: 100, t: 0.2 } },
    repaired: {
      latex: String.raw`|X_i| \le 1 \implies \Pr(\bar{X} - \mu \ge t) \le e^{-n t^2 / 2}`,
      reason: "(b − a)² is 4. For signs the sum has variance n, so that the exponent cannot exceed nt²/2 for small t.",
      logAllows: ({ n, t }) => (-n * t * t) / 2,
      bound: ({ t }) => t,
    },
  },
  cells: [{ law: ["signs", "bernoulli(0.5)"], n: [10, 100], t: [0.2, 0.4] }],
  witness: { law: "signs", n: 100, t: 0.4 },
  mutants: { "half of t": { of: "repaired", bound: ({ t }) => t / 2, at: { law: "signs", n: 100, t: 0.4 } } },
});

/** Hoeffding's inequality without independence. */
export const hoeffdingDependent = defineClaim({
  ...ofMeans,
  id: "hoeffding-dependent",
  label: "Hoeffding, without independence",
  parameters: [law, n, dependence, t],
  quote: "If a ≤ X_i ≤ b, then Pr{X̄ − μ ≥ t} ≤ exp(−2nt²/(b − a)²). As misquoted: independence is missing",
  latex: String.raw`a \le X_i \le b \implies \Pr(\bar{X} - \mu \ge t) \le e^{-2 n t^2 / (b - a)^2}`,
  nonClaims: ["negatively associated variables, for which it is true"],
  uses: { statement: ["hoeffding"] },
  draw: centredSumOrCopies,
  exact: ({ law, n, copies }, bound) => (copies === "the same" ? law.tail(1, bound) : law.tail(n, n * bound)),
  logAllows: ({ law, n, t }) => hoeffdingLog(law, n, t),
  trivial: ({ law }) => law.most - law.mean + 1e-9,
  forms: {
    printed: { bound: ({ t }) => t, refutedAt: { law: "bernoulli(0.5)", n: 10, copies: "the same", t: 0.5 } },
    repaired: {
      latex: String.raw`a \le X_i \le b \text{ independent} \implies \Pr(\bar{X} - \mu \ge t) \le e^{-2 n t^2 / (b - a)^2}`,
      reason: "The mean of n copies of one variable is that variable: nothing concentrates, whatever n.",
      hypotheses: [
        {
          latex: String.raw`X_1, \dots, X_n \text{ independent}`,
          holds: ({ copies, n }) => copies === "independent" || n === 1,
          because: () => "they are all the same variable",
        },
      ],
      bound: ({ t }) => t,
    },
  },
  cells: [{ law: ["bernoulli(0.5)"], n: [10, 1000], copies: ["independent", "the same"], t: [0.1, 0.5] }],
  witness: { law: "bernoulli(0.5)", n: 1000, copies: "independent", t: 0.05 },
  mutants: {
    "half of t": {
      of: "repaired",
      bound: ({ t }) => t / 2,
      at: { law: "bernoulli(0.5)", n: 1000, copies: "independent", t: 0.05 },
    },
  },
});
