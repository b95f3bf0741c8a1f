import { defineClaim, defineSampler, type LogProbability } from "lemmacheck";
import { exponential, kolmogorovTail, smirnovTail } from "lemmacheck/probability";
import { lambda, n } from "../parameters.js";
import { surely } from "../shared/known-without.js";

interface Distance {
  /** sup (F_n − F), and sup |F_n − F|, times √n. */
  readonly oneSided: number;
  readonly twoSided: number;
}

/** The empirical distribution function of n uniform variables: their order statistics are sums of spacings. */
const empirical = defineSampler({
  id: "empirical",
  parameters: [n],
  cost: ({ n }) => 2 * n,
  draw: ({ n }, random): Distance => {
    const bits = random("spacings");
    const sums = new Float64Array(n + 1);
    let total = 0;
    for (let i = 0; i <= n; i++) sums[i] = total += exponential(bits);
    let [above, below] = [0, 0];
    for (let i = 0; i < n; i++) {
      above = Math.max(above, (i + 1) / n - sums[i] / total);
      below = Math.max(below, sums[i] / total - i / n);
    }
    return { oneSided: Math.sqrt(n) * above, twoSided: Math.sqrt(n) * Math.max(above, below) };
  },
});

interface Given {
  readonly n: number;
  readonly lambda: number;
}

/** The recursion of Kolmogorov's law takes about n²t steps, and is asked some fifty times. */
const MOST = 2000;

const twoSides = {
  kind: "whp",
  parameters: [n, lambda],
  hypotheses: [],
  draw: empirical,
  observed: ({ twoSided }: Distance) => twoSided,
  relation: "<=",
  // No distance is above 1; Chebyshev's inequality is of one point alone.
  trivial: ({ n }: Given) => surely(Math.sqrt(n)),
  exact: ({ n }: Given, bound: number): LogProbability | null =>
    n <= MOST ? kolmogorovTail(n, bound / Math.sqrt(n)) : null,
} as const;

const oneSide = {
  ...twoSides,
  observed: ({ oneSided }: Distance) => oneSided,
  exact: ({ n }: Given, bound: number): LogProbability | null =>
    n <= 10 * MOST ? smirnovTail(n, bound / Math.sqrt(n)) : null,
} as const;

const square = ({ lambda }: Given) => -2 * lambda * lambda;

/** The Dvoretzky–Kiefer–Wolfowitz inequality with Massart's constant. */
export const dkw = defineClaim({
  ...twoSides,
  id: "dkw",
  label: "Dvoretzky, Kiefer and Wolfowitz, with Massart’s constant",
  quote:
    "P(√n sup_x|F̂_n(x) − F(x)| > λ) ≤ 2exp(−2λ²) holds without any restriction on λ. Massart, The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality (1990)",
  latex: String.raw`\Pr\left(\sqrt{n} \sup_x |\hat{F}_n(x) - F(x)| > \lambda\right) \le 2 e^{-2 \lambda^2}`,
  nonClaims: ["a smaller constant: 2 cannot be improved", "F with jumps is not tried: there the left side is smaller"],
  logAllows: (given) => Math.LN2 + square(given),
  forms: { printed: { bound: ({ lambda }) => lambda } },
  cells: [{ n: [1, 2, 10, 100, 1000], lambda: [0.6, 0.8, 1.2, 2, 3] }],
  witness: { n: 100, lambda: 1.5 },
  mutants: {
    "half of λ": { bound: ({ lambda }) => lambda / 2, at: { n: 100, lambda: 1.5 } },
    "3 for the second 2": { logAllows: ({ lambda }) => Math.LN2 - 3 * lambda * lambda, at: { n: 1000, lambda: 1 } },
  },
});

