import { defineClaim, nothing } from "lemmacheck";
import { q } from "./parameters.js";

/** q!! as a double; Infinity beyond about q = 300. */
function doubleFactorial(q: number): number {
  let product = 1;
  for (let n = q; n > 1 && product < Infinity; n -= 2) product *= n;
  return product;
}

/**
 * E|X|^q/(q−1)!! for X ~ N(0, 1): 1 for even q, √(2/π) for odd, since integration by parts gives
 * E|X|^q = (q−1)·E|X|^(q−2), E X⁰ = 1 and E|X| = √(2/π).
 */
function momentRatio(q: number): number {
  return q % 2 === 0 ? 1 : Math.sqrt(2 / Math.PI);
}

/**
 * E|X|^q ≤ (q−1)!! ≤ q!/2. The left side is the larger of E|X|^q/(q−1)!! and (q−1)!!/(q!/2) = 2/q!!, which must be
 * at most 1.
 */
export const gaussianMoments = defineClaim({
  id: "gaussian-moments",
  label: "Gaussian moments (Section 1.4)",
  kind: "deterministic",
  quote: "We will also use repeatedly that E_{X∼N(0,1)}[|X|^q] ≤ (q−1)!! ≤ q!/2",
  latex: String.raw`\mathbb{E}|X|^q \le (q-1)!! \le \frac{q!}{2}`,
  quantity: String.raw`\max(\mathbb{E}|X|^q / (q-1)!!, 2 (q-1)!! / q!)`,
  nonClaims: ["that the second inequality is close: (q−1)!! is smaller than q!/2 by q!!/2"],
  parameters: [q],
  hypotheses: [],
  draw: nothing,
  observed: (_, { q }) => Math.max(momentRatio(q), 2 / doubleFactorial(q)),
  relation: "<=",
  forms: {
    printed: { bound: () => 1, refutedAt: { q: 1 } },
    repaired: {
      latex: String.raw`q \ge 2 \implies \mathbb{E}|X|^q \le (q-1)!! \le \frac{q!}{2}`,
      reason:
        "Printed without a range for q. At q = 1 it says E|X| = 0.798 ≤ 0!! = 1 ≤ 1/2. The paper uses it for q ≥ 2, where Bernstein's condition lives, and there q!! ≥ 2 makes it true.",
      hypotheses: [{ latex: String.raw`q \ge 2`, holds: ({ q }) => q >= 2, because: ({ q }) => `q is ${q}` }],
      bound: () => 1,
    },
  },
  cells: [{ q: [1, 2, 3, 4, 5, 10, 101, 2 ** 53] }],
  witness: { q: 3 },
  mutants: {
    "(q−1)!! ≤ q!/3": { observed: (_, { q }) => Math.max(momentRatio(q), 3 / doubleFactorial(q)), at: { q: 2 } },
    "E|X|^q ≤ (q−1)!!/√2": { observed: (_, { q }) => Math.SQRT2 * momentRatio(q), at: { q: 4 } },
    "E|X|^q ≤ (q−2)!!": {
      observed: (_, { q }) => (momentRatio(q) * doubleFactorial(q - 1)) / doubleFactorial(q - 2),
      at: { q: 5 },
    },
  },
});
