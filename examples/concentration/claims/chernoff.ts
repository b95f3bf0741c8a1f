import { defineClaim, defineSampler } from "lemmacheck";
import { binomial, centredCountTail } from "lemmacheck/probability";
import { lowerCountTail } from "../laws/bounded-law.js";
import { delta, n, p } from "../parameters.js";
import { atLeast, complement } from "../shared/enclose.js";
import { oneSided } from "../shared/known-without.js";
import { bennettsFunction, chernoffLog } from "../shared/mean-bounds.js";
import { cellsOfMeans, ofMeans } from "./of-means.js";

/** The Chernoff–Hoeffding bound by relative entropy. */
export const chernoffKl = defineClaim({
  ...ofMeans,
  id: "chernoff-kl",
  label: "Hoeffding, Theorem 1",
  quote:
    "If X₁, …, X_n are independent and 0 ≤ X_i ≤ 1, then for 0 < t < 1 − μ, Pr{X̄ − μ ≥ t} ≤ {(μ/(μ + t))^(μ+t) ((1 − μ)/(1 − μ − t))^(1−μ−t)}^n. Hoeffding (1963), Theorem 1, (2.1): exp(−n KL(μ + t‖μ)); variables of another range are moved to [0, 1]",
  latex: String.raw`0 \le X_i \le 1 \text{ independent} \implies \Pr(\bar{X} - \mu \ge t) \le e^{-n \operatorname{KL}(\mu + t \,\|\, \mu)}`,
  nonClaims: ["the factor 1/√n by which the tail of a binomial law is smaller still"],
  uses: { proof: ["markov"] },
  hypotheses: [
    {
      latex: String.raw`0 < t < 1 - \mu`,
      holds: ({ law, t }) => t < law.most - law.mean,
      because: ({ law }) => `no mean is more than ${law.most - law.mean} above its expectation`,
    },
  ],
  logAllows: ({ law, n, t }) => chernoffLog(law, n, t),
  forms: { printed: { bound: ({ t }) => t } },
  cells: cellsOfMeans,
  witness: { law: "bernoulli(0.01)", n: 1000, t: 0.02 },
  mutants: {
    "half of t": { bound: ({ t }) => t / 2, at: { law: "bernoulli(0.01)", n: 1000, t: 0.02 } },
    "entropy the other way round": {
      logAllows: ({ law, n, t }) => {
        const q = law.mean + t;
        return n * (law.mean * Math.log(q / law.mean) + (1 - law.mean) * Math.log((1 - q) / (1 - law.mean)));
      },
      at: { law: "bernoulli(0.5)", n: 1000, t: 0.3 },
    },
  },
});

/** A binomial count over its mean. */
const count = defineSampler({
  id: "count",
  parameters: [n, p],
  cost: () => 8,
  draw: ({ n, p }, random) => binomial(n, p, random("x")),
});

interface Given {
  readonly n: number;
  readonly p: number;
  readonly delta: number;
}

/** What statements on X ~ Bin(n, p) in units of its mean share. */
const ofCounts = {
  kind: "whp",
  parameters: [n, p, delta],
  hypotheses: [],
  draw: count,
  observed: (x: number, { n, p }: Given) => x / (n * p) - 1,
  relation: "<=",
  strict: true,
  trivial: ({ n, p }: Given, logAllowed: number) => oneSided(Math.sqrt((1 - p) / (n * p)), logAllowed, 1 / p - 1),
  exact: ({ n, p }: Given, bound: number) => atLeast((s) => centredCountTail(n, p, s))(n * p * bound),
} as const;

const atMostOne = {
  latex: String.raw`0 < \delta \le 1`,
  holds: ({ delta }: Given) => delta <= 1,
  because: ({ delta }: Given) => `δ is ${delta}`,
};
const thirds = ({ n, p, delta }: Given) => (-n * p * delta ** 2) / 3;

/** The multiplicative Chernoff bound. */
export const chernoffMultiplicative = defineClaim({
  ...ofCounts,
  id: "chernoff-multiplicative",
  label: "Mitzenmacher and Upfal, Theorem 4.4",
  quote:
    "Let X be the sum of independent Poisson trials, μ = E[X]. For 0 < δ ≤ 1, Pr(X ≥ (1 + δ)μ) ≤ e^(−μδ²/3). Mitzenmacher and Upfal, Probability and Computing (2005), Theorem 4.4",
  latex: String.raw`0 < \delta \le 1 \implies \Pr(X \ge (1 + \delta) \mu) \le e^{-\mu \delta^2 / 3}`,
  nonClaims: ["δ above 1"],
  uses: { proof: ["markov"] },
  hypotheses: [atMostOne],
  logAllows: thirds,
  forms: { printed: { bound: ({ delta }) => delta } },
  cells: [{ n: [100, 10_000, 1e9], p: [0.5, 0.1, 1e-3], delta: [0.1, 0.5, 1] }],
  witness: { n: 10_000, p: 0.01, delta: 0.8 },
  mutants: {
    "half of δ": { bound: ({ delta }) => delta / 2, at: { n: 10_000, p: 0.01, delta: 0.8 } },
    "1/2 for 1/3": { logAllows: (given) => thirds(given) * 1.5, at: { n: 1e6, p: 1e-3, delta: 1 } },
  },
});

