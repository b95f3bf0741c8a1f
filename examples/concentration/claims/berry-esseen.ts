import { defineClaim, nothing } from "lemmacheck";
import { logBinomialTails, logNormalUpperTail } from "lemmacheck/probability";
import { n, p } from "../parameters.js";

/** Counts that are looked at, at most, and how many deviations of them on either side of the mean. */
const MOST_COUNTS = 20_000;
const DEVIATIONS = 9;
/** What a binomial and a normal distribution function may be off by together. */
const ROUNDING = 1e-11;

/**
 * sup |P(S ≤ x) − Φ(x)| for S = (N − np)/√(np(1 − p)), N ~ Bin(n, p): at the jumps, from both sides. Between two ends;
 * [0, 1] where there would be too many jumps to look at.
 */
function distance(n: number, p: number): { readonly lower: number; readonly upper: number } {
  const sigma = Math.sqrt(n * p * (1 - p));
  const [first, last] = [
    Math.max(0, Math.floor(n * p - DEVIATIONS * sigma)),
    Math.min(n, Math.ceil(n * p + DEVIATIONS * sigma)),
  ];
  if (last - first > MOST_COUNTS) return { lower: 0, upper: 1 };
  let most = 0;
  let below = first === 0 ? 0 : Math.exp(logBinomialTails(first - 1, n, p).logAtMost);
  for (let count = first; count <= last; count++) {
    const normal = Math.exp(logNormalUpperTail((n * p - count) / sigma));
    const upTo = Math.exp(logBinomialTails(count, n, p).logAtMost);
    most = Math.max(most, Math.abs(upTo - normal), Math.abs(below - normal));
    below = upTo;
  }
  // Outside, both distribution functions are as near to 0 or 1 as the binomial one at the ends, or 1e-18.
  const beyond = Math.max(
    Math.exp(logBinomialTails(first - 1, n, p).logAtMost),
    Math.exp(logBinomialTails(last + 1, n, p).logAtLeast),
  );
  return { lower: most - ROUNDING, upper: Math.max(most, beyond) + ROUNDING };
}

/** E|X − p|³/σ³ for X ~ Bernoulli(p). */
const ratio = (p: number) => (p * p + (1 - p) ** 2) / Math.sqrt(p * (1 - p));

const parameters = [n, p] as const;
/** Esseen's p, for which 0.4097 is reached as n → ∞. */
const ESSEEN = (4 - Math.sqrt(10)) / 2;

/** The Berry–Esseen theorem with the best constant that is known. */
export const berryEsseen = defineClaim({
  id: "berry-esseen",
  label: "Berry and Esseen, with Shevtsova’s constant",
  kind: "deterministic",
  quote:
    "sup_x|P(S_n ≤ x) − Φ(x)| ≤ 0.4690·E|X₁|³/√n for independent identically distributed X_i with E X₁ = 0, E X₁² = 1. Shevtsova, On the absolute constants in the Berry–Esseen inequality and its structural and nonuniform improvements (2013); here Bernoulli variables",
  latex: String.raw`\sup_x |\Pr(S_n \le x) - \Phi(x)| \le 0.4690 \cdot \mathbb{E}|X_1|^3 / \sqrt{n}`,
  nonClaims: [
    "variables of different laws, for which 0.5583 is known",
    "a relative error: in the tails it says nothing",
    "that 0.4690 is the least constant: 0.4097 is a lower bound (Esseen 1956)",
  ],
  parameters,
  hypotheses: [],
  draw: nothing,
  observed: (_, { n, p }) => distance(n, p),
  relation: "<=",
  trivial: () => 1,
  forms: { printed: { bound: ({ n, p }) => (0.469 * ratio(p)) / Math.sqrt(n) } },
  cells: [{ n: [1, 10, 100, 10_000], p: [0.5, 0.4189, 0.1, 0.001] }],
  witness: { n: 100, p: 0.5 },
  mutants: {
    "a third of the constant": { bound: (_, right) => Number(right()) / 3, at: { n: 100, p: 0.5 } },
    "1/n for 1/√n": { bound: ({ n, p }) => (0.469 * ratio(p)) / n, at: { n: 100, p: 0.5 } },
  },
});

/** The constant of the fair coin for all laws. */
export const berryEsseenNormalConstant = defineClaim({
  id: "berry-esseen-normal-constant",
  label: "Berry and Esseen, with 1/√(2π)",
  kind: "deterministic",
  quote:
    "sup_x|P(S_n ≤ x) − Φ(x)| ≤ (1/√(2π))·E|X₁|³/√n. As misquoted: half a jump of the fair coin’s law is not the worst",
  latex: String.raw`\sup_x |\Pr(S_n \le x) - \Phi(x)| \le \tfrac{1}{\sqrt{2\pi}} \mathbb{E}|X_1|^3 / \sqrt{n}`,
  nonClaims: ["p = 1/2, for which it is true (Hipp and Mattner 2007)"],
  uses: { statement: ["berry-esseen"] },
  parameters,
  hypotheses: [],
  draw: nothing,
  observed: (_, { n, p }) => distance(n, p),
  relation: "<=",
  trivial: () => 1,
  forms: {
    printed: {
      bound: ({ n, p }) => ratio(p) / Math.sqrt(2 * Math.PI * n),
      refutedAt: { n: 10_000, p: 0.4189 },
    },
    repaired: {
      latex: String.raw`\sup_x |\Pr(S_n \le x) - \Phi(x)| \le 0.4690 \cdot \mathbb{E}|X_1|^3 / \sqrt{n}`,
      reason: `Esseen (1956): for Bernoulli variables of p = (4 − √10)/2 = ${ESSEEN.toFixed(4)}, √n times the left side over E|X₁|³ tends to (√10 + 3)/(6√(2π)) = 0.4097, above 1/√(2π) = 0.3989. 0.4690 is the least constant that is proved.`,
      bound: ({ n, p }) => (0.469 * ratio(p)) / Math.sqrt(n),
    },
  },
  cells: [{ n: [10, 100, 10_000], p: [0.5, 0.4189, 0.2] }],
  witness: { n: 100, p: 0.5 },
  mutants: {
    "a third of the constant": { of: "repaired", bound: (_, right) => Number(right()) / 3, at: { n: 100, p: 0.5 } },
  },
});
