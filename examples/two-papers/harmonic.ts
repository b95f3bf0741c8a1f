import { defineClaim, integers, nothing, parameter } from "lemmacheck";

const n = parameter({ name: "n", about: "how many terms", domain: integers(2, 1e6), size: true });

/** A statement that is false as printed, with its repair. Nothing in it is random. */
export const harmonic = defineClaim({
  id: "harmonic",
  label: "(2)",
  kind: "deterministic",
  quote: "1 + 1/2 + … + 1/n ≤ log n",
  latex: String.raw`\sum_{i=1}^n 1/i \le \log n`,
  nonClaims: [],
  parameters: [n],
  hypotheses: [],
  draw: nothing,
  observed: (_, { n }) => {
    let sum = 0;
    for (let i = n; i >= 1; i--) sum += 1 / i;
    return sum;
  },
  relation: "<=",
  trivial: ({ n }) => n,
  forms: {
    printed: { bound: ({ n }) => Math.log(n), refutedAt: { n: 2 } },
    repaired: {
      latex: String.raw`\sum_{i=1}^n 1/i \le 1 + \log n`,
      reason: "the integral of 1/x from 1 to n bounds the sum without its first term",
      bound: ({ n }) => 1 + Math.log(n),
    },
  },
  cells: [{ n: [2, 1000] }],
  witness: { n: 10 },
  mutants: { "half of the first term": { of: "repaired", bound: ({ n }) => 0.5 + Math.log(n), at: { n: 1000 } } },
});
