import { defineClaim } from "lemmacheck";
import { gaussianMatrix, type SingularValues } from "../laws/gaussian-matrix.js";
import { m, n, x } from "../parameters.js";
import { chiTails } from "../shared/chi-tails.js";

interface Sizes {
  readonly n: number;
  readonly m: number;
}

const source =
  "Let Γ be an N × K matrix with independent N(0, 1/N) entries, K ≤ N, β = K/N. Davidson and Szarek, Local operator theory, random matrices and Banach spaces (2001), Theorem II.13; here N = n, K = m";

const isTall = {
  latex: String.raw`m \le n`,
  holds: ({ n, m }: Sizes) => m <= n,
  because: ({ n, m }: Sizes) => `m is ${m} and n is ${n}`,
};

const scaled = ({ lower, upper }: SingularValues["largest"], { n }: Sizes) => ({
  lower: lower / Math.sqrt(n),
  upper: upper / Math.sqrt(n),
});
const largest = (values: SingularValues, given: Sizes) => scaled(values.largest, given);
const smallest = (values: SingularValues, given: Sizes) => scaled(values.smallest, given);

/** (E‖Γ‖_F²)^½ = √m bounds the norm in the mean. */
const secondMoment = ({ m }: Sizes) => ({ secondMoment: m });

const shared = { parameters: [n, m], hypotheses: [isTall], draw: gaussianMatrix } as const;

/** E‖Γ‖ from above. */
export const normMean = defineClaim({
  ...shared,
  id: "norm-mean",
  label: "Davidson and Szarek, Theorem II.13, E s₁",
  kind: "mean",
  quote: `E s₁(Γ) ≤ 1 + √β. ${source}`,
  latex: String.raw`\mathbb{E} \|\Gamma\| \le 1 + \sqrt{m/n}`,
  nonClaims: ["entries that are not normal"],
  observed: largest,
  relation: "<=",
  range: secondMoment,
  forms: { printed: { bound: ({ n, m }) => 1 + Math.sqrt(m / n) } },
  cells: [{ n: [10, 20, 40], m: [2, 10] }],
  witness: { n: 20, m: 10 },
  mutants: { "√(1 + β) for 1 + √β": { bound: ({ n, m }) => Math.sqrt(1 + m / n), at: { n: 20, m: 10 } } },
});

/** The smallest singular value's expectation from below. */
export const smallestMean = defineClaim({
  ...shared,
  id: "smallest-mean",
  label: "Davidson and Szarek, Theorem II.13, E s_K",
  kind: "mean",
  quote: `1 − √β ≤ E s_K(Γ). ${source}`,
  latex: String.raw`\mathbb{E} s_{\min}(\Gamma) \ge 1 - \sqrt{m/n}`,
  nonClaims: ["square matrices, of which it says nothing"],
  observed: smallest,
  relation: ">=",
  // s_K² ≤ ‖Γ‖_F²/K
  range: () => ({ secondMoment: 1 }),
  trivial: () => 0,
  forms: { printed: { bound: ({ n, m }) => 1 - Math.sqrt(m / n) } },
  cells: [{ n: [20, 100], m: [2, 10] }],
  witness: { n: 40, m: 10 },
  mutants: { "β for √β": { bound: ({ n, m }) => 1 - m / n, at: { n: 40, m: 10 } } },
});

interface Given extends Sizes {
  readonly x: number;
}

const tails = {
  kind: "whp",
  parameters: [n, m, x],
  hypotheses: [isTall],
  draw: gaussianMatrix,
  strict: true,
  logAllows: ({ x }: Given) => -x,
} as const;

const step = ({ n, x }: Given) => Math.sqrt((2 * x) / n);

/** The norm's upper tail. */
export const normTail = defineClaim({
  ...tails,
  id: "norm-tail",
  label: "Davidson and Szarek, Theorem II.13, upper tail",
  quote: `P(s₁(Γ) ≥ 1 + √β + t) < e^(−Nt²/2) for t > 0. ${source}, t = √(2x/n)`,
  latex: String.raw`\Pr\left(\|\Gamma\| \ge 1 + \sqrt{m/n} + \sqrt{2x/n}\right) \le e^{-x}`,
  nonClaims: ["the fluctuations of order n^(−2/3), which are smaller"],
  uses: { statement: ["norm-mean"], proof: ["norm-mean", "gaussian-lipschitz"] },
  observed: largest,
  relation: "<=",
  // ‖Γ‖ ≤ ‖Γ‖_F, whose square has mean m, by Markov.
  trivial: ({ m }, logAllowed) => Math.sqrt(m * Math.exp(-logAllowed)),
  // A column's norm is a χ variable.
  exact: ({ n, m }, bound) =>
    m === 1 && bound > 0 ? chiTails(n, bound).upper : m === 1 ? { logLower: 0, logUpper: 0 } : null,
  forms: { printed: { bound: (given) => 1 + Math.sqrt(given.m / given.n) + step(given) } },
  cells: [
    { n: [10, 1000], m: [1, 2, 10], x: [1, 3] },
    { n: [10, 1e6], m: [1], x: [10, 100] },
  ],
  witness: { n: 20, m: 2, x: 3 },
  mutants: {
    "no √β": { bound: (given) => 1 + step(given), at: { n: 20, m: 10, x: 3 } },
    "twice the exponent": { logAllows: ({ x }) => -2 * x, at: { n: 1, m: 1, x: 50 } },
  },
});

/** The smallest singular value's lower tail. */
export const smallestTail = defineClaim({
  ...tails,
  id: "smallest-tail",
  label: "Davidson and Szarek, Theorem II.13, lower tail",
  quote: `P(s_K(Γ) ≤ 1 − √β − t) < e^(−Nt²/2) for t > 0. ${source}, t = √(2x/n)`,
  latex: String.raw`\Pr\left(s_{\min}(\Gamma) \le 1 - \sqrt{m/n} - \sqrt{2x/n}\right) \le e^{-x}`,
  nonClaims: ["t ≥ 1 − √β, where the right side of the event is 0 or less"],
  uses: { statement: ["smallest-mean"], proof: ["smallest-mean", "gaussian-lipschitz"] },
  observed: smallest,
  relation: ">=",
  trivial: () => 0,
  exact: ({ n, m }, bound) =>
    m === 1 ? (bound > 0 ? chiTails(n, bound).lower : { logLower: -Infinity, logUpper: -Infinity }) : null,
  forms: { printed: { bound: (given) => 1 - Math.sqrt(given.m / given.n) - step(given) } },
  cells: [
    { n: [100, 1000], m: [1, 2, 10], x: [1, 3] },
    { n: [1e6], m: [1], x: [10, 100] },
  ],
  witness: { n: 100, m: 10, x: 3 },
  mutants: {
    "no √β": { bound: (given) => 1 - step(given), at: { n: 100, m: 10, x: 3 } },
    "a third of t, no √β": { bound: (given) => 1 - step(given) / 3, at: { n: 1000, m: 1, x: 3 } },
  },
});
