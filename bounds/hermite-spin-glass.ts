import { defineClaim, nothing, pow } from "lemmacheck";
import { correlation } from "lemmacheck/networks";
import { between } from "./laws/between.js";
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

/** E Z^n = (n − 1)!! for even n, 0 for odd. */
function normalMoment(n: number): number {
  if (n % 2 === 1) return 0;
  let product = 1;
  for (let i = n - 1; i > 1; i -= 2) product *= i;
  return product;
}

/**
 * E f(x)f(y) for ψ = He_p from the moments E X^iY^j of its powers, Y = ρX + rZ. Up to p = 12 all numbers but ρ and r are exact;
 * 2^−44 of the sizes of all terms bounds the rounding of some 100 operations each.
 */
function covariance({ q, correlation }: Setting) {
  const across = Math.sqrt((1 - correlation) * (1 + correlation));
  const a = hermiteCoefficients(q);
  let [value, size] = [0, 0];
  for (const [i, left] of a.entries()) {
    for (const [j, right] of a.entries()) {
      for (let m = 0, binomial = 1; m <= j; binomial *= (j - m) / (m + 1), m++) {
        const moment = normalMoment(i + m) * normalMoment(j - m);
        const term = left * right * Math.round(binomial) * pow(correlation, m) * pow(across, j - m) * moment;
        value += term;
        size += Math.abs(term);
      }
    }
  }
  return between({ value, error: 2 ** -44 * size });
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
  quantity: String.raw`\mathbb{E}[f(x) f(y)]`,
  nonClaims: [
    "that f is Gaussian at finite k: its covariance is that of the p-spin glass at every k",
    "anything of the landscape of the p-spin glass",
  ],
  uses: { statement: ["gaussian-process-limit"] },
  parameters: [q, correlation],
  hypotheses: [
    {
      latex: String.raw`\mathbb{E}[f(x) f(y)] \text{ is known}`,
      holds: ({ q }) => q <= 12 || null,
      because: ({ q }) => `p is ${q}; moments are exact enough up to 12`,
    },
  ],
  draw: nothing,
  observed: (_, given) => covariance(given),
  relation: "=",
  resolution: ({ q }) => 1e-6 * factorial(q),
  forms: { printed: { bound: ({ q, correlation }) => factorial(q) * pow(correlation, q) } },
  cells: [{ q: [1, 2, 3, 5, 8], correlation: [-0.9, 0, 0.4, 1] }],
  witness: { q: 3, correlation: 0.4 },
  mutants: {
    "polynomials of norm 1": { bound: ({ q, correlation }) => pow(correlation, q), at: { q: 3, correlation: 0.4 } },
    "one spin fewer": {
      bound: ({ q, correlation }) => factorial(q) * pow(correlation, q - 1),
      at: { q: 3, correlation: 0.4 },
    },
    "a correlation without its sign": {
      bound: ({ q, correlation }) => factorial(q) * pow(Math.abs(correlation), q),
      at: { q: 3, correlation: -0.9 },
    },
  },
});
