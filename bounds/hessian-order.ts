import { defineClaim } from "lemmacheck";
import { d, HESSIAN_DOUBT, hessianAtInput, k, psi } from "lemmacheck/networks";
import { smooth, twiceDifferentiable, widthOfKurtosis } from "./hypotheses/hypotheses.js";
import { atLeast, exponentAlong, grownFrom, LARGE, type Steps } from "./laws/growth.js";
import { type Given, growth } from "./parameters.js";

type P = "psi" | "d" | "k" | "growth";

/** By how much d or k grows from point to point; large draws cost k whatever d, so d is free where it leads. */
const STEPS: Readonly<Record<string, Steps>> = {
  "k fixed": { points: 3, factor: 1e5 },
  "k ∝ √d": { points: 3, factor: 100 },
  "d fixed": { points: 4, factor: 8 },
};

const stepsOf = (growth: string): Steps => STEPS[growth] ?? { points: 4, factor: 4 };

/** What the exponent on the grid may exceed that of the function by. */
const TOLERANCE = 0.1;

/** Where a grid begins to tell an order: where the curvature of several neurons counts. */
const largeFor = ({ psi }: Given<"psi">) => ({ d: LARGE.d, k: Math.max(LARGE.k, widthOfKurtosis(psi, 5, 2)) });

/** The exponent of g(d, k) on the grid from a cell, logarithms of d in it counted once: Õ read as one power of log. */
function exponentOf(given: Given<P>, g: (d: number, k: number) => number): number {
  return exponentAlong(atLeast(given, largeFor(given)), stepsOf(given.growth), (d, k) => g(d, k) * (1 + Math.log(d)));
}

const inverseRoot = (n: number) => 1 / Math.sqrt(n);

/**
 * (4) as a trend: the median of ‖∇²f(x)‖ against d (or k, where d is fixed), its exponent at most that of log(d)/√d plus
 * 0.1, along grids in which k stays far below d, keeps pace with it, or outgrows it.
 *
 * What is true. With c_ℓ = a_ℓψ''(w_ℓ·x)/√k the Hessian is Wᵀ diag(c) W. Where k ≪ d the rows of W are nearly
 * orthonormal, so its non-zero eigenvalues are near the c_ℓ: the norm is near sup|ψ''|/√k, whatever d. Where k ≫ d it is
 * like a Gaussian symmetric matrix with entries of variance E ψ''²/d² and norm 2√(E ψ''²/d). For every d and k a net of
 * the sphere and Bernstein's inequality for each of its points (`hessian-quadratic-form`, repaired, with γ = e^(−Cd))
 * give at most CL(√d/d + d/(d√k)) = CL(1/√d + 1/√k), without a logarithm.
 */
export const hessianOrder = defineClaim({
  id: "hessian-order",
  label: "(4)",
  kind: "trend",
  quote:
    "A slightly more difficult calculation, although classical too, is that Upper-Bounded Hessian: ‖∇²f(x)‖_op = Õ(1/√d)",
  latex: String.raw`\|\nabla^2 f(x)\|_{\mathrm{op}} = \tilde{O}\left(\frac{1}{\sqrt{d}}\right)`,
  reading:
    "Õ prints no constant and no power of the logarithm: the median, its exponent at most 0.1 above that of log(d)/√d, from d, k = 10 and k = 5 E ψ''(X)⁴/(E ψ''(X)²)² on, as an order is of large sizes: where fewer neurons lie where ψ bends, more of them raise the norm",
  nonClaims: [
    "a constant, or which power of the logarithm",
    "a quantile beyond the median, which the grid follows",
    "uniformity in x",
    "sizes beyond the grid",
  ],
  uses: { proof: ["hessian-quadratic-form", "hessian-union"] },
  parameters: [psi, d, k, growth],
  hypotheses: [smooth, twiceDifferentiable],
  draw: hessianAtInput,
  observed: ({ operatorNorm }) => operatorNorm,
  uncertainty: () => HESSIAN_DOUBT,
  relation: "<=",
  trend: {
    grid: (given: Given<P>, cell) => grownFrom(atLeast(cell, largeFor(given)), stepsOf(cell.growth)),
    printedExponent: ({ growth }) => (growth === "d fixed" ? 0 : -1 / 2),
    draws: 64,
  },
  forms: {
    printed: {
      bound: (given) => TOLERANCE + exponentOf(given, inverseRoot),
      refutedAt: { psi: "tanh", d: 1000, k: 30, growth: "k ∝ √d" },
    },
    repaired: {
      latex: String.raw`\|\nabla^2 f(x)\|_{\mathrm{op}} = \tilde{O}\left(\frac{1}{\sqrt{\min(k, d)}}\right)`,
      reason:
        "Where k is far below d the rows w_ℓ are nearly orthonormal, so that each neuron by itself gives an eigenvalue near a_ℓψ''(w_ℓ·x)/√k: the norm is near sup|ψ''|/√k however large d is. The union bound over the sphere needs the tail of uᵀ∇²f(x)u at γ = e^(−Cd), where it is exponential and not Gaussian once d exceeds k. What follows from (4) for steps of length O(1), ‖∇f(x) − ∇f(x + δ)‖ = o(1), stands as long as k grows too.",
      bound: (given) => TOLERANCE + exponentOf(given, (d, k) => inverseRoot(Math.min(d, k))),
    },
  },
  cells: [
    { psi: ["tanh"], d: [1000], k: [30], growth: ["k fixed", "k ∝ √d"] },
    { psi: ["tanh"], d: [30], k: [30], growth: ["k ∝ d"] },
    { psi: ["tanh"], d: [10], k: [10], growth: ["d fixed", "k ∝ d²"] },
  ],
  witness: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" },
  mutants: {
    "Õ(1/d), the order of one quadratic form": {
      bound: (given) => TOLERANCE + exponentOf(given, (d) => 1 / d),
      at: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" },
    },
    "∇²f not divided by √k": {
      observed: ({ operatorNorm: { lower, upper } }, { k }) => ({
        lower: lower * Math.sqrt(k),
        upper: upper * Math.sqrt(k),
      }),
      at: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" },
    },
    "repaired, Õ(1/√max(k, d))": {
      of: "repaired",
      bound: (given) => TOLERANCE + exponentOf(given, (d, k) => inverseRoot(Math.max(d, k))),
      at: { psi: "tanh", d: 1000, k: 30, growth: "k fixed" },
    },
  },
});
