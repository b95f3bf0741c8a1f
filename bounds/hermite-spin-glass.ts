import { defineClaim, nothing } from "lemmacheck";
import { correlation } from "lemmacheck/networks";
import { gaussianPairExpectation, polynomial } from "lemmacheck/probability";
import { type Given, q } from "./parameters.js";

type Setting = Given<"q" | "correlation">;

/** The coefficients of He_p, the Hermite polynomial of degree p that is monic: He_{n+1} = t·He_n − n·He_{n−1}. */
function hermiteCoefficients(p: number): readonly number[] {
  let [before, current]: number[][] = [[0], [1]];
  for (let n = 0; n < p; n++) {
    const next = [0, ...current].map((x, i) => x - n * (before[i] ?? 0));
    [before, current] = [current, next];
  }
  return current;
}

const factorial = (p: number) => Array.from({ length: p }, (_, i) => i + 1).reduce((product, i) => product * i, 1);

/** E f(x)f(y) for ψ = He_p, by two integrals: |He_p(t)| ≤ E(|t| + |Z|)^p ≤ (|t| + √p)^p. */
function covariance({ q, correlation }: Setting) {
  const psi = {
    f: polynomial(hermiteCoefficients(q)),
    growth: { constant: Math.sqrt(Math.max(1, q)), slope: 1, power: q },
  };
  const { value, error } = gaussianPairExpectation(psi, psi, correlation);
  return { lower: value - error, upper: value + error };
}

/**
 * For a Hermite polynomial of degree p the process is a spherical p-spin glass, whose covariance is a multiple of
 * (x·y/d)^p: Mehler's formula leaves one term. q is the degree.
 */
export const hermiteSpinGlass = defineClaim({
  id: "hermite-spin-glass",
  label: "Hermite activations (Section 1.1)",
  kind: "identity",
  quote:
    "if the activation function is a Hermite polynomial of degree p, then f would be a spherical p-spin glass model",
  latex: String.raw`\psi = \mathrm{He}_p \implies \mathbb{E}[f(x) f(y)] = p! \left( \frac{x \cdot y}{d} \right)^p`,
  nonClaims: [
    "that f is Gaussian at finite k: its covariance is that of the p-spin glass at every k",
    "anything of the landscape of the p-spin glass",
  ],
  uses: { statement: ["gaussian-process-limit"] },
  parameters: [q, correlation],
  hypotheses: [
    {
      latex: String.raw`1 \le p \le 12`,
      holds: ({ q }) => q <= 12,
      because: ({ q }) => `p is ${q}; quadrature is exact enough up to 12`,
    },
  ],
  draw: nothing,
  observed: (_, given) => covariance(given),
  relation: "=",
  resolution: ({ q }) => 1e-6 * factorial(q),
  forms: { printed: { bound: ({ q, correlation }) => factorial(q) * correlation ** q } },
  cells: [{ q: [1, 2, 3, 5, 8], correlation: [-0.9, 0, 0.4, 1] }],
  witness: { q: 3, correlation: 0.4 },
  mutants: {
    "polynomials of norm 1": { bound: ({ q, correlation }) => correlation ** q, at: { q: 3, correlation: 0.4 } },
    "one spin fewer": {
      bound: ({ q, correlation }) => factorial(q) * correlation ** (q - 1),
      at: { q: 3, correlation: 0.4 },
    },
    "a correlation without its sign": {
      bound: ({ q, correlation }) => factorial(q) * Math.abs(correlation) ** q,
      at: { q: 3, correlation: -0.9 },
    },
  },
});
