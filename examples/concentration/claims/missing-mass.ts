import { defineClaim, gamma, nothing } from "lemmacheck";
import { balls, emptyAtLeast, emptyAtMost, missingMean } from "../laws/occupancy.js";
import { n, s, x } from "../parameters.js";
import { oneSided } from "../shared/known-without.js";

interface Given {
  readonly n: number;
  readonly s: number;
  readonly x: number;
}

/** The missing mass of n draws from a uniform law on s letters, less its expectation. */
const ofMissingMass = {
  kind: "whp",
  parameters: [n, s, x],
  hypotheses: [],
  draw: balls,
  relation: "<=",
  strict: true,
  logAllows: ({ x }: Given) => -x,
} as const;

/** Its deviation is at most that of independent letters: they are negatively correlated. */
const deviation = ({ n, s }: Given) => Math.sqrt((missingMean(n, s) * (1 - missingMean(n, s))) / s);

/** The missing mass from above. */
export const missingMassUpper = defineClaim({
  ...ofMissingMass,
  id: "missing-mass-upper",
  label: "Missing mass, upper tail",
  quote:
    "P(U_n ≥ E U_n + t) ≤ e^(−nt²). McAllester and Ortiz, Concentration inequalities for the missing mass and for histogram rule error (2003); Berend and Kontorovich, On the concentration of the missing mass (2013); here a uniform law on s letters, x = nt²",
  latex: String.raw`\Pr\left(U_n \ge \mathbb{E}U_n + \sqrt{x/n}\right) \le e^{-x}`,
  nonClaims: ["laws that are not uniform: they are not tried here"],
  uses: { proof: ["markov"] },
  observed: ({ empty }, { n, s }) => empty / s - missingMean(n, s),
  trivial: (given, logAllowed) =>
    oneSided(deviation(given), logAllowed, 1 - 1 / given.s - missingMean(given.n, given.s)),
  exact: ({ n, s }, bound) => emptyAtLeast(n, s, s * (missingMean(n, s) + bound)),
  forms: { printed: { bound: ({ n, x }) => Math.sqrt(x / n) } },
  cells: [
    { n: [10, 100, 300], s: ({ n }) => n, x: [0.5, 3, 10] },
    { n: [3, 20], s: [2], x: [0.5, 1] },
  ],
  witness: { n: 100, s: 100, x: 8 },
  mutants: { "a fifth": { bound: (_, right) => Number(right()) / 5, at: { n: 100, s: 100, x: 8 } } },
});

/** Berend and Kontorovich's constant over 4, rounded down. */
const QUARTER = 7.6821 / 4;

/** The missing mass from below. */
export const missingMassLower = defineClaim({
  ...ofMissingMass,
  id: "missing-mass-lower",
  label: "Missing mass, lower tail",
  quote:
    "P(U_n ≤ E U_n − t) ≤ e^(−C₀nt²/4), C₀ = inf_{0<x<1/2} 2/(x(1 − x)log(1/x)) ≈ 7.6821. Berend and Kontorovich, On the concentration of the missing mass (2013); here a uniform law on s letters, x = C₀nt²/4",
  latex: String.raw`\Pr\left(U_n \le \mathbb{E}U_n - 2\sqrt{x/(C_0 n)}\right) \le e^{-x}, \quad C_0 = 7.6821`,
  nonClaims: ["the upper tail"],
  uses: { proof: ["markov"] },
  observed: ({ empty }, { n, s }) => missingMean(n, s) - empty / s,
  trivial: (given, logAllowed) => oneSided(deviation(given), logAllowed, missingMean(given.n, given.s)),
  exact: ({ n, s }, bound) => emptyAtMost(n, s, s * (missingMean(n, s) - bound)),
  forms: { printed: { bound: ({ n, x }) => Math.sqrt(x / (QUARTER * n)) } },
  cells: [
    { n: [10, 100, 300], s: ({ n }) => n, x: [0.5, 3, 10] },
    { n: [3, 20], s: [2], x: [0.5, 1] },
  ],
  witness: { n: 100, s: 100, x: 6 },
  mutants: {
    "C₀ for C₀/4": { bound: (_, right) => Number(right()) / 2, at: { n: 300, s: 300, x: 10 } },
    "a third": { bound: (_, right) => Number(right()) / 3, at: { n: 100, s: 100, x: 6 } },
  },
});

/** E of the share of letters that were drawn once, the Good–Turing estimate: s·(1/s)(1 − 1/s)^(n−1). */
const goodTuringMean = (n: number, s: number) => (s === 1 ? (n === 1 ? 1 : 0) : Math.exp((n - 1) * Math.log1p(-1 / s)));

