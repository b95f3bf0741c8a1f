import { defineClaim, definePaper, defineSampler, finiteReals, integers, parameter } from "lemmacheck";
import { uniform } from "lemmacheck/probability";

const n = parameter({ name: "n", about: "how many coupons there are", domain: integers(2, 1e5), size: true });
const c = parameter({ name: "c", about: "how much longer than usual", domain: finiteReals() });

/** The number of draws until every coupon has been seen: geometric variables with success probability i/n. */
const collecting = defineSampler({
  id: "collecting",
  parameters: [n],
  cost: ({ n }) => n,
  draw: ({ n }, random) => {
    const bits = random("waiting");
    let draws = 1;
    for (let left = 1; left < n; left++) draws += 1 + Math.floor(Math.log(uniform(bits)) / Math.log1p(-left / n));
    return draws;
  },
});

export const tail = defineClaim({
  id: "tail",
  label: "Theorem 1",
  kind: "whp",
  quote: "P(T > ⌈n log n + cn⌉) ≤ e^−c",
  latex: String.raw`\Pr(T > \lceil n \log n + cn \rceil) \le e^{-c}`,
  nonClaims: ["coupons that are not equally likely"],
  parameters: [n, c],
  hypotheses: [{ latex: "c > 0", holds: ({ c }) => c > 0, because: ({ c }) => `c is ${c}` }],
  draw: collecting,
  observed: (draws) => draws,
  relation: "<=",
  allows: ({ c }) => Math.exp(-c),
  // Markov: E T = n(1 + 1/2 + … + 1/n) ≤ n(1 + log n).
  trivial: ({ n, c }) => n * (1 + Math.log(n)) * Math.exp(c),
  forms: { printed: { bound: ({ n, c }) => Math.ceil(n * Math.log(n) + c * n) } },
  cells: [{ n: [10, 1000], c: ({ n }) => Math.log(n) / 5 }],
  witness: { n: 100, c: 2 },
  mutants: { "no n log n": { bound: ({ n, c }) => c * n, at: { n: 100, c: 2 } } },
});

export const mean = defineClaim({
  id: "mean",
  label: "Lemma 1",
  kind: "mean",
  quote: "E T ≤ n log n + n",
  latex: String.raw`\mathbb{E}[T] \le n \log n + n`,
  nonClaims: [],
  parameters: [n],
  hypotheses: [],
  draw: collecting,
  observed: (draws) => draws,
  relation: "<=",
  // E T² is the variance, at most (πn)²/6, and the square of E T.
  range: ({ n }) => ({ secondMoment: n ** 2 * (Math.PI ** 2 / 6 + (1 + Math.log(n)) ** 2) }),
  forms: { printed: { bound: ({ n }) => n * Math.log(n) + n } },
  cells: [{ n: [10, 1000] }],
  witness: { n: 100 },
  mutants: { "no n": { bound: ({ n }) => n * Math.log(n), at: { n: 100 } } },
});

export const paper = definePaper({
  id: "coupons",
  title: "Collecting coupons",
  authors: ["A. Stranger"],
  year: 2026,
  source: "lecture notes",
  parameters: [n, c],
  claims: [tail, mean],
});
