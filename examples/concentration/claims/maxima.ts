import { defineClaim, defineSampler } from "lemmacheck";
import { fillNormal } from "lemmacheck/probability";
import { n, x } from "../parameters.js";
import { largestTail } from "../shared/largest-tail.js";

interface Extremes {
  readonly most: number;
  readonly largest: number;
}

/** The largest of n standard normal variables, and the largest of their sizes. */
const extremes = defineSampler({
  id: "extremes",
  parameters: [n],
  cost: ({ n }) => n,
  draw: ({ n }, random): Extremes => {
    const bits = random("x");
    const block = new Float64Array(Math.min(n, 4096));
    let [most, least] = [-Infinity, Infinity];
    for (let left = n; left > 0; left -= block.length) {
      fillNormal(block, bits);
      for (let i = 0; i < Math.min(left, block.length); i++) {
        most = Math.max(most, block[i]);
        least = Math.min(least, block[i]);
      }
    }
    return { most, largest: Math.max(most, -least) };
  },
});

const root = (n: number) => Math.sqrt(2 * Math.log(n));

/**
 * E max X_i² ≤ (log n − ½·log(1 − 2λ))/λ for 0 < λ < ½, by Jensen's inequality and E e^(λX²) = (1 − 2λ)^(−1/2); λ = ¼.
 * It bounds the squares of both the largest and the largest in size.
 */
const secondMoment = ({ n }: { readonly n: number }) => ({ secondMoment: 4 * Math.log(n) + 2 * Math.LN2 });

/** The expected maximum of sub-Gaussian variables. */
export const maximumMean = defineClaim({
  id: "maximum-mean",
  label: "Sub-Gaussian maxima, in expectation",
  kind: "mean",
  quote:
    "If X₁, …, X_n are sub-Gaussian with variance factor v, then E max X_i ≤ √(2v log n). Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Section 2.5; here standard normal, v = 1",
  latex: String.raw`\mathbb{E} \max_i X_i \le \sqrt{2 v \log n}`,
  nonClaims: ["max |X_i|, which is the maximum of 2n variables", "independence: it is not needed"],
  parameters: [n],
  hypotheses: [],
  draw: extremes,
  observed: ({ most }) => most,
  relation: "<=",
  range: secondMoment,
  forms: { printed: { bound: ({ n }) => root(n) } },
  cells: [{ n: [2, 10, 100, 1000] }],
  witness: { n: 100 },
  mutants: {
    "no 2": { bound: ({ n }) => Math.sqrt(Math.log(n)), at: { n: 100 } },
    "|X_i| for X_i": { observed: ({ largest }) => largest, at: { n: 1 } },
  },
});

/** The maximum of sizes with the bound of the maximum. */
export const maximumOfSizes = defineClaim({
  id: "maximum-of-sizes",
  label: "Sub-Gaussian maxima, of sizes",
  kind: "mean",
  quote: "E max |X_i| ≤ √(2v log n). As misquoted: max |X_i| is the maximum of the 2n variables ±X_i",
  latex: String.raw`\mathbb{E} \max_i |X_i| \le \sqrt{2 v \log n}`,
  nonClaims: ["max X_i, for which it is true"],
  uses: { statement: ["maximum-mean"] },
  parameters: [n],
  hypotheses: [],
  draw: extremes,
  observed: ({ largest }) => largest,
  relation: "<=",
  range: secondMoment,
  forms: {
    printed: { bound: ({ n }) => root(n), refutedAt: { n: 1 } },
    repaired: {
      latex: String.raw`\mathbb{E} \max_i |X_i| \le \sqrt{2 v \log(2n)}`,
      reason: "For n = 1 it would be 0. The 2n variables ±X_i are sub-Gaussian too, and nothing more is used.",
      bound: ({ n }) => root(2 * n),
    },
  },
  cells: [{ n: [1, 3, 100] }],
  witness: { n: 100 },
  mutants: { "no 2": { of: "repaired", bound: ({ n }) => Math.sqrt(Math.log(2 * n)), at: { n: 100 } } },
});

/** A lower bound for normal variables, an equality for two of them. */
export const maximumMeanLower = defineClaim({
  id: "maximum-mean-lower",
  label: "Maxima of normal variables, from below",
  kind: "mean",
  quote:
    "If X₁, …, X_n are independent N(0, σ²), then E max X_i ≥ (1/√(π log 2))·σ√(log n). Kamath, Bounds on the expectation of the maximum of samples from a Gaussian (2015)",
  latex: String.raw`\mathbb{E} \max_i X_i \ge \frac{\sigma}{\sqrt{\pi \log 2}} \sqrt{\log n}`,
  nonClaims: ["dependent variables", "anything better for large n, where √(2 log n) is right to first order"],
  parameters: [n],
  hypotheses: [],
  draw: extremes,
  observed: ({ most }) => most,
  relation: ">=",
  range: secondMoment,
  forms: { printed: { bound: ({ n }) => Math.sqrt(Math.log(n) / (Math.PI * Math.LN2)) } },
  cells: [{ n: [4, 10, 100, 1000] }],
  witness: { n: 100 },
  mutants: { "√2 for the constant": { bound: ({ n }) => root(n), at: { n: 100 } } },
});

/** The same in probability. */
export const maximumTail = defineClaim({
  id: "maximum-tail",
  label: "Sub-Gaussian maxima, in probability",
  kind: "whp",
  quote:
    "P{max X_i ≥ √(2v(log n + x))} ≤ e^(−x) for sub-Gaussian X₁, …, X_n with variance factor v: the union of n tails P{X_i ≥ t} ≤ e^(−t²/(2v)). Boucheron, Lugosi and Massart, Concentration Inequalities (2013), Sections 2.3 and 2.5; here standard normal, v = 1",
  latex: String.raw`\Pr\left(\max_i X_i \ge \sqrt{2 v (\log n + x)}\right) \le e^{-x}`,
  nonClaims: ["max |X_i|"],
  uses: { proof: ["markov"] },
  parameters: [n, x],
  hypotheses: [],
  draw: extremes,
  observed: ({ most }) => most,
  relation: "<=",
  strict: true,
  logAllows: ({ x }) => -x,
  // Nothing of the largest of n is known without a union; of squares, E max X_i² ≤ n and Markov's inequality.
  trivial: ({ n }, logAllowed) => Math.sqrt(n * Math.exp(-logAllowed)),
  exact: ({ n }, bound) => largestTail(n, bound),
  forms: { printed: { bound: ({ n, x }) => Math.sqrt(2 * (Math.log(n) + x)) } },
  cells: [{ n: [1, 100, 1e6, 1e15], x: [0.5, 3, 20, 300] }],
  witness: { n: 1000, x: 5 },
  mutants: {
    "no 2": { bound: ({ n, x }) => Math.sqrt(Math.log(n) + x), at: { n: 1000, x: 5 } },
    "√(log n) + √x, no 2": { bound: ({ n, x }) => Math.sqrt(Math.log(n)) + Math.sqrt(x), at: { n: 1e6, x: 1 } },
  },
});
