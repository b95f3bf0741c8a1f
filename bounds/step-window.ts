import { defineClaim, type Hypothesis, nothing } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import { eta, type Given, gradientNorm, hessianBound, valueBound } from "./parameters.js";

type Setting = Given<"d" | "k" | "eta" | "valueBound" | "gradientNorm" | "hessianBound">;

/**
 * The decrease that (7) proves, η‖∇f‖(‖∇f‖ − sup‖∇f(x) − ∇f(x + δ)‖) over ‖δ‖ ≤ η‖∇f‖, where ‖∇²f‖ ≤ H/√min(k, d) on
 * that ball, which is what (5) comes to (hessian-ball, repaired), gives a supremum of at most Hη‖∇f‖/√min(k, d).
 */
function decrease({ d, k, eta, gradientNorm, hessianBound }: Setting, variation = 1): number {
  const length = eta * gradientNorm;
  return length * (gradientNorm - (variation * hessianBound * length) / Math.sqrt(Math.min(k, d)));
}

/** C₂ = g²/2. */
const slope = ({ gradientNorm }: Setting) => gradientNorm ** 2 / 2;

/** η < C₃√n, C₃ = 1/(2H). */
const below = (latex: string, size: (given: Setting) => number): Hypothesis<Setting> => ({
  latex: String.raw`\eta < C_3 \sqrt{${latex}},\ C_3 = 1 / (2H)`,
  holds: (given) => given.eta < Math.sqrt(size(given)) / (2 * given.hessianBound),
  because: (given) => `η is ${given.eta}, the right side is ${Math.sqrt(size(given)) / (2 * given.hessianBound)}`,
});

const at = { d: 1e4, k: 1e6, eta: 10, valueBound: 2, gradientNorm: 0.7, hessianBound: 1 } as const;

/**
 * (8) made finite. With |f(x)| ≤ F by (2), ‖∇f(x)‖ ≥ g by (3) and ‖∇²f‖ ≤ H/√min(k, d) along the step, the constants are
 * C₁ = F, C₂ = g²/2 and C₃ = 1/(2H). The left side is the decrease of (7), the right side the larger of C₂η, for
 * "≤ C₁ − C₂η", and C₁, for "< 0". (7) is increasing in f and decreasing in ‖∇f‖ ≥ g as long as η < C₃√min(k, d), so each
 * is taken at its worst.
 */
export const stepWindow = defineClaim({
  id: "step-window",
  label: "(8)",
  kind: "step",
  quote:
    "f(x − η∇f(x)) ≤ … ≤ C_1 − C_2 η < 0 (for C_1/C_2 < η < C_3 √d) … where C_1, C_2 and C_3 are constants that do not depend on k and d",
  latex: String.raw`f(x) - \eta \|\nabla f(x)\| \left( \|\nabla f(x)\| - \sup_{\|\delta\| \le \eta \|\nabla f(x)\|} \|\nabla f(x) - \nabla f(x + \delta)\| \right) \le C_1 - C_2 \eta < 0 \quad (C_1 / C_2 < \eta < C_3 \sqrt{d})`,
  quantity: String.raw`\eta \|\nabla f(x)\| (\|\nabla f(x)\| - \sup \|\nabla f(x) - \nabla f(x + \delta)\|)`,
  reading:
    "(8) names its constants and prints none: those that F ≥ |f(x)| of (2), g ≤ ‖∇f(x)‖ of (3) and H ≥ √d‖∇²f‖ of (5) give are taken, C_1 = F, C_2 = g²/2 and C_3 = 1/(2H)",
  freeConstants: {
    audited: "C_1 = F, C_2 = g²/2 and C_3 = 1/(2H)",
    everyChoice: () =>
      "with k fixed and d → ∞ the window reaches η = C_3√d/2, where C_1 − C_2η is below any number, and |f| ≤ sup|ψ|·√k",
  },
  nonClaims: [
    "(2) and (3) themselves, from which it starts, nor (5): F, g and H are the cell's",
    "with the logarithms that (4) and (5) leave to Õ, a C₃ that does not depend on d: H grows with them",
    "that it fails where (5) holds as printed: with ‖∇²f‖ ≤ H/√d at every k it follows",
  ],
  uses: {
    statement: ["value-order", "gradient-order", "hessian-ball"],
    proof: ["approximate-linearity", "descent-lemma"],
  },
  parameters: [d, k, eta, valueBound, gradientNorm, hessianBound],
  hypotheses: [
    {
      latex: String.raw`\eta > C_1 / C_2,\ C_1 = F,\ C_2 = g^2 / 2`,
      holds: (given) => given.eta > given.valueBound / slope(given),
      because: (given) => `η is ${given.eta}, C₁/C₂ is ${given.valueBound / slope(given)}`,
    },
  ],
  draw: nothing,
  observed: (_, given) => decrease(given),
  relation: ">=",
  forms: {
    printed: {
      hypotheses: [below("d", ({ d }) => d)],
      bound: (given) => Math.max(slope(given) * given.eta, given.valueBound),
      refutedAt: { d: 3, k: 1, eta: 8, valueBound: 1, gradientNorm: 1, hessianBound: 0.1 },
    },
    repaired: {
      latex: String.raw`\ldots \le C_1 - C_2 \eta < 0 \quad (C_1 / C_2 < \eta < C_3 \sqrt{\min(k, d)})`,
      reason:
        "The window rests on (5), which is false for k far below d, where ‖∇²f‖ is of order 1/√k. For tanh, k = 100 and d = 10⁸ the constants that (13) and sup|ψ''| = 0.77 give at γ = 0.1, C₁ = 3.1, C₂ = 0.34²/2 and C₃ = 0.65, allow η = 4500 and put f(x − η∇f(x)) below −256, while |f| ≤ √k = 10 for every weight and input. With ‖∇²f‖ ≤ H/√min(k, d) the window ends at C₃√min(k, d).",
      hypotheses: [below(String.raw`\min(k, d)`, ({ d, k }) => Math.min(k, d))],
      bound: (given) => Math.max(slope(given) * given.eta, given.valueBound),
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: the decrease is ηg²(1 − Hη/√min(k, d)), whose last factor falls in η and is 1/2 at η = C₃√min(k, d): it is at least ηg²/2 = C₂η throughout the window",
  },
  cells: [
    {
      d: [100, 1e4, 1e15],
      k: [1e4],
      eta: [3, 30],
      valueBound: [1, 3],
      gradientNorm: [0.5, 1],
      hessianBound: [0.3, 1],
    },
    { d: [1e8], k: [100], eta: [4500], valueBound: [3.1], gradientNorm: [0.34], hessianBound: [0.77] },
  ],
  witness: at,
  mutants: {
    "twice the variation": {
      of: "repaired",
      observed: (_, given) => decrease(given, 2),
      at: { ...at, eta: 45 },
    },
    "C₂ = g²": { of: "repaired", bound: (given) => 2 * slope(given) * given.eta, at },
    "below −f(x)": {
      of: "repaired",
      bound: (given) => Math.max(slope(given) * given.eta, 2 * given.valueBound),
      at: { ...at, eta: 8.5 },
    },
    "‖∇f‖ for ‖∇f‖²": {
      of: "repaired",
      observed: (_, given) => decrease(given) / given.gradientNorm,
      at: { ...at, eta: 45, gradientNorm: 10 },
    },
  },
});
