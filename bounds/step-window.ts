import { defineClaim, nothing } from "lemmacheck";
import { d } from "lemmacheck/networks";
import { eta, type Given, gradientNorm, hessianBound, valueBound } from "./parameters.js";

type Setting = Given<"d" | "eta" | "valueBound" | "gradientNorm" | "hessianBound">;

/**
 * The decrease that (7) proves, η‖∇f‖(‖∇f‖ − sup‖∇f(x) − ∇f(x + δ)‖) over ‖δ‖ ≤ η‖∇f‖, where ‖∇²f‖ ≤ H/√d on that ball
 * gives a supremum of at most Hη‖∇f‖/√d.
 */
function decrease({ d, eta, gradientNorm, hessianBound }: Setting, variation = 1): number {
  const length = eta * gradientNorm;
  return length * (gradientNorm - (variation * hessianBound * length) / Math.sqrt(d));
}

/** C₂ = g²/2. */
const slope = ({ gradientNorm }: Setting) => gradientNorm ** 2 / 2;

/**
 * (8) made finite. With |f(x)| ≤ F by (2), ‖∇f(x)‖ ≥ g by (3) and ‖∇²f‖ ≤ H/√d along the step by (5), the constants are
 * C₁ = F, C₂ = g²/2 and C₃ = 1/(2H). The left side is the decrease of (7), the right side the larger of C₂η, for
 * "≤ C₁ − C₂η", and C₁, for "< 0". (7) is increasing in f and decreasing in ‖∇f‖ ≥ g as long as η < C₃√d, so each is
 * taken at its worst.
 */
export const stepWindow = defineClaim({
  id: "step-window",
  label: "(8)",
  kind: "step",
  quote:
    "f(x − η∇f(x)) ≤ C_1 − C_2 η < 0 (for C_1/C_2 < η < C_3 √d), where C_1, C_2 and C_3 are constants that do not depend on k and d",
  latex: String.raw`f(x) - \eta \|\nabla f(x)\| \left( \|\nabla f(x)\| - \sup_{\|\delta\| \le \eta \|\nabla f(x)\|} \|\nabla f(x) - \nabla f(x + \delta)\| \right) \le C_1 - C_2 \eta < 0 \quad (C_1 / C_2 < \eta < C_3 \sqrt{d})`,
  nonClaims: [
    "(2), (3) and (5) themselves, from which it starts: F, g and H are the cell's",
    "with the logarithms that (4) and (5) leave to Õ, a C₃ that does not depend on d: H grows with them",
  ],
  uses: {
    statement: ["value-order", "gradient-order", "hessian-ball"],
    proof: ["approximate-linearity", "descent-lemma"],
  },
  parameters: [d, eta, valueBound, gradientNorm, hessianBound],
  hypotheses: [
    {
      latex: String.raw`\eta > C_1 / C_2,\ C_1 = F,\ C_2 = g^2 / 2`,
      holds: (given) => given.eta > given.valueBound / slope(given),
      because: (given) => `η is ${given.eta}, C₁/C₂ is ${given.valueBound / slope(given)}`,
    },
    {
      latex: String.raw`\eta < C_3 \sqrt{d},\ C_3 = 1 / (2H)`,
      holds: ({ d, eta, hessianBound }) => eta < Math.sqrt(d) / (2 * hessianBound),
      because: ({ d, eta, hessianBound }) => `η is ${eta}, C₃√d is ${Math.sqrt(d) / (2 * hessianBound)}`,
    },
  ],
  draw: nothing,
  observed: (_, given) => decrease(given),
  relation: ">=",
  forms: { printed: { bound: (given) => Math.max(slope(given) * given.eta, given.valueBound) } },
  region: {
    method: "monotonicity",
    note: "the decrease is ηg²(1 − Hη/√d), whose last factor falls in η and is 1/2 at η = C₃√d: it is at least ηg²/2 = C₂η throughout the window",
  },
  cells: [{ d: [100, 1e4, 1e15], eta: [3, 30], valueBound: [1, 3], gradientNorm: [0.5, 1], hessianBound: [0.3, 1] }],
  witness: { d: 1e4, eta: 10, valueBound: 2, gradientNorm: 0.7, hessianBound: 1 },
  mutants: {
    "twice the variation": {
      observed: (_, given) => decrease(given, 2),
      at: { d: 1e4, eta: 45, valueBound: 2, gradientNorm: 0.7, hessianBound: 1 },
    },
    "C₂ = g²": {
      bound: (given) => 2 * slope(given) * given.eta,
      at: { d: 1e4, eta: 10, valueBound: 2, gradientNorm: 0.7, hessianBound: 1 },
    },
    "below −f(x)": {
      bound: (given) => Math.max(slope(given) * given.eta, 2 * given.valueBound),
      at: { d: 1e4, eta: 8.5, valueBound: 2, gradientNorm: 0.7, hessianBound: 1 },
    },
    "‖∇f‖ for ‖∇f‖²": {
      observed: (_, given) => decrease(given) / given.gradientNorm,
      at: { d: 1e4, eta: 45, valueBound: 2, gradientNorm: 10, hessianBound: 1 },
    },
  },
});
