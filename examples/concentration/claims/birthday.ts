import { defineClaim, nothing } from "lemmacheck";
import { n, s } from "../parameters.js";

/** Factors are multiplied up to here; beyond, both ends are open. */
const MOST = 1e6;

/** P(n people have n different birthdays among s days) = Π_{i<n}(1 − i/s), between two ends. */
function allDifferent(n: number, s: number): { readonly lower: number; readonly upper: number } {
  if (n > s) return { lower: 0, upper: 0 };
  if (n > MOST) return { lower: 0, upper: 1 };
  let log = 0;
  for (let i = 1; i < n; i++) log += Math.log1p(-i / s);
  const error = 2 ** -52 * (2 + n * Math.abs(log));
  return { lower: Math.exp(log - error), upper: Math.exp(log + error) };
}

const shared = {
  kind: "deterministic",
  parameters: [n, s],
  hypotheses: [],
  draw: nothing,
  observed: (_: unknown, { n, s }: { readonly n: number; readonly s: number }) => allDifferent(n, s),
  trivial: () => 1,
} as const;

const monotone = (note: string) => ({ region: { method: "monotonicity", note } }) as const;

/** The birthday bound from above. */
export const birthday = defineClaim({
  ...shared,
  ...monotone("log(1 − i/s) ≤ −i/s for every factor, and Σ_{i<n} i = n(n − 1)/2"),
  id: "birthday",
  label: "Birthdays, all different",
  quote:
    "the probability that n people all have different birthdays is Π_{i<n}(1 − i/s) ≈ e^(−n(n−1)/(2s)). Mitzenmacher and Upfal, Probability and Computing (2005), Section 5.1; here ≤ for ≈, by 1 − x ≤ e^(−x) for each factor",
  latex: String.raw`\prod_{i=1}^{n-1} \left(1 - \tfrac{i}{s}\right) \le e^{-n(n-1)/(2s)}`,
  nonClaims: ["birthdays that are not uniform: they collide more often"],
  relation: "<=",
  forms: { printed: { bound: ({ n, s }) => Math.exp((-n * (n - 1)) / (2 * s)) } },
  cells: [
    { n: [2, 23, 50], s: [365] },
    { n: [1000], s: [1e6, 1e9] },
  ],
  witness: { n: 23, s: 365 },
  mutants: { "twice the exponent": { bound: ({ n, s }) => Math.exp((-n * (n - 1)) / s), at: { n: 23, s: 365 } } },
});

/** And from below. */
export const birthdayLower = defineClaim({
  ...shared,
  ...monotone("the union of n(n − 1)/2 collisions of probability 1/s each"),
  id: "birthday-lower",
  label: "Birthdays, from below",
  quote: "the probability that two of n people share a birthday is at most n(n − 1)/(2s): the union bound",
  latex: String.raw`\prod_{i=1}^{n-1} \left(1 - \tfrac{i}{s}\right) \ge 1 - \frac{n(n-1)}{2s}`,
  nonClaims: ["anything once n(n − 1) ≥ 2s"],
  relation: ">=",
  trivial: () => 0,
  forms: { printed: { bound: ({ n, s }) => 1 - (n * (n - 1)) / (2 * s) } },
  cells: [
    { n: [2, 10, 23], s: [365] },
    { n: [1000], s: [1e6, 1e9] },
  ],
  witness: { n: 23, s: 365 },
  mutants: { "half of the pairs": { bound: ({ n, s }) => 1 - (n * (n - 1)) / (4 * s), at: { n: 10, s: 365 } } },
});

/** n² for n(n − 1). */
export const birthdaySquare = defineClaim({
  ...shared,
  id: "birthday-square",
  label: "Birthdays, with n² for n(n − 1)",
  quote:
    "the probability that two of n people share a birthday is at least 1 − e^(−n²/(2s)). As misquoted: an approximation as a bound",
  latex: String.raw`\prod_{i=1}^{n-1} \left(1 - \tfrac{i}{s}\right) \le e^{-n^2/(2s)}`,
  nonClaims: ["the approximation, which is good for n far below s^(2/3)"],
  uses: { statement: ["birthday"] },
  relation: "<=",
  forms: {
    printed: { bound: ({ n, s }) => Math.exp((-n * n) / (2 * s)), refutedAt: { n: 23, s: 365 } },
    repaired: {
      latex: String.raw`\prod_{i=1}^{n-1} \left(1 - \tfrac{i}{s}\right) \le e^{-n(n-1)/(2s)}`,
      reason:
        "There are n(n − 1)/2 pairs. For 23 people the probability of different birthdays is 0.4927, and e^(−529/730) = 0.4845.",
      bound: ({ n, s }) => Math.exp((-n * (n - 1)) / (2 * s)),
    },
  },
  cells: [{ n: [2, 23, 50], s: [365] }],
  witness: { n: 23, s: 365 },
  mutants: {
    "twice the exponent": { of: "repaired", bound: ({ n, s }) => Math.exp((-n * (n - 1)) / s), at: { n: 23, s: 365 } },
  },
});
