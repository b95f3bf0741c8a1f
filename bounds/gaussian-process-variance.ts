import { defineClaim, type Enclosure, nothing } from "lemmacheck";
import { psi } from "lemmacheck/networks";
import { integralsAreProven } from "./hypotheses/hypotheses.js";
import { between } from "./laws/between.js";
import type { Given } from "./parameters.js";

/** E f(x)² = E ψ(X)² at every k, and so in the limit (`value-variance`); the error of the printed right side is added. */
const variance = ({ psi: { gaussian } }: Given<"psi">): Enclosure =>
  between(gaussian.secondMoment, gaussian.mean.error);

/** The variance of the Gaussian process that f tends to as k → ∞, which Section 1.1 prints without the square. */
export const gaussianProcessVariance = defineClaim({
  id: "gaussian-process-variance",
  label: "Gaussian-process limit, variance (Section 1.1)",
  kind: "identity",
  quote: "for k = +∞, f is a Gaussian process indexed by the sphere […], with f(x) ∼ N(0, E_{X∼N(0,1)}[ψ(X)])",
  latex: String.raw`\mathbb{E}[f(x)^2] = \mathbb{E}_{X \sim \mathcal{N}(0,1)}[\psi(X)]`,
  nonClaims: ["the covariance of two inputs (gaussian-process-limit)", "that f is Gaussian (gaussian-process-joint)"],
  uses: { statement: ["value-variance"] },
  parameters: [psi],
  hypotheses: [integralsAreProven],
  draw: nothing,
  observed: (_, given) => variance(given),
  relation: "=",
  resolution: ({ psi }) => 1e-6 * psi.gaussian.secondMoment.value,
  forms: {
    printed: { bound: ({ psi }) => psi.gaussian.mean.value, refutedAt: { psi: "identity" } },
    repaired: {
      latex: String.raw`\mathbb{E}[f(x)^2] = \mathbb{E}_{X \sim \mathcal{N}(0,1)}[\psi(X)^2]`,
      reason:
        "E a_ℓa_m = 1{ℓ = m} leaves E ψ(X)², which Section 1.2 has. For odd ψ the printed E ψ(X) is 0, the variance of no network that is not 0; for the ReLU it is 1/√(2π) = 0.399 for 1/2, and it agrees where ψ is 0 or 1 alone.",
      bound: ({ psi }) => psi.gaussian.secondMoment.value,
    },
  },
  cells: [{ psi: ["tanh", "relu", "softplus", "sign", "identity"] }],
  witness: { psi: "tanh" },
  mutants: {
    "the variance of ψ(X)": {
      of: "repaired",
      bound: ({ psi }) => psi.gaussian.secondMoment.value - psi.gaussian.mean.value ** 2,
      at: { psi: "relu" },
    },
    "E ψ'(X)²": { of: "repaired", bound: ({ psi }) => psi.gaussian.derivativeSecondMoment.value, at: { psi: "tanh" } },
    "the standard deviation": {
      of: "repaired",
      bound: ({ psi }) => Math.sqrt(psi.gaussian.secondMoment.value),
      at: { psi: "tanh" },
    },
  },
});
