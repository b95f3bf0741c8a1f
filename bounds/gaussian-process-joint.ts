import { defineClaim, type Enclosure, type Hypothesis, nothing } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { correlation, d, k, psi } from "lemmacheck/networks";
import { expectationByIntegrals } from "./laws/covariance.js";
import { grownFrom } from "./laws/growth.js";
import { type Given, growth, law } from "./parameters.js";

type Setting = Given<"psi" | "correlation" | "law">;

/** The combinations of f(x) and f(y) that are looked at; the Gaussian process makes each of them Gaussian. */
const COMBINATIONS: Readonly<Record<string, number>> = { "f(x) + f(y)": 1, "f(x) − f(y)": -1, "2f(x) + f(y)": 0.5 };

/** E h² and E h⁴ of one neuron's h = ψ(X) + cψ(Y), E XY = ρ. */
function moments({ psi, correlation, law }: Setting): readonly [number, number] {
  const weight = COMBINATIONS[law] ?? 0;
  const moment = (power: number) => expectationByIntegrals(psi, correlation, (s, t) => (s + weight * t) ** power);
  return [moment(2), moment(4)];
}

/**
 * |E S⁴/(E S²)² − 3| for the combination S = (1/√k) Σ a_ℓh_ℓ: E S² = E h² and, since the signs leave only pairs,
 * k²E S⁴ = k·E h⁴ + 3k(k−1)(E h²)², `pairs` standing for k(k − 1). 0 for a Gaussian.
 */
function excess(given: Setting & Given<"k">, pairs = given.k * (given.k - 1)): Enclosure {
  const [second, fourth] = moments(given);
  const { k } = given;
  const kurtosis = (k * fourth + 3 * pairs * second ** 2) / (k * second) ** 2;
  const error = 1e-8 * (fourth / (k * second ** 2)) + 2 ** -50;
  const size = Math.abs(kurtosis - 3);
  return { lower: Math.max(0, size - error), upper: size + error };
}

const known: Hypothesis<Given<"law">> = {
  latex: String.raw`\text{a combination of } f(x), f(y)`,
  holds: ({ law }) => Object.hasOwn(COMBINATIONS, law),
  because: ({ law }) => `the combination is ${law}; it must be one of ${Object.keys(COMBINATIONS).join(", ")}`,
};

/** Whether a neuron's h is Gaussian itself, as for linear ψ, or 0: then S has no excess at any k. */
function isNotGaussian(given: { readonly psi: Activation } & Setting): boolean {
  const [second, fourth] = moments(given);
  return second > 1e-6 && Math.abs(fourth / second ** 2 - 3) > 1e-3;
}

const at = { psi: "tanh", d: 1, k: 10, correlation: 0.4, law: "f(x) + f(y)", growth: "d fixed" } as const;

/**
 * How (f(x), f(y)) nears the Gaussian process as k grows: the excess kurtosis of combinations of both, which is 0 in the
 * limit, falls as 1/k, so that neither is a Gaussian at any k. d does not enter; the grid is that of k.
 */
export const gaussianProcessJoint = defineClaim({
  id: "gaussian-process-joint",
  label: "Gaussian-process limit, two inputs (Section 1.1)",
  kind: "trend",
  quote: "the actual limit case k = +∞, where the random model (1) yields a Gaussian process",
  latex: String.raw`\left| \frac{\mathbb{E} S^4}{(\mathbb{E} S^2)^2} - 3 \right| = \Theta\left(\frac{1}{k}\right),\quad S = f(x) + c f(y)`,
  reading:
    "a limit k = +∞ has no rate; the excess kurtosis of f(x) + cf(y) is taken, to fall as 1/k along a grid that starts at k ≤ 1000",
  nonClaims: ["a rate: the paper prints none", "a distance between laws: kurtosis is one moment of it, see clt-rate"],
  parameters: [psi, d, k, correlation, law, growth],
  hypotheses: [
    known,
    { latex: "h = \\psi(X) + c\\psi(Y) \\text{ is not Gaussian}", holds: isNotGaussian },
    {
      latex: String.raw`k \to \infty,\ d \text{ fixed}`,
      holds: ({ growth }) => growth === "d fixed",
      because: ({ growth }) => `the grid is ${growth}`,
    },
    { latex: String.raw`k \le 10^3`, holds: ({ k }) => k <= 1000, because: ({ k }) => `the grid starts at k = ${k}` },
  ],
  draw: nothing,
  observed: (_, given) => excess(given),
  relation: "=",
  resolution: () => 0.01,
  trend: { grid: (_, cell) => grownFrom(cell, { points: 3, factor: 10 }), printedExponent: () => -1 },
  forms: { printed: { bound: () => -1 } },
  cells: [
    {
      psi: ["tanh", "relu"],
      d: [1],
      k: [10],
      correlation: [0.4],
      law: ["f(x) + f(y)", "f(x) − f(y)"],
      growth: ["d fixed"],
    },
  ],
  witness: at,
  mutants: {
    "each two pairs counted once": { observed: (_, given) => excess(given, (given.k * (given.k - 1)) / 3), at },
    "as fast as 1/√k": { bound: () => -1 / 2, at },
  },
});