/** The same for every δ. */
export const chernoffAnyDelta = defineClaim({
  ...ofCounts,
  id: "chernoff-any-delta",
  label: "Multiplicative Chernoff, for every δ",
  quote: "Pr(X ≥ (1 + δ)μ) ≤ e^(−μδ²/3). As misquoted: δ ≤ 1 is missing",
  latex: String.raw`\Pr(X \ge (1 + \delta) \mu) \le e^{-\mu \delta^2 / 3}`,
  nonClaims: ["δ up to 1, for which it is true"],
  uses: { statement: ["chernoff-multiplicative"] },
  logAllows: thirds,
  forms: {
    printed: { bound: ({ delta }) => delta, refutedAt: { n: 10_000, p: 1e-3, delta: 5 } },
    repaired: {
      latex: String.raw`\Pr(X \ge (1 + \delta) \mu) \le e^{-\mu \delta^2 / (2 + 2\delta/3)}`,
      reason:
        "The tail falls like e^(−μδ log δ) for large δ. Bernstein's inequality holds for every δ: the variance is at most μ, and each trial is at most 1; at δ = 1 it has 3/8 for the 1/3.",
      logAllows: ({ n, p, delta }) => (-n * p * delta ** 2) / (2 + (2 * delta) / 3),
      bound: ({ delta }) => delta,
    },
  },
  cells: [{ n: [10_000], p: [1e-3], delta: [0.5, 1, 2, 5, 20] }],
  witness: { n: 10_000, p: 1e-3, delta: 2 },
  mutants: {
    "half of δ": { of: "repaired", bound: ({ delta }) => delta / 2, at: { n: 10_000, p: 1e-3, delta: 2 } },
    "no second term": {
      of: "repaired",
      logAllows: ({ n, p, delta }) => (-n * p * delta ** 2) / 2,
      at: { n: 10_000, p: 1e-3, delta: 5 },
    },
  },
});

const halves = ({ n, p, delta }: Given) => (-n * p * delta ** 2) / 2;

/** The lower tail's constant for the upper tail. */
export const chernoffUpperHalf = defineClaim({
  ...ofCounts,
  id: "chernoff-upper-half",
  label: "Multiplicative Chernoff, the lower tail's constant above",
  quote: "For 0 < δ ≤ 1, Pr(X ≥ (1 + δ)μ) ≤ e^(−μδ²/2). As misquoted: 1/2 belongs to the lower tail",
  latex: String.raw`0 < \delta \le 1 \implies \Pr(X \ge (1 + \delta) \mu) \le e^{-\mu \delta^2 / 2}`,
  nonClaims: ["p ≥ 1/2, for which the variance is small enough"],
  uses: { statement: ["chernoff-multiplicative", "chernoff-lower"] },
  hypotheses: [atMostOne],
  logAllows: halves,
  forms: {
    printed: { bound: ({ delta }) => delta, refutedAt: { n: 1e6, p: 1e-3, delta: 0.5 } },
    repaired: {
      latex: String.raw`\Pr(X \ge (1 + \delta) \mu) \le e^{-\mu ((1 + \delta) \log(1 + \delta) - \delta)}`,
      reason:
        "(1 + δ)log(1 + δ) − δ = δ²/2 − δ³/6 + … is below δ²/2, and no smaller exponent will do for rare events (Mitzenmacher and Upfal, Theorem 4.4, first part).",
      logAllows: ({ n, p, delta }) => -n * p * bennettsFunction(delta),
      bound: ({ delta }) => delta,
    },
  },
  cells: [{ n: [1e6], p: [0.5, 1e-3], delta: [0.1, 0.5, 1] }],
  witness: { n: 1e6, p: 1e-3, delta: 0.5 },
  mutants: { "half of δ": { of: "repaired", bound: ({ delta }) => delta / 2, at: { n: 1e6, p: 1e-3, delta: 0.5 } } },
});

/** The lower tail, where 1/2 is right. */
export const chernoffLower = defineClaim({
  ...ofCounts,
  id: "chernoff-lower",
  label: "Mitzenmacher and Upfal, Theorem 4.5",
  quote:
    "For 0 < δ < 1, Pr(X ≤ (1 − δ)μ) ≤ e^(−μδ²/2). Mitzenmacher and Upfal, Probability and Computing (2005), Theorem 4.5",
  latex: String.raw`0 < \delta < 1 \implies \Pr(X \le (1 - \delta) \mu) \le e^{-\mu \delta^2 / 2}`,
  nonClaims: ["the upper tail"],
  uses: { proof: ["markov"] },
  hypotheses: [
    { latex: String.raw`0 < \delta < 1`, holds: ({ delta }) => delta < 1, because: ({ delta }) => `δ is ${delta}` },
  ],
  observed: (x, { n, p }) => 1 - x / (n * p),
  exact: ({ n, p }, bound) =>
    bound <= 0 ? complement(centredCountTail(n, p, -n * p * bound)) : lowerCountTail(n, p, n * p * bound),
  logAllows: halves,
  trivial: ({ n, p }, logAllowed) => oneSided(Math.sqrt((1 - p) / (n * p)), logAllowed, 1),
  forms: { printed: { bound: ({ delta }) => delta } },
  cells: [{ n: [100, 10_000, 1e9], p: [0.5, 0.1, 1e-3], delta: [0.1, 0.5, 0.9] }],
  witness: { n: 10_000, p: 0.01, delta: 0.5 },
  mutants: {
    "half of δ": { bound: ({ delta }) => delta / 2, at: { n: 10_000, p: 0.01, delta: 0.5 } },
    "twice the exponent": { logAllows: (given) => 2 * halves(given), at: { n: 10_000, p: 0.01, delta: 0.3 } },
  },
});
