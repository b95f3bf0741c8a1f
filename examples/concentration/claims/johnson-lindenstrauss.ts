import { defineClaim, defineSampler, nothing } from "lemmacheck";
import { beta as drawBeta, logBetaTails, tailEnclosure } from "lemmacheck/probability";
import { projectedSimplex } from "../laws/projected-simplex.js";
import { beta, d, eps, k, points } from "../parameters.js";
import { oneSided } from "../shared/known-without.js";

/** L, the squared length of the first k coordinates of a random unit vector in ℝ^d: Beta(k/2, (d − k)/2). */
const projectedLength = defineSampler({
  id: "projected-length",
  parameters: [d, k],
  cost: () => 8,
  draw: ({ d, k }, random) => drawBeta(k / 2, (d - k) / 2, random("length")),
});

interface Given {
  readonly d: number;
  readonly k: number;
  readonly beta: number;
}

/** (k/2)(1 − β + log β) */
const logRight = ({ k, beta }: Given) => (k / 2) * (1 - beta + Math.log(beta));

/** The standard deviation of L: Var Beta(a, b) = ab/((a + b)²(a + b + 1)). */
const deviation = ({ d, k }: Given) => Math.sqrt((2 * k * (d - k)) / (d * d * (d + 2)));

const isSubspace = {
  latex: "k < d",
  holds: ({ d, k }: Given) => k < d,
  because: ({ d, k }: Given) => `k is ${k} and d is ${d}`,
};

const onePair = {
  kind: "whp",
  parameters: [d, k, beta],
  draw: projectedLength,
  observed: (length: number) => length,
  strict: true,
  logAllows: logRight,
  forms: { printed: { bound: ({ d, k, beta }: Given) => (beta * k) / d } },
} as const;

/** Dasgupta and Gupta's bound from below, for one vector. */
export const jlShorter = defineClaim({
  ...onePair,
  id: "jl-shorter",
  label: "Dasgupta and Gupta, Lemma 2.2, β < 1",
  quote:
    "Let k < d. If β < 1 then Pr[L ≤ βk/d] ≤ β^(k/2)(1 + (1 − β)k/(d − k))^((d−k)/2) ≤ exp((k/2)(1 − β + ln β)). Dasgupta and Gupta, An elementary proof of a theorem of Johnson and Lindenstrauss (2003), Lemma 2.2; the last of the three",
  latex: String.raw`k < d, \beta < 1 \implies \Pr(L \le \beta k / d) \le e^{\frac{k}{2} (1 - \beta + \log \beta)}`,
  nonClaims: ["several vectors at once"],
  uses: { proof: ["markov"] },
  hypotheses: [
    isSubspace,
    { latex: String.raw`\beta < 1`, holds: ({ beta }) => beta < 1, because: ({ beta }) => `β is ${beta}` },
  ],
  relation: ">=",
  trivial: (given, logAllowed) => {
    const mean = given.k / given.d;
    return mean - oneSided(deviation(given), logAllowed, mean);
  },
  exact: ({ d, k }, bound) => tailEnclosure(logBetaTails(k / 2, (d - k) / 2, Math.min(1, Math.max(0, bound))).logLower),
  cells: [
    { d: [10, 1000, 1e9], k: [1, 5], beta: [0.1, 0.5] },
    { d: [1000, 1e9], k: [100], beta: [0.1, 0.5, 0.9] },
  ],
  witness: { d: 1000, k: 100, beta: 0.5 },
  mutants: {
    "√β for β": {
      bound: ({ d, k, beta }) => (Math.sqrt(beta) * k) / d,
      at: { d: 1000, k: 100, beta: 0.5 },
    },
    "k for k/2": { logAllows: (given) => 2 * logRight(given), at: { d: 1000, k: 100, beta: 0.7 } },
  },
});

