import { defineClaim, type Enclosure, gamma, type Hypothesis, nothing } from "lemmacheck";
import { d, k, psi } from "lemmacheck/networks";
import { smooth, twiceDifferentiable } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";
import { formDeviation, formDeviationIsKnown, oneNeuronForm } from "./parts/hessian-form.js";

type Setting = Given<"psi" | "d" | "k" | "gamma">;

/** log |N| of a ¼-net of the sphere, over d: (1 + 2/ε)^d points (Vershynin 2018, Corollary 4.2.13). */
const NET = Math.log(9);

const logNet = ({ d }: Setting) => d * NET;

/** log(2|N|/γ): the level of one point of the net, on both sides. */
const level = (given: Setting) => logNet(given) + Math.LN2 - Math.log(given.gamma);

/** √(2V log(2|N|/γ))/d: the printed Gaussian's, for u ⊥ x. */
const gaussianTail = (given: Setting) =>
  (formDeviation({ psi: given.psi, correlation: 0 }) * Math.sqrt(2 * level(given))) / given.d;

/** (L/d)(√(6ℓ) + 2ℓ/√k) at ℓ = log(2|N|/γ): Bernstein's (hessian-quadratic-form, repaired). */
function bernsteinTail(given: Setting, ell = level(given)): number {
  return (given.psi.smoothness / given.d) * (Math.sqrt(6 * ell) + (2 * ell) / Math.sqrt(given.k));
}

/** At least h − log 2 where s is Bernstein's at h, (L/d)(√(6h) + 2h/√k). */
function leastExponent({ psi, d, k }: Setting, s: number): number {
  const x = (8 * s * d) / (psi.smoothness * Math.sqrt(k));
  const root = (x / (Math.sqrt(6 + x) + Math.sqrt(6))) * (Math.sqrt(k) / 4);
  return root ** 2 - Math.LN2;
}

/**
 * At most that of half the probability that one of the k summands alone exceeds s (Lévy: P(max|X_ℓ| > s) ≤ 2P(|ΣX_ℓ| > s)
 * for symmetric independent ones), where 1 − (1 − p)^k ≥ 1 − e^(−kp) ≥ min(kp, 1)/2.
 */
function mostExponent({ psi, d, k }: Setting, s: number): number {
  const one = oneNeuronForm({ psi, d, correlation: 0 }, s * Math.sqrt(k))?.logLower ?? -Infinity;
  return 2 * Math.LN2 - Math.min(0, one + Math.log(k));
}

/** What the union bound needs, log(|N|/γ), over what a point of the net has at s, −log P(|uᵀ∇²f(x)u| > s), for u ⊥ x. */
function neededOverHad(given: Setting, s: number, net = logNet(given)): Enclosure {
  // ψ is affine: so is f.
  if (given.psi.smoothness === 0) return 0;
  const needed = net - Math.log(given.gamma);
  const least = leastExponent(given, s);
  const upper = least > 0 ? needed / least : Number.MAX_VALUE;
  return { lower: upper > 1 ? needed / mostExponent(given, s) : 0, upper };
}

/** On a line no u is orthogonal to x. */
const room: Hypothesis<Given<"d">> = { latex: String.raw`d \ge 2`, holds: ({ d }) => d > 1 };

/** The union bound by which Section 1.2 comes from uᵀ∇²f(x)u for one u to (4). */
export const hessianUnion = defineClaim({
  id: "hessian-union",
  label: "(4), union bound",
  kind: "step",
  quote:
    "so that with probability at least 1 − γ one can expect uᵀ∇²f(x)u to be of order √log(1/γ)/d, and thus by taking a union bound over a discretization of the sphere S^{d−1}, one can show inequality (4).",
  latex: String.raw`9^d\, \mathbb{P}\left( |u^\top \nabla^2 f(x) u| > \frac{1}{d} \sqrt{2 V \log\frac{2 \cdot 9^d}{\gamma}} \right) \le \gamma, \quad V = \mathbb{E}[W^4 \psi''(Z)^2]`,
  quantity: String.raw`\log(9^d/\gamma) / \log(1/\mathbb{P}(|u^\top \nabla^2 f(x) u| > s))`,
  reading:
    "the discretization is a ¼-net of 9^d points, over which ‖∇²f(x)‖ is at most twice the largest |uᵀ∇²f(x)u|; the order √log(1/γ)/d is taken with the constant of the Gaussian that is printed before it, for u ⊥ x",
  nonClaims: [
    "that (4) fails where its union bound does: hessian-order audits (4)",
    "points of the net that are not orthogonal to x",
  ],
  uses: { statement: ["hessian-quadratic-form"], proof: ["bernstein"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [smooth, twiceDifferentiable, room, formDeviationIsKnown<"psi">(({ psi }) => ({ psi, correlation: 0 }))],
  draw: nothing,
  observed: (_, given) => neededOverHad(given, gaussianTail(given)),
  relation: "<=",
  forms: {
    printed: { bound: () => 1, refutedAt: { psi: "tanh", d: 2, k: 1, gamma: 0.1 } },
    repaired: {
      latex: String.raw`9^d\, \mathbb{P}\left( |u^\top \nabla^2 f(x) u| > \frac{L}{d} \left( \sqrt{6 \ell} + \frac{2 \ell}{\sqrt{k}} \right) \right) \le \gamma, \quad \ell = \log\frac{2 \cdot 9^d}{\gamma}`,
      reason:
        "At level γ9^(−d) the tail of uᵀ∇²f(x)u is no Gaussian's unless k outgrows d: each summand a_ℓ(w_ℓ·u)²ψ''(w_ℓ·x)/√k has an exponential tail, and one alone exceeds √(V·2d log 9)/d with probability e^(−O(√(kd))), far above 9^(−d) for k far below d, whatever constant stands for “of order”. With Bernstein's tail the union bound gives L(1/√d + 1/√k) up to constants: (4) with √min(k, d) for √d.",
      observed: (_, given) => neededOverHad(given, bernsteinTail(given)),
      bound: () => 1,
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: 2e^(−h) falls in Bernstein's h, and is γ9^(−d) at h = ℓ",
  },
  cells: [
    { psi: ["tanh", "softplus"], d: [2, 1000], k: [1, 10, 1e6], gamma: [0.05] },
    { psi: ["tanh"], d: [1e6, 1e12], k: [1000], gamma: [1e-300] },
  ],
  witness: { psi: "tanh", d: 1000, k: 1000, gamma: 0.05 },
  mutants: {
    "without the exponential term": {
      of: "repaired",
      observed: (_, given) => neededOverHad(given, (given.psi.smoothness / given.d) * Math.sqrt(6 * level(given))),
      at: { psi: "tanh", d: 1000, k: 10, gamma: 0.05 },
    },
    "81^d points": {
      of: "repaired",
      observed: (_, given) => neededOverHad(given, bernsteinTail(given), 2 * logNet(given)),
      at: { psi: "tanh", d: 1000, k: 10, gamma: 0.05 },
    },
    "no union bound": {
      of: "repaired",
      observed: (_, given) => neededOverHad(given, bernsteinTail(given, Math.log(2 / given.gamma))),
      at: { psi: "tanh", d: 1000, k: 10, gamma: 0.05 },
    },
  },
});