/** The bias of the Good–Turing estimate. */
export const goodTuringBias = defineClaim({
  id: "good-turing-bias",
  label: "Good–Turing, bias",
  kind: "deterministic",
  quote:
    "E[G₀] − E[M₀] = E[M₁]/n ≤ 1/n: the Good–Turing estimate G₀, the number of letters seen once over n, is above the missing mass by at most 1/n on average. McAllester and Schapire, On the convergence rate of Good–Turing estimators (2000); here a uniform law on s letters",
  latex: String.raw`\mathbb{E}[G_0] - \mathbb{E}[M_0] \le 1/n`,
  nonClaims: ["that one draw's estimate is as near"],
  parameters: [n, s],
  hypotheses: [],
  draw: nothing,
  // (1 − 1/s)^(n−1)·(1 − (1 − 1/s))
  observed: (_, { n, s }) => goodTuringMean(n, s) / s,
  relation: "<=",
  trivial: () => 1,
  forms: { printed: { bound: ({ n }) => 1 / n } },
  cells: [{ n: [2, 10, 1000], s: [2, 10, 1000, 1e9] }],
  witness: { n: 10, s: 10 },
  mutants: { "1/n² for 1/n": { bound: ({ n }) => 1 / (n * n), at: { n: 10, s: 10 } } },
});

/** The estimate as unbiased. */
export const goodTuringUnbiased = defineClaim({
  id: "good-turing-unbiased",
  label: "Good–Turing, unbiased",
  kind: "identity",
  quote: "E[G₀] = E[M₀]. As misquoted: the estimate from n draws is unbiased for the missing mass of n − 1",
  latex: String.raw`\mathbb{E}[G_0(n)] = \mathbb{E}[M_0(n)]`,
  nonClaims: ["that the bias matters for large n"],
  uses: { statement: ["good-turing-bias"] },
  parameters: [n, s],
  hypotheses: [{ latex: "n \\ge 2", parameter: n, least: () => 2 }],
  draw: nothing,
  observed: (_, { n, s }) => goodTuringMean(n, s),
  relation: "=",
  forms: {
    printed: { bound: ({ n, s }) => missingMean(n, s), refutedAt: { n: 10, s: 10 } },
    repaired: {
      latex: String.raw`\mathbb{E}[G_0(n)] = \mathbb{E}[M_0(n - 1)]`,
      reason: "A letter is drawn once among n draws if one draw hits it and n − 1 miss it: n·p(1 − p)^(n−1)/n.",
      bound: ({ n, s }) => missingMean(n - 1, s),
    },
  },
  cells: [{ n: [2, 10, 1000], s: [2, 10, 1000] }],
  witness: { n: 10, s: 10 },
  mutants: { "n + 1 for n − 1": { of: "repaired", bound: ({ n, s }) => missingMean(n + 1, s), at: { n: 10, s: 10 } } },
});

/** The estimate with high probability. */
export const goodTuring = defineClaim({
  id: "good-turing",
  label: "McAllester and Schapire",
  kind: "whp",
  quote:
    "With probability at least 1 − δ, M₀ ≤ G₀ + (2√2 + √3)√(ln(3/δ)/n). McAllester and Schapire, On the convergence rate of Good–Turing estimators (2000); here a uniform law on s letters, γ for δ",
  latex: String.raw`M_0 \le G_0 + (2\sqrt2 + \sqrt3) \sqrt{\log(3/\gamma) / n}`,
  nonClaims: ["the other side"],
  uses: { statement: ["good-turing-bias"], proof: ["missing-mass-upper", "mcdiarmid"] },
  parameters: [n, s, gamma],
  hypotheses: [],
  draw: balls,
  observed: ({ empty, single }, { n, s }) => empty / s - single / n,
  relation: "<=",
  everyGamma: true,
  // Surely less than 1. Its mean is at most 0; the deviations of G₀ and M₀ are at most √2/√n (Efron and Stein: one draw
  // moves the number of letters seen once by 2 at most) and 1/√n.
  trivial: ({ n, gamma }) => Math.min(1, (Math.SQRT2 + 1) / Math.sqrt(n * gamma)),
  forms: { printed: { bound: ({ n, gamma }) => (2 * Math.SQRT2 + Math.sqrt(3)) * Math.sqrt(Math.log(3 / gamma) / n) } },
  cells: [{ n: [200, 1000], s: ({ n }) => n, gamma: [0.05, 0.01] }],
  witness: { n: 200, s: 200, gamma: 0.01 },
  mutants: {
    "a fiftieth of the constant": { bound: (_, right) => Number(right()) / 50, at: { n: 200, s: 200, gamma: 0.01 } },
  },
});
