import { defineClaim, defineSampler, type LogProbability } from "lemmacheck";
import { occupancyTails, uniform } from "lemmacheck/probability";
import { c, s } from "../parameters.js";

/** The number of draws until each of s coupons was seen: waiting times with success probabilities 1, (s − 1)/s, …, 1/s. */
const collecting = defineSampler({
  id: "collecting",
  parameters: [s],
  cost: ({ s }) => s,
  draw: ({ s }, random) => {
    const bits = random("waiting");
    let draws = 1;
    for (let left = 1; left < s; left++) draws += 1 + Math.floor(Math.log(uniform(bits)) / Math.log1p(-left / s));
    return draws;
  },
});

interface Given {
  readonly s: number;
  readonly c: number;
}

/** Beyond this the law is not computed. */
const MOST_WORK = 3e6;

/** log P(T > b): not all coupons are among the first ⌊b⌋ draws. */
function exact({ s }: Given, bound: number): LogProbability | null {
  const draws = Math.max(0, Math.floor(bound * (1 + 2 ** -40)));
  // What is asked for one bound must be known for all: the quantile is searched between a few and many draws.
  if (s * s * (Math.log(s) + 40) > MOST_WORK * 20) return null;
  // All at once are more than the work allows only where next to nothing is left.
  if (s * draws > 1e8) return { logLower: -Infinity, logUpper: Math.log(s) + draws * Math.log1p(-1 / s) };
  return occupancyTails(s - 1, s, draws).atMost;
}

const longest = ({ s, c }: Given) => s * Math.log(s) + c * s;

const ofCoupons = {
  kind: "whp",
  parameters: [s, c],
  hypotheses: [],
  draw: collecting,
  observed: (draws: number) => draws,
  relation: "<=",
  logAllows: ({ c }: Given) => -c,
  // Markov: E T = s(1 + 1/2 + … + 1/s) ≤ s(1 + log s).
  trivial: ({ s }: Given, logAllowed: number) => s * (1 + Math.log(s)) * Math.exp(-logAllowed),
  exact,
} as const;

/** The coupon collector's tail. */
export const couponCollector = defineClaim({
  ...ofCoupons,
  id: "coupon-collector",
  label: "Levin, Peres and Wilmer, Proposition 2.4",
  quote:
    "Let τ be a coupon collector random variable. For any c > 0, P{τ > ⌈n log n + cn⌉} ≤ e^(−c). Levin, Peres and Wilmer, Markov Chains and Mixing Times (2009), Proposition 2.4; here s for n",
  latex: String.raw`\Pr(T > \lceil s \log s + c s \rceil) \le e^{-c}`,
  nonClaims: ["coupons that are not equally likely", "the limit 1 − exp(−e^(−c)), which is smaller for small c"],
  forms: { printed: { bound: (given) => Math.ceil(longest(given)) } },
  cells: [{ s: [2, 10, 100, 300], c: [0.1, 0.8, 3, 10] }],
  witness: { s: 100, c: 2 },
  mutants: {
    "no s log s": { bound: ({ s, c }) => c * s, at: { s: 100, c: 2 } },
    "half of s log s": { bound: ({ s, c }) => (s * Math.log(s)) / 2 + c * s, at: { s: 100, c: 2 } },
  },
});

/** The same without the ceiling, as it is mostly written. */
export const couponWithoutCeiling = defineClaim({
  ...ofCoupons,
  id: "coupon-without-ceiling",
  label: "Coupon collector, without the ceiling",
  quote: "P(T > n log n + cn) ≤ e^(−c). As misquoted: n log n + cn must be rounded up",
  latex: String.raw`\Pr(T > s \log s + c s) \le e^{-c}`,
  nonClaims: [
    "eight coupons or more, for which it is true: (1 − 1/s)^(x−1) ≤ e^(−x/s) once x is about 2s, and s log s is by then",
  ],
  uses: { statement: ["coupon-collector"] },
  forms: {
    printed: { bound: longest, refutedAt: { s: 2, c: 0.8 } },
    repaired: {
      latex: String.raw`\Pr(T > \lceil s \log s + c s \rceil) \le e^{-c}`,
      reason:
        "T is whole: T > x says that ⌊x⌋ draws were too few, and the union s(1 − 1/s)^⌊x⌋ of s events needs a whole x. For two coupons P(T > 2) = 1/2, and e^(−0.8) = 0.449 at x = 2.99.",
      bound: (given) => Math.ceil(longest(given)),
    },
  },
  cells: [{ s: [2, 3, 10, 100], c: [0.1, 0.8, 3] }],
  witness: { s: 100, c: 2 },
  mutants: {
    "no s log s": { of: "repaired", bound: ({ s, c }) => c * s, at: { s: 100, c: 2 } },
  },
});
