import { defineClaim, gamma, nothing } from "lemmacheck";
import { gradientAtLeastQuarter, THEOREM_TWO_STEP } from "./constants/theorem-2-constants.js";
import { type Given, gradientNorm } from "./parameters.js";

const { C4, C5 } = THEOREM_TWO_STEP;

type Setting = Given<"gamma" | "gradientNorm">;

/** ‖η∇f(x)‖ for |η| = C₄√log(1/γ)/‖∇f(x)‖². */
const length = ({ gamma, gradientNorm }: Setting) => (C4 * Math.sqrt(-Math.log(gamma))) / gradientNorm;

/** The last sentence of Theorem 2, from ‖∇f(x)‖ ≥ 1/4. */
export const theorem2StepSize = defineClaim({
  id: "theorem-2-step-size",
  label: "Theorem 2, step size",
  kind: "step",
  quote: "Moreover, we have ‖η∇f(x)‖ ≤ C_5 √log(1/γ)",
  latex: String.raw`\|\eta \nabla f(x)\| = \frac{C_4 \sqrt{\log(1/\gamma)}}{\|\nabla f(x)\|} \le C_5 \sqrt{\log(1/\gamma)}, \quad C_4 = ${C4},\ C_5 = 4 C_4 = ${C5}`,
  quantity: String.raw`\|\eta \nabla f(x)\|`,
  nonClaims: ["‖∇f(x)‖ ≥ 1/4, from which it starts", "that the paper prints C₄ and C₅: they are those of its proof"],
  uses: { statement: ["proposition-3-simplified"] },
  parameters: [gamma, gradientNorm],
  hypotheses: [gradientAtLeastQuarter],
  draw: nothing,
  observed: (_, given) => length(given),
  relation: "<=",
  forms: { printed: { bound: ({ gamma }) => C5 * Math.sqrt(-Math.log(gamma)) } },
  region: { method: "monotonicity", note: "the left side falls in ‖∇f(x)‖ and is the right side at ‖∇f(x)‖ = 1/4" },
  cells: [{ gamma: [0.99, 0.05, 1e-300], gradientNorm: [0.25, 0.7, 1.5] }],
  witness: { gamma: 0.05, gradientNorm: 0.3 },
  mutants: {
    "C₅ = 2C₄": {
      bound: ({ gamma }) => 2 * C4 * Math.sqrt(-Math.log(gamma)),
      at: { gamma: 0.05, gradientNorm: 0.3 },
    },
    "log(1/γ) for its root in η": {
      observed: (_, given) => length(given) * Math.sqrt(-Math.log(given.gamma)),
      at: { gamma: 0.05, gradientNorm: 0.3 },
    },
    "‖∇f‖³ in η": {
      observed: (_, given) => length(given) / given.gradientNorm,
      at: { gamma: 0.05, gradientNorm: 0.3 },
    },
  },
});
