import { defineClaim, gamma, nothing, pow } from "lemmacheck";
import { gradientAtLeastQuarter, THEOREM_TWO_STEP } from "./constants/theorem-2-constants.js";
import { type Given, gradientNorm } from "./parameters.js";

const { C4, variation } = THEOREM_TWO_STEP;

type Setting = Given<"gamma" | "gradientNorm">;

/** η‖∇f‖(‖∇f‖ − 1/8) for η = C₄√log(1/γ)/‖∇f‖². */
const decrease = ({ gamma, gradientNorm }: Setting, step: number = C4) =>
  step * Math.sqrt(-Math.log(gamma)) * (1 - variation / gradientNorm);

/** 2|f(x)| at its largest by (17): 4√log(2/γ). */
const needed = ({ gamma }: Setting) => 4 * Math.sqrt(Math.LN2 - Math.log(gamma));

/**
 * "The same as for Theorem 1" spelled out: from (17) and a variation of at most 1/8 to f(x − η∇f(x)) ≤ −f(x). The left
 * side is the decrease that the chain proves, the right side 2f(x) at the largest f(x) that (17) allows.
 */
export const theorem2Chain = defineClaim({
  id: "theorem-2-chain",
  label: "Theorem 2, chain",
  kind: "step",
  quote:
    "The proof is the same as for Theorem 1 using Proposition 3 instead of Proposition 1 and Proposition 4 or Proposition 5 replacing Proposition 2",
  latex: String.raw`\eta \|\nabla f(x)\| \left( \|\nabla f(x)\| - \tfrac{1}{8} \right) \ge 2 |f(x)|, \quad \eta \|\nabla f(x)\|^2 = C_4 \sqrt{\log(1/\gamma)},\ |f(x)| \le 2 \sqrt{\log(2/\gamma)},\ \|\nabla f(x)\| \ge \tfrac{1}{4}`,
  quantity: String.raw`\eta \|\nabla f(x)\| (\|\nabla f(x)\| - 1/8)`,
  nonClaims: [
    "(17), (18) and Proposition 5, from which it starts",
    "that the paper prints C₄: 128 is Theorem 1's 32/c_ψ²",
  ],
  uses: {
    statement: ["proposition-3-simplified", "proposition-4-simplified", "proposition-5"],
    proof: ["descent-lemma"],
  },
  parameters: [gamma, gradientNorm],
  hypotheses: [gradientAtLeastQuarter],
  draw: nothing,
  observed: (_, given) => decrease(given),
  relation: ">=",
  forms: {
    printed: { bound: needed, refutedAt: { gamma: 0.999, gradientNorm: 0.25 } },
    repaired: {
      latex: String.raw`\gamma \le \tfrac{1}{2} \text{ besides}`,
      reason:
        "(17) bounds |f(x)| by 2√log(2/γ), which stays above 2√log 2 as γ tends to 1, while the step shrinks with √log(1/γ): no C₄ is enough for all γ. (13) has 2√log(1/γ) in its place. For γ ≤ 1/2, log(2/γ) ≤ 2 log(1/γ) and C₄ = 8√2 would do.",
      hypotheses: [
        {
          latex: String.raw`\gamma \le \tfrac{1}{2}`,
          holds: ({ gamma }) => gamma <= 1 / 2,
          because: ({ gamma }) => `γ is ${gamma}`,
        },
      ],
      bound: needed,
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: the decrease grows with ‖∇f(x)‖ and is 64√log(1/γ) at 1/4; 4√log(2/γ) ≤ 4√2·√log(1/γ) for γ ≤ 1/2",
  },
  cells: [{ gamma: [0.999, 0.5, 0.05, 1e-300], gradientNorm: [0.25, 0.7, 1.5] }],
  witness: { gamma: 0.05, gradientNorm: 0.3 },
  mutants: {
    "a 32nd of the step": {
      of: "repaired",
      observed: (_, given) => decrease(given, C4 / 32),
      at: { gamma: 0.5, gradientNorm: 0.25 },
    },
    "the wrong sign": {
      of: "repaired",
      observed: (_, given) => -decrease(given),
      at: { gamma: 0.05, gradientNorm: 0.3 },
    },
    "‖∇f‖³ in the step": {
      of: "repaired",
      observed: (_, given) => decrease(given) / pow(given.gradientNorm, 3),
      at: { gamma: 0.5, gradientNorm: 30 },
    },
  },
});
