import { defineClaim, type Hypothesis, nothing } from "lemmacheck";
import { correlation, d, psi } from "lemmacheck/networks";
import { integralsAreProven } from "./hypotheses/hypotheses.js";
import { covarianceByFormula, covarianceByIntegrals } from "./laws/covariance.js";
import type { Given } from "./parameters.js";

/** How well a right side is known, in units of E ψ²: as wide as this the left one is taken. */
const KNOWN = 1e-8;

/** E ψ(X)ψ(Y) at a correlation, to that; null where it is not known so well. */
function rightSide({ psi }: Given<"psi">, correlation: number): number | null {
  const { value, error, proven } = covarianceByIntegrals(psi, correlation);
  return proven && error <= KNOWN * psi.gaussian.secondMoment.value ? value : null;
}

const known: Hypothesis<Given<"psi" | "correlation">> = {
  latex: String.raw`\mathbb{E}\psi(X)\psi(Y) \text{ is known to } 10^{-8}\, \mathbb{E}\psi^2`,
  holds: (given) => (rightSide(given, given.correlation) === null ? null : true),
  because: ({ psi, correlation }) =>
    Math.min(psi.supremum, psi.lipschitz) === Infinity
      ? `neither sup|ψ| nor a Lipschitz constant is known for ${psi.id}`
      : `the integrals of ${psi.id} are not that fine where E XY is ${correlation}`,
};

/**
 * The covariance of the Gaussian process that f tends to as k → ∞. E a_ℓa_m = 1{ℓ = m} makes E f(x)f(y) = E ψ(X)ψ(Y) at
 * every k, with E XY = x·y/d, since w ~ N(0, I/d): this is the left side, by Mehler's series or the arc-cosine kernel; the right one is
 * computed by two integrals, one in the other. Both are proved; the error of the right one is added to that of the left. x and y have norm √d, so x·y = d·correlation.
 */
export const gaussianProcessLimit = defineClaim({
  id: "gaussian-process-limit",
  label: "Gaussian-process limit (Section 1.1)",
  kind: "identity",
  quote:
    "f is a Gaussian process indexed by the sphere […], with f(x) ∼ N(0, E_{X∼N(0,1)}[ψ(X)]) and E[f(x)f(y)] = E_{X,Y∼N(0,1): E[XY]=x·y}[ψ(X)ψ(Y)]",
  latex: String.raw`\mathbb{E}[f(x) f(y)] = \mathbb{E}_{X, Y \sim \mathcal{N}(0,1):\ \mathbb{E}[XY] = x \cdot y}[\psi(X) \psi(Y)]`,
  nonClaims: [
    "how near a network of width k is to the process: see clt-value and gaussian-process-joint",
    "the printed variance E[ψ(X)] of f(x), which is E[ψ(X)²] (value-variance, and y = x here)",
  ],
  parameters: [psi, d, correlation],
  hypotheses: [integralsAreProven, known],
  draw: nothing,
  observed(_, { psi, correlation }) {
    const { lower, upper } = covarianceByFormula(psi, correlation);
    // At 0 both forms' right sides are (E ψ)², which is known better.
    const error = correlation === 0 ? covarianceByIntegrals(psi, 0).error : KNOWN * psi.gaussian.secondMoment.value;
    return { lower: lower - error, upper: upper + error };
  },
  relation: "=",
  resolution: ({ psi }) => 1e-6 * psi.gaussian.secondMoment.value,
  forms: {
    printed: {
      // No pair of standard normal variables has E XY beyond ±1: the right side is then undefined.
      bound: (given) => {
        const { d, correlation } = given;
        return Math.abs(d * correlation) <= 1 ? rightSide(given, d * correlation) : null;
      },
      refutedAt: { psi: "identity", d: 2, correlation: 0.1 },
    },
    repaired: {
      latex: String.raw`\mathbb{E}[f(x) f(y)] = \mathbb{E}_{X, Y \sim \mathcal{N}(0,1):\ \mathbb{E}[XY] = x \cdot y / d}[\psi(X) \psi(Y)]`,
      reason:
        "w ~ N(0, I/d) gives E[(w·x)(w·y)] = x·y/d; x·y itself is up to d on the sphere of radius √d, and no correlation. On a line, d = 1, and for orthogonal x and y, both agree. The variance is printed as E[ψ(X)], for E[ψ(X)²].",
      bound: (given) => rightSide(given, given.correlation),
    },
  },
  cells: [{ psi: ["tanh", "softplus", "relu"], d: [1, 2, 100], correlation: [-0.4, 0, 0.4] }],
  witness: { psi: "tanh", d: 100, correlation: 0.4 },
  mutants: {
    "E[XY] = √(x·y/d)": {
      of: "repaired",
      bound: (given) => rightSide(given, Math.sqrt(Math.max(0, given.correlation))),
      at: { psi: "tanh", d: 100, correlation: 0.4 },
    },
    "the variance printed, at y = −x and y = x apart": {
      of: "repaired",
      bound: ({ psi }) => psi.gaussian.mean.value,
      at: { psi: "softplus", d: 100, correlation: 0.4 },
    },
    "ψ(X)² for ψ(X)ψ(Y)": {
      of: "repaired",
      bound: ({ psi }) => psi.gaussian.secondMoment.value,
      at: { psi: "relu", d: 100, correlation: 0.4 },
    },
  },
});