/** The bound from above. */
export const jlLonger = defineClaim({
  ...onePair,
  id: "jl-longer",
  label: "Dasgupta and Gupta, Lemma 2.2, β > 1",
  quote:
    "If β > 1 then Pr[L ≥ βk/d] ≤ β^(k/2)(1 + (1 − β)k/(d − k))^((d−k)/2) ≤ exp((k/2)(1 − β + ln β)). Dasgupta and Gupta (2003), Lemma 2.2; the last of the three",
  latex: String.raw`k < d, \beta > 1 \implies \Pr(L \ge \beta k / d) \le e^{\frac{k}{2} (1 - \beta + \log \beta)}`,
  nonClaims: ["several vectors at once"],
  uses: { proof: ["markov"] },
  hypotheses: [
    isSubspace,
    { latex: String.raw`\beta > 1`, holds: ({ beta }) => beta > 1, because: ({ beta }) => `β is ${beta}` },
  ],
  relation: "<=",
  trivial: (given, logAllowed) => {
    const mean = given.k / given.d;
    return mean + oneSided(deviation(given), logAllowed, 1 - mean);
  },
  exact: ({ d, k }, bound) => tailEnclosure(logBetaTails(k / 2, (d - k) / 2, Math.min(1, Math.max(0, bound))).logUpper),
  cells: [
    { d: [10, 1000, 1e9], k: [1, 5], beta: [1.5, 4] },
    { d: [1000, 1e9], k: [100], beta: [1.1, 1.5, 4] },
  ],
  witness: { d: 1000, k: 100, beta: 1.5 },
  mutants: {
    "√β for β": {
      bound: ({ d, k, beta }) => (Math.sqrt(beta) * k) / d,
      at: { d: 1000, k: 100, beta: 1.5 },
    },
    "k for k/2": { logAllows: (given) => 2 * logRight(given), at: { d: 1e9, k: 100, beta: 1.5 } },
  },
});

/** Theorem 2.1's least k. */
const leastDimension = ({ points, eps }: { readonly points: number; readonly eps: number }) =>
  (4 * Math.log(points)) / (eps ** 2 / 2 - eps ** 3 / 3);

const allPairs = {
  kind: "whp",
  parameters: [points, d, k, eps],
  hypotheses: [
    { latex: String.raw`k \ge 4 (\varepsilon^2/2 - \varepsilon^3/3)^{-1} \log N`, parameter: k, least: leastDimension },
    {
      latex: "k < d",
      holds: ({ d, k }: { readonly d: number; readonly k: number }) => k < d,
      because: () => "the theorem is trivial then",
    },
  ],
  draw: projectedSimplex,
  observed: (worst: number) => worst,
  relation: "<=",
  // A projection is no longer than what it projects: ‖P(u − v)‖² ≤ ‖u − v‖².
  trivial: ({ d, k }: { readonly d: number; readonly k: number }) => Math.max(1, d / k - 1),
} as const;

/** Theorem 2.1 of Dasgupta and Gupta, by the random projection of its proof. */
export const johnsonLindenstrauss = defineClaim({
  ...allPairs,
  id: "johnson-lindenstrauss",
  label: "Dasgupta and Gupta, Theorem 2.1",
  quote:
    "For any 0 < ε < 1 and any integer n, let k be a positive integer such that k ≥ 4(ε²/2 − ε³/3)⁻¹ ln n. Then for any set V of n points in R^d, there is a map f: R^d → R^k such that for all u, v ∈ V, (1 − ε)‖u − v‖² ≤ ‖f(u) − f(v)‖² ≤ (1 + ε)‖u − v‖². Dasgupta and Gupta (2003), Theorem 2.1",
  reading:
    "the theorem says that a map exists; its proof projects onto a random subspace, scaled by √(d/k), and shows that this succeeds with probability at least 1/N, which is what is audited, for the corners of a regular simplex",
  latex: String.raw`k \ge \frac{4 \log N}{\varepsilon^2/2 - \varepsilon^3/3} \implies \Pr\left(\exists u, v \in V: \left|\|f(u) - f(v)\|^2 / \|u - v\|^2 - 1\right| > \varepsilon\right) \le 1 - \tfrac{1}{N}`,
  nonClaims: [
    "success with probability near 1: the proof gives 1/N, and repeats",
    "other sets of points than a simplex",
  ],
  uses: { proof: ["jl-shorter", "jl-longer"] },
  allows: ({ points }) => 1 - 1 / points,
  forms: { printed: { bound: ({ eps }) => eps } },
  cells: [{ points: [3, 10], d: [1000], k: ["least"], eps: [0.5, 0.9] }],
  witness: { points: 10, d: 1000, k: 58, eps: 0.9 },
  mutants: {
    "an eighth of ε": { bound: ({ eps }) => eps / 8, at: { points: 10, d: 1000, k: 58, eps: 0.9 } },
  },
});

