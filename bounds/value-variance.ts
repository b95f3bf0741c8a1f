import { defineClaim, type Enclosure, nothing } from "lemmacheck";
import { k, psi } from "lemmacheck/networks";
import { integralsAreProven } from "./hypotheses/hypotheses.js";
import { between } from "./laws/between.js";
import type { Given } from "./parameters.js";

/**
 * E f(x)² = (1/k)·Σ_{ℓ,m} E[a_ℓ a_m]·E[ψ(u_ℓ)ψ(u_m)] with u ~ N(0, I_k), as ‖x‖ = √d: k terms with ℓ = m,
 * E a²·E ψ², and k(k−1) others, (E a)²·(E ψ)².
 */
function secondMomentOfValue({ psi, k }: Given<"psi" | "k">, meanOfCoefficient: number, normaliser: number): Enclosure {
  const { mean, secondMoment } = psi.gaussian;
  const pairs = (k - 1) * meanOfCoefficient ** 2;
  const value = (k * (secondMoment.value + pairs * mean.value ** 2)) / normaliser;
  const error = (k * (secondMoment.error + pairs * 2 * Math.abs(mean.value) * mean.error)) / normaliser;
  return between({ value, error });
}

/** E f(x)² = E ψ(X)², which Section 1.2 computes from E[a_ℓ a_m] = 1{ℓ = m}. */
export const valueVariance = defineClaim({
  id: "value-variance",
  label: "Variance of the value (Section 1.2)",
  kind: "identity",
  quote: "E[f(x)²] = E[(1/k) Σ a_ℓ a_ℓ' ψ(w_ℓ·x) ψ(w_ℓ'·x)] = E_{X∼N(0,1)}[ψ(X)²]",
  latex: String.raw`\mathbb{E}[f(x)^2] = \mathbb{E}_{X \sim \mathcal{N}(0,1)}[\psi(X)^2]`,
  nonClaims: ["that f(x) is Gaussian"],
  parameters: [psi, k],
  hypotheses: [integralsAreProven],
  draw: nothing,
  observed: (_, given) => secondMomentOfValue(given, 0, given.k),
  relation: "=",
  forms: { printed: { bound: ({ psi }) => psi.gaussian.secondMoment.value } },
  cells: [{ psi: ["tanh", "softplus", "relu", "sign"], k: [1, 100, 1e15] }],
  witness: { psi: "softplus", k: 100 },
  mutants: {
    "coefficients all 1": {
      observed: (_, given) => secondMomentOfValue(given, 1, given.k),
      at: { psi: "softplus", k: 2 },
    },
    "1/k for 1/√k in f": {
      observed: (_, given) => secondMomentOfValue(given, 0, given.k ** 2),
      at: { psi: "tanh", k: 2 },
    },
    "E ψ(X) for E ψ(X)²": { bound: ({ psi }) => psi.gaussian.mean.value, at: { psi: "relu", k: 10 } },
  },
});
