import { defineClaim, type Hypothesis } from "lemmacheck";
import { curvatureLipschitz, d, HESSIAN_DOUBT, hessianOverBall, k, psi } from "lemmacheck/networks";
import { smooth, twiceDifferentiable } from "./hypotheses/hypotheses.js";
import { atLeast, exponentAlong, grownFrom, LARGE, type Steps } from "./laws/growth.js";
import { type Given, growth } from "./parameters.js";

type P = "psi" | "d" | "k" | "growth";

/** From one end of the grid to the other: certificates cost nothing, and a long grid forgives their constants. */
const FACTORS: Readonly<Record<string, number>> = { "k fixed": 1e9, "k ∝ √d": 1e5, "k ∝ d": 1e7, "k ∝ d²": 1e12 };

const stepsOf = (growth: string): Steps => ({ points: 2, factor: FACTORS[growth] ?? 1e9 });

/** What the exponent on the grid may exceed that of the function by. */
const TOLERANCE = 0.1;

/** The exponent of g(d, k) on the grid from a cell, logarithms of dk in it counted once: Õ read as one power of log. */
function exponentOf(given: Given<"d" | "k" | "growth">, g: (d: number, k: number) => number): number {
  return exponentAlong(
    atLeast(given, LARGE),
    stepsOf(given.growth),
    (d, k) => g(d, k) * (1 + Math.log(d) + Math.log(k)),
  );
}

const inverseRoot = (n: number) => 1 / Math.sqrt(n);

/** "C^{2,1} smoothness". */
const curvatureIsLipschitz: Hypothesis<Given<"psi">> = {
  latex: String.raw`\psi \in C^{2,1}`,
  holds: ({ psi }) => curvatureLipschitz(psi) < Infinity || null,
  because: ({ psi }) => `no Lipschitz constant of the second derivative of ${psi.id} is known`,
};

/**
 * (5) as a trend, for the ball ‖x‖ ≤ d: the median of sup ‖∇²f(x)‖ against d (or k, where d is fixed), its exponent at
 * most that of log(dk)/√d plus 0.1.
 *
 * The lower end of each supremum is an attack's, or the norm at one point; the upper end a certificate's. A certificate is
 * out by a constant, or the root of a logarithm, which two far ends of a grid outweigh.
 *
 * What is true. At each single x the order is that of (4), 1/√d + 1/√k; nets of sphere and ball, of log size
 * O(d log(kd)), turn it into √(log(kd)/d) + log(kd)/√k (hessian-net-bound.ts). At k ≪ d the bound L‖W‖²/√k for all x at
 * once needs no logarithm. So (5) fails where (4) does, and there alone.
 */
export const hessianBall = defineClaim({
  id: "hessian-ball",
  label: "(5)",
  kind: "trend",
  quote:
    "with appropriate smoothness over ψ (say C^{2,1} smoothness) … we can expect with high probability: ∀x ∈ R^d: ‖x‖ = poly(d), one has ‖∇²f(x)‖_op = Õ(1/√d)",
  latex: String.raw`\forall x \in \mathbb{R}^d : \|x\| = \mathrm{poly}(d), \quad \|\nabla^2 f(x)\|_{\mathrm{op}} = \tilde{O}\left(\frac{1}{\sqrt{d}}\right)`,
  quantity: String.raw`\sup \|\nabla^2 f(x)\|_{\mathrm{op}}`,
  reading:
    "Õ and poly(d) print no constant and no power: the median over ‖x‖ ≤ d, its exponent at most 0.1 above that of log(dk)/√d, from d, k = 10 on, as an order is of large sizes",
  nonClaims: [
    "a constant, or which power of the logarithm",
    "a quantile beyond the median, which the grid follows",
    "other polynomials than ‖x‖ ≤ d",
    "sizes beyond the grid",
  ],
  uses: { proof: ["hessian-order"] },
  parameters: [psi, d, k, growth],
  hypotheses: [smooth, twiceDifferentiable, curvatureIsLipschitz],
  draw: hessianOverBall,
  observed: ({ supremum }) => supremum,
  uncertainty: () => HESSIAN_DOUBT,
  relation: "<=",
  trend: {
    grid: (_: Given<P>, cell) => grownFrom(atLeast(cell, LARGE), stepsOf(cell.growth)),
    printedExponent: ({ growth }) => (growth === "d fixed" ? 0 : -1 / 2),
    draws: 64,
  },
  forms: {
    printed: {
      bound: (given) => TOLERANCE + exponentOf(given, inverseRoot),
      refutedAt: { psi: "tanh", d: 1000, k: 30, growth: "k ∝ √d" },
    },
    repaired: {
      latex: String.raw`\forall x \in \mathbb{R}^d : \|x\| = \mathrm{poly}(d), \quad \|\nabla^2 f(x)\|_{\mathrm{op}} = \tilde{O}\left(\frac{1}{\sqrt{\min(k, d)}}\right)`,
      reason:
        "It contains (4), which is false for k far below d: see hessian-order. With 1/√min(k, d) it holds, by Bernstein's inequality in place of the Gaussian tail in the union bound over both nets.",
      bound: (given) => TOLERANCE + exponentOf(given, (d, k) => inverseRoot(Math.min(d, k))),
    },
  },
  cells: [
    { psi: ["tanh"], d: [1000], k: [30], growth: ["k fixed", "k ∝ √d"] },
    { psi: ["tanh", "softplus"], d: [30], k: [30], growth: ["k ∝ d"] },
    { psi: ["tanh"], d: [10], k: [100], growth: ["d fixed", "k ∝ d²"] },
  ],
  witness: { psi: "tanh", d: 30, k: 30, growth: "k ∝ d" },
  mutants: {
    "Õ(1/d), the order of one quadratic form": {
      bound: (given) => TOLERANCE + exponentOf(given, (d) => 1 / d),
      at: { psi: "tanh", d: 1000, k: 30, growth: "k ∝ √d" },
    },
    "repaired, Õ(1/√max(k, d))": {
      of: "repaired",
      bound: (given) => TOLERANCE + exponentOf(given, (d, k) => inverseRoot(Math.max(d, k))),
      at: { psi: "tanh", d: 1000, k: 30, growth: "k fixed" },
    },
    "∇²f not divided by √k": {
      observed: ({ supremum: { lower, upper } }, { k }) => ({
        lower: lower * Math.sqrt(k),
        upper: upper * Math.sqrt(k),
      }),
      at: { psi: "tanh", d: 1000, k: 30, growth: "k ∝ √d" },
    },
  },
});
