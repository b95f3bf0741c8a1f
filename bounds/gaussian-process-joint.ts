import { defineClaim, type Enclosure, type Hypothesis, nothing, pow } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import { correlation, d, k, psi } from "lemmacheck/networks";
import { mixedMoment, powerMoment } from "./laws/covariance.js";
import { grownFrom } from "./laws/growth.js";
import { type Given, growth, law } from "./parameters.js";

type Enclosed = Exclude<Enclosure, number>;
type Setting = Given<"psi" | "correlation" | "law">;

/** The combinations of f(x) and f(y) that are looked at; the Gaussian process makes each of them Gaussian. */
const COMBINATIONS: Readonly<Record<string, number>> = { "f(x) + f(y)": 1, "f(x) − f(y)": -1, "2f(x) + f(y)": 0.5 };

/** The sum of enclosures, each times a number. */
function combined(terms: readonly (readonly [factor: number, of: Enclosed])[]): Enclosed {
  const ends = terms.map(([factor, { lower, upper }]) => [factor * lower, factor * upper].toSorted((x, y) => x - y));
  const size = ends.reduce((sum, [low, high]) => sum + Math.max(Math.abs(low), Math.abs(high)), 0);
  const sum = (i: 0 | 1) => ends.reduce((total, end) => total + end[i], 0);
  return { lower: sum(0) - 2 ** -50 * size, upper: sum(1) + 2 ** -50 * size };
}

/** E h² and E h⁴ of one neuron's h = ψ(X) + cψ(Y), E XY = ρ: between proved ends where ψ has a proof. */
function moments({ psi, correlation, law }: Setting): readonly [Enclosed, Enclosed] {
  const c = COMBINATIONS[law] ?? 0;
  const mixed = (p: number, q: number) => mixedMoment(psi, correlation, [p, q]);
  const single = (q: number) => powerMoment(psi, q);
  const second = combined([
    [1 + c * c, single(2)],
    [2 * c, mixed(1, 1)],
  ]);
  const fourth = combined([
    [1 + pow(c, 4), single(4)],
    [4 * c + 4 * pow(c, 3), mixed(3, 1)],
    [6 * c * c, mixed(2, 2)],
  ]);
  return [second, fourth];
}

/** E h⁴/(E h²)², which is 3 for a Gaussian; all numbers where E h² may be 0. */
function kurtosis(given: Setting): Enclosed {
  const [second, fourth] = moments(given);
  if (!(second.lower > 0)) return { lower: 0, upper: Infinity };
  return {
    lower: (Math.max(0, fourth.lower) / second.upper ** 2) * (1 - 2 ** -50),
    upper: (fourth.upper / second.lower ** 2) * (1 + 2 ** -50),
  };
}

/**
 * |E S⁴/(E S²)² − 3| for the combination S = (1/√k) Σ a_ℓh_ℓ: E S² = E h² and, since the signs leave only pairs,
 * k²E S⁴ = k·E h⁴ + 3k(k−1)(E h²)², `pairs` standing for k(k − 1). 0 for a Gaussian.
 */
function excess(given: Setting & Given<"k">, pairs = given.k * (given.k - 1)): Enclosure {
  const { k } = given;
  const of = kurtosis(given);
  const [lower, upper] = [of.lower, of.upper].map((x) => x / k + (3 * pairs) / k ** 2 - 3);
  const error = 2 ** -48 * (3 + of.upper / k);
  const away = lower > 0 ? lower : upper < 0 ? -upper : 0;
  return { lower: Math.max(0, away - error), upper: Math.max(Math.abs(lower), Math.abs(upper)) + error };
}

const known: Hypothesis<Given<"law">> = {
  latex: String.raw`\text{a combination of } f(x), f(y)`,
  holds: ({ law }) => Object.hasOwn(COMBINATIONS, law),
  because: ({ law }) => `the combination is ${law}; it must be one of ${Object.keys(COMBINATIONS).join(", ")}`,
};

const isLine = ({ sides }: Activation) => sides !== null && sides.left.slope === sides.right.slope;

/** A neuron's h is Gaussian itself for linear ψ, or 0: then S has no excess at any k. */
const notGaussian: Hypothesis<Setting> = {
  latex: String.raw`h = \psi(X) + c\psi(Y) \text{ is not Gaussian}`,
  holds(given) {
    const { lower, upper } = kurtosis(given);
    if (lower > 3 || upper < 3) return true;
    return isLine(given.psi) ? false : null;
  },
  because(given) {
    const { psi } = given;
    if (isLine(psi)) return `${psi.id} is a line, so that h is Gaussian`;
    const { lower, upper } = kurtosis(given);
    if (lower === 0 && upper === Infinity)
      return `the kurtosis of h is not known for ${psi.id}: E h² or E h⁴ may be 0, infinite or beyond what doubles hold`;
    return `the kurtosis of h is between ${lower} and ${upper} for ${given.psi.id}, and a Gaussian's is 3`;
  },
};

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
  quantity: String.raw`\left| \mathbb{E} S^4 / (\mathbb{E} S^2)^2 - 3 \right|`,
  reading:
    "a limit k = +∞ has no rate; the excess kurtosis of f(x) + cf(y) is taken, to fall as 1/k along a grid that starts at k ≤ 1000",
  nonClaims: ["a rate: the paper prints none", "a distance between laws: kurtosis is one moment of it, see clt-rate"],
  parameters: [psi, d, k, correlation, law, growth],
  hypotheses: [
    known,
    notGaussian,
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
