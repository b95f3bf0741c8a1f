import { defineClaim, gamma, type Hypothesis, type LogProbability } from "lemmacheck";
import { type Activation, integrandOf } from "lemmacheck/activations";
import { correlation, d, hessianForm, k, psi } from "lemmacheck/networks";
import {
  gaussianExpectation,
  gaussianMixture,
  logNormalUpperTail,
  polynomial,
  power,
  product,
} from "lemmacheck/probability";
import { smooth, twiceDifferentiable } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { scaled } from "./parts/scaled.js";

type P = "psi" | "d" | "k" | "gamma" | "correlation";

/** Kept by activation and correlation, as every draw asks for the bound. */
const variances = new WeakMap<Activation, Map<number, number>>();

/**
 * E[W⁴ψ''(Z)²] with W = ρZ + √(1 − ρ²)ξ: given Z, W⁴ has mean ρ⁴Z⁴ + 6ρ²(1 − ρ²)Z² + 3(1 − ρ²)². As the a_ℓ are
 * independent signs, it is d²·E(uᵀ∇²f(x)u)², at every k.
 */
function variance({ psi, correlation }: Given<"psi" | "correlation">): number {
  const known = variances.get(psi) ?? new Map<number, number>();
  variances.set(psi, known);
  const along = correlation ** 2;
  const across = 1 - along;
  const fourth = polynomial([3 * across ** 2, 0, 6 * along * across, 0, along ** 2]);
  const value =
    // The hypothesis that ψ'' is known is checked before any bound is taken.
    known.get(correlation) ?? gaussianExpectation(product(power(integrandOf(psi, 2), 2), fourth)).value;
  known.set(correlation, value);
  return value;
}

/** The (1 − γ)-quantile of |N(0, V/d²)| is at most √(2V log(2/γ))/d. */
function gaussianBound({ psi, d, gamma, correlation }: Given<P>): number {
  return Math.sqrt(2 * variance({ psi, correlation }) * (Math.LN2 - Math.log(gamma))) / d;
}

/**
 * Bernstein's inequality (10) on both sides for X_ℓ = a_ℓW_ℓ²ψ''(Z_ℓ): with |ψ''| ≤ L, E|X|^q ≤ L^q(2q − 1)!! and
 * (2q − 1)!! = q!·2^q·C(2q, q)/4^q ≤ q!·2^q·3/8 for q ≥ 2, so (σ², c) = (3L², 2L), whatever the correlation.
 */
function bernsteinBound({ psi, d, k, gamma }: Given<P>): number {
  const log = Math.LN2 - Math.log(gamma);
  return (psi.smoothness / d) * (Math.sqrt(6 * log) + (2 * log) / Math.sqrt(k));
}

/** log P(ξ > x) for x between two bounds. */
const tailBetween = (least: number, most: number): LogProbability => ({
  logLower: most === Infinity ? -Infinity : logNormalUpperTail(most),
  logUpper: least === Infinity ? -Infinity : logNormalUpperTail(least),
});
const logSum = (x: number, y: number) =>
  Math.max(x, y) === -Infinity ? -Infinity : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));

/**
 * For k = 1 and |ρ| < 1: |uᵀ∇²f(x)u| = W²|ψ''(Z)|/d, which exceeds b if |ρZ + √(1 − ρ²)ξ| > r = √(bd/|ψ''(Z)|); enclosed by
 * what |ψ''| is at least and at most over intervals of Z. Null where that is not known.
 */
function exactForOneNeuron({ psi, d, k, correlation }: Given<P>, bound: number): LogProbability | null {
  if (k > 1 || Math.abs(correlation) === 1 || !psi.secondDerivative || !psi.proof) return null;
  const { value, error, bounds } = integrandOf(psi, 2);
  const across = Math.sqrt((1 - correlation) * (1 + correlation));
  return gaussianMixture((low, high) => {
    if (low === -Infinity || high === Infinity) return { logLower: -Infinity, logUpper: 0 };
    const middle = (low + high) / 2;
    const a = bounds?.(low, high, 1) ?? [];
    const size = Math.abs(value(middle));
    const off = error(middle) + (a.length > 1 ? a[1] * (high - low) * 0.5000001 : Infinity);
    const [nearest, farthest] = [Math.min(a[0] ?? Infinity, size + off), size - off].map((x) =>
      x > 0 ? Math.sqrt((bound * d) / x) : Infinity,
    );
    const sides = [correlation, -correlation].map((rho) => {
      const [least, most] = [Math.min(rho * low, rho * high), Math.max(rho * low, rho * high)];
      return tailBetween((nearest + least) / across, (farthest + most) / across);
    });
    return {
      logLower: logSum(sides[0].logLower, sides[1].logLower),
      logUpper: Math.min(0, logSum(sides[0].logUpper, sides[1].logUpper)),
    };
  });
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
  hypotheses: [smooth, twiceDifferentiable, room],
  draw: hessianForm,
  observed: ({ value }) => Math.abs(value),
  relation: "<=",
  everyGamma: true,
  // Chebyshev, with the exact variance.
  trivial: ({ psi, d, gamma, correlation }) => Math.sqrt(variance({ psi, correlation }) / gamma) / d,
  exact: exactForOneNeuron,
  forms: {
    printed: {
      bound: gaussianBound,
      refutedAt: { psi: "tanh", d: 100, k: 1, gamma: 1e-9, correlation: 0 },
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
