import { defineClaim, gamma, type Hypothesis, type LogProbability } from "lemmacheck";
import { integrandOf } from "lemmacheck/activations";
import { correlation, d, hessianForm, k, psi } from "lemmacheck/networks";
import { gaussianExpectation, power } from "lemmacheck/probability";
import { smooth, twiceDifferentiable } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { formDeviation, formDeviationIsKnown, oneNeuronForm } from "./parts/hessian-form.js";
import { scaled } from "./parts/scaled.js";

type P = "psi" | "d" | "k" | "gamma" | "correlation";

/** The (1 − γ)-quantile of |N(0, V/d²)| is at most √(2V log(2/γ))/d. */
function gaussianBound({ psi, d, gamma, correlation }: Given<P>): number {
  return (formDeviation({ psi, correlation }) * Math.sqrt(2 * (Math.LN2 - Math.log(gamma)))) / d;
}

/**
 * Bernstein's inequality (10) on both sides for X_ℓ = a_ℓW_ℓ²ψ''(Z_ℓ): with |ψ''| ≤ L, E|X|^q ≤ L^q(2q − 1)!! and
 * (2q − 1)!! = q!·2^q·C(2q, q)/4^q ≤ q!·2^q·3/8 for q ≥ 2, so (σ², c) = (3L², 2L), whatever the correlation.
 */
function bernsteinBound({ psi, d, k, gamma }: Given<P>): number {
  const log = Math.LN2 - Math.log(gamma);
  return (psi.smoothness / d) * (Math.sqrt(6 * log) + (2 * log) / Math.sqrt(k));
}

/** For k = 1. */
function exactForOneNeuron(given: Given<P>, bound: number): LogProbability | null {
  return given.k > 1 ? null : oneNeuronForm(given, bound);
}

/** x·u/√d is ±1 on a line. */
const room: Hypothesis<Given<"d" | "correlation">> = {
  latex: String.raw`d \ge 2 \text{ or } |x \cdot u| = \sqrt{d}`,
  holds: ({ d, correlation }) => d > 1 || Math.abs(correlation) === 1,
  because: ({ correlation }) => `on a line x·u/√d is 1 or −1, not ${correlation}`,
};

/**
 * The step from which Section 1.2 gets (4): uᵀ∇²f(x)u for one u is like a centred Gaussian of variance E[(W/√d)⁴ψ''(Z)²],
 * so of order √log(1/γ)/d with probability at least 1 − γ. The finite form takes the Gaussian's own tail, 2exp(−t²/2).
 */
export const hessianQuadraticForm = defineClaim({
  id: "hessian-quadratic-form",
  label: "Quadratic form of the Hessian (Section 1.2)",
  kind: "whp",
  quote:
    "uᵀ∇²f(x)u = (1/√k) Σ a_ℓ (w_ℓ·u)² ψ''(w_ℓ·x) is approximately distributed as a centered Gaussian with variance (through a heuristic application of the asymptotic central limit theorem): E_{W,Z∼N(0,1): E[WZ] = x·u/√d}[(W/√d)⁴ψ''(Z)²], so that with probability at least 1 − γ one can expect uᵀ∇²f(x)u to be of order √log(1/γ)/d",
  latex: String.raw`|u^\top \nabla^2 f(x) u| \le \frac{1}{d} \sqrt{2\,\mathbb{E}[W^4 \psi''(Z)^2] \log(2/\gamma)}, \quad \mathbb{E}[WZ] = \frac{x \cdot u}{\sqrt{d}}`,
  quantity: String.raw`|u^\top \nabla^2 f(x) u|`,
  reading:
    "“of order √log(1/γ)/d” has no constant; the tail 2exp(−t²/2) of the Gaussian whose variance is printed is taken, hence √2 and log(2/γ)",
  nonClaims: [
    "that the paper prints the factor 2 and log(2/γ): they are the Gaussian tail of the variance that it prints",
    "uniformity in u or x",
  ],
  // The heuristic is a central limit theorem; the formal proof of all that Section 1.2 claims is to be by Bernstein's
  // inequality.
  uses: { proof: ["bernstein"] },
  parameters: [psi, d, k, gamma, correlation],
  hypotheses: [smooth, twiceDifferentiable, room, formDeviationIsKnown<"psi" | "correlation">((given) => given)],
  draw: hessianForm,
  observed: ({ value }) => Math.abs(value),
  relation: "<=",
  everyGamma: true,
  // Chebyshev, with the exact variance.
  trivial: ({ psi, d, gamma, correlation }) => formDeviation({ psi, correlation }) / Math.sqrt(gamma) / d,
  exact: exactForOneNeuron,
  forms: {
    printed: {
      bound: gaussianBound,
      refutedAt: { psi: "tanh", d: 2, k: 1, gamma: 0.01, correlation: 0 },
    },
    repaired: {
      latex: String.raw`|u^\top \nabla^2 f(x) u| \le \frac{L}{d} \left( \sqrt{6 \log(2/\gamma)} + \frac{2 \log(2/\gamma)}{\sqrt{k}} \right)`,
      reason:
        "The summands a_ℓ(w_ℓ·u)²ψ''(w_ℓ·x) have exponential and not Gaussian tails: at a fixed k the quantile grows as log(1/γ)/(d√k) when γ falls, and no multiple of √log(1/γ)/d keeps up. The central limit theorem speaks of a fixed γ; the union bound that (4) takes over the sphere needs γ of the order e^(−Cd), where the second term decides as soon as k is below d.",
      bound: bernsteinBound,
    },
  },
  cells: [
    { psi: ["tanh"], d: [100], k: [1, 1000], gamma: [0.05], correlation: [0, 1] },
    { psi: ["softplus"], d: [1e15], k: [1, 100], gamma: [0.01], correlation: [-0.5] },
    { psi: ["tanh"], d: [100], k: [1], gamma: [1e-9, 1e-30, 1e-100], correlation: [0] },
  ],
  witness: { psi: "tanh", d: 100, k: 1000, gamma: 0.01, correlation: 0 },
  mutants: {
    "E ψ''(Z)² for E[W⁴ψ''(Z)²]": {
      bound: ({ psi, d, gamma }) => {
        const second = gaussianExpectation(power(integrandOf(psi, 2), 2)).value;
        return Math.sqrt(2 * second * (Math.LN2 - Math.log(gamma))) / d;
      },
      at: { psi: "tanh", d: 100, k: 1000, gamma: 0.05, correlation: 0 },
    },
    "u taken to be x/√d": {
      bound: ({ psi, d, k, gamma }) => gaussianBound({ psi, d, k, gamma, correlation: 1 }),
      at: { psi: "tanh", d: 100, k: 1000, gamma: 0.05, correlation: 0 },
    },
    "divided by d³ᐟ²": {
      bound: ({ d }, right) => (right() ?? 0) / Math.sqrt(d),
      at: { psi: "tanh", d: 100, k: 1000, gamma: 0.05, correlation: 0 },
    },
    "repaired without the exponential term": {
      of: "repaired",
      bound: ({ psi, d, gamma }) => (psi.smoothness / d) * Math.sqrt(6 * (Math.LN2 - Math.log(gamma))),
      at: { psi: "tanh", d: 100, k: 1, gamma: 1e-30, correlation: 0 },
    },
    "repaired, a quarter": {
      of: "repaired",
      bound: scaled(1 / 4),
      at: { psi: "softplus", d: 100, k: 1000, gamma: 0.05, correlation: 0 },
    },
  },
});