/** The two-sided inequality with the one-sided constant. */
export const dkwWithoutTwo = defineClaim({
  ...twoSides,
  id: "dkw-without-two",
  label: "Dvoretzky, Kiefer and Wolfowitz, without the 2",
  quote: "P(√n sup_x|F̂_n(x) − F(x)| > λ) ≤ exp(−2λ²). As misquoted: the one-sided constant for two sides",
  latex: String.raw`\Pr\left(\sqrt{n} \sup_x |\hat{F}_n(x) - F(x)| > \lambda\right) \le e^{-2 \lambda^2}`,
  nonClaims: ["sup (F̂_n − F), for which it is true"],
  uses: { statement: ["dkw", "dkw-one-sided"] },
  logAllows: square,
  forms: {
    printed: { bound: ({ lambda }) => lambda, refutedAt: { n: 100, lambda: 1 } },
    repaired: {
      latex: String.raw`\Pr\left(\sqrt{n} \sup_x |\hat{F}_n(x) - F(x)| > \lambda\right) \le 2 e^{-2 \lambda^2}`,
      reason: "As n → ∞ the probability tends to 2Σ(−1)^(j−1)exp(−2j²λ²), which is all but twice exp(−2λ²).",
      logAllows: (given) => Math.LN2 + square(given),
      bound: ({ lambda }) => lambda,
    },
  },
  cells: [{ n: [1, 10, 100], lambda: [0.8, 1.2] }],
  witness: { n: 100, lambda: 1.5 },
  mutants: { "half of λ": { of: "repaired", bound: ({ lambda }) => lambda / 2, at: { n: 100, lambda: 1.5 } } },
});

/** Massart's one-sided inequality, with its condition. */
export const dkwOneSided = defineClaim({
  ...oneSide,
  id: "dkw-one-sided",
  label: "Massart, one-sided",
  quote:
    "P(√n sup_x(F̂_n(x) − F(x)) > λ) ≤ C exp(−2λ²). We show that C can be taken as 1, provided that exp(−2λ²) ≤ 1/2. Massart (1990)",
  latex: String.raw`e^{-2\lambda^2} \le \tfrac12 \implies \Pr\left(\sqrt{n} \sup_x (\hat{F}_n(x) - F(x)) > \lambda\right) \le e^{-2 \lambda^2}`,
  nonClaims: ["λ below √(log 2/2), which Reeve (2024) adds"],
  hypotheses: [
    {
      latex: String.raw`e^{-2\lambda^2} \le \tfrac12`,
      parameter: lambda,
      least: () => Math.sqrt(Math.LN2 / 2),
    },
  ],
  logAllows: square,
  forms: { printed: { bound: ({ lambda }) => lambda } },
  cells: [{ n: [1, 2, 10, 100, 10_000], lambda: [0.6, 0.8, 1.2, 3] }],
  witness: { n: 100, lambda: 1.5 },
  mutants: {
    "half of λ": { bound: ({ lambda }) => lambda / 2, at: { n: 100, lambda: 1.5 } },
    "half of the right side": { logAllows: (given) => square(given) - Math.LN2, at: { n: 10_000, lambda: 1 } },
  },
});

/** The same for every λ. */
export const dkwEveryLambda = defineClaim({
  ...oneSide,
  id: "dkw-every-lambda",
  label: "Reeve, one-sided for every λ",
  quote:
    "P(sup_x(F̂_n(x) − F(x)) > λ/√n) ≤ exp(−2λ²) for every λ > 0, as Birnbaum and McCarty conjectured in 1958. Reeve, A short proof of the Dvoretzky–Kiefer–Wolfowitz–Massart inequality (2024), arXiv:2403.16651",
  latex: String.raw`\Pr\left(\sqrt{n} \sup_x (\hat{F}_n(x) - F(x)) > \lambda\right) \le e^{-2 \lambda^2}`,
  nonClaims: ["both sides at once"],
  uses: { statement: ["dkw-one-sided"] },
  logAllows: square,
  forms: { printed: { bound: ({ lambda }) => lambda } },
  cells: [{ n: [1, 2, 3, 10, 100, 10_000], lambda: [0.01, 0.1, 0.3, 0.5] }],
  witness: { n: 100, lambda: 0.8 },
  mutants: { "3 for 2": { logAllows: ({ lambda }) => -3 * lambda * lambda, at: { n: 100, lambda: 0.5 } } },
});