/** The same k with "high probability". */
export const jlHighProbability = defineClaim({
  ...allPairs,
  id: "jl-high-probability",
  label: "Johnson and Lindenstrauss, with probability 1 − 1/N",
  quote:
    "For k ≥ 4(ε²/2 − ε³/3)⁻¹ ln N, a random projection of N points distorts no squared distance by more than ε, with probability at least 1 − 1/N. As misquoted: the proof gives 1/N",
  latex: String.raw`k \ge \frac{4 \log N}{\varepsilon^2/2 - \varepsilon^3/3} \implies \Pr\left(\exists u, v \in V: \left|\|f(u) - f(v)\|^2 / \|u - v\|^2 - 1\right| > \varepsilon\right) \le \tfrac{1}{N}`,
  nonClaims: ["that a map exists, which is true"],
  uses: { statement: ["johnson-lindenstrauss"], proof: ["jl-shorter", "jl-longer"] },
  allows: ({ points }) => 1 / points,
  forms: {
    printed: { bound: ({ eps }) => eps, refutedAt: { points: 40, d: 1e9, k: 3162, eps: 0.1 } },
    repaired: {
      latex: String.raw`k \ge \frac{6 \log N}{\varepsilon^2/2 - \varepsilon^3/3} \implies \Pr\left(\exists u, v \in V: \left|\|f(u) - f(v)\|^2 / \|u - v\|^2 - 1\right| > \varepsilon\right) \le \tfrac{1}{N}`,
      reason:
        "Each pair fails with probability at most 2exp(−k(ε²/2 − ε³/3)/2); for N²/2 pairs to come to 1/N together, that must be 2N⁻³: 6 log N for 4 log N.",
      hypotheses: [
        {
          latex: String.raw`k \ge 6 (\varepsilon^2/2 - \varepsilon^3/3)^{-1} \log N`,
          parameter: k,
          least: (given) => 1.5 * leastDimension(given),
        },
      ],
      bound: ({ eps }) => eps,
    },
  },
  cells: [
    { points: [10], d: [1000], k: ({ eps }) => Math.ceil(1.5 * leastDimension({ points: 10, eps })), eps: [0.7, 0.9] },
  ],
  witness: { points: 10, d: 1000, k: 86, eps: 0.9 },
  mutants: {
    "a third of ε": { of: "repaired", bound: ({ eps }) => eps / 3, at: { points: 10, d: 1000, k: 86, eps: 0.9 } },
  },
});

/** ε − log(1 + ε), by its series where it would cancel: to 1e-14 of itself. */
function lessLog(eps: number): number {
  if (eps > 0.02) return eps - Math.log1p(eps);
  let sum = 0;
  for (let j = 10; j >= 2; j--) sum = 1 / j - eps * sum;
  return eps * eps * sum;
}

/** Each side of a pair: (ε − log(1 + ε)) ≥ ε²/2 − ε³/3 is what the theorem's k rests on. */
export const jlExponent = defineClaim({
  id: "jl-exponent",
  label: "Dasgupta and Gupta, proof of Theorem 2.1",
  kind: "step",
  quote:
    "where in the last line we have used the inequality ln(1 + x) ≤ x − x²/2 + x³/3, valid for all x ≥ 0. Dasgupta and Gupta (2003), proof of Theorem 2.1",
  latex: String.raw`\log(1 + \varepsilon) \le \varepsilon - \varepsilon^2/2 + \varepsilon^3/3`,
  nonClaims: ["x below 0"],
  parameters: [eps],
  hypotheses: [],
  draw: nothing,
  observed: (_, { eps }) => eps ** 2 / 2 - eps ** 3 / 3,
  relation: "<=",
  region: {
    method: "monotonicity",
    note: "the difference of both sides has the derivative x³/(1 + x) ≥ 0, and is 0 at 0",
  },
  forms: { printed: { bound: ({ eps }) => lessLog(eps) } },
  cells: [{ eps: [0.01, 0.1, 0.5, 0.9] }],
  mutants: { "without the cube": { observed: (_, { eps }) => eps ** 2 / 2, at: { eps: 0.5 } } },
});
