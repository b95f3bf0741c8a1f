import { defineClaim, gamma, nothing } from "lemmacheck";
import { psi } from "lemmacheck/networks";
import { THEOREM_ONE_LATEX, theoremOneConstants } from "./constants/theorem-1-constants.js";
import { gradientAtLeastHalf, lipschitz, notConstant } from "./hypotheses/hypotheses.js";
import { type Given, gradientNorm } from "./parameters.js";

type Setting = Given<"psi" | "gamma" | "gradientNorm">;

/** ‖η∇f(x)‖ for |η| = C₃√log(1/γ)/‖∇f(x)‖². */
const length = ({ psi, gamma, gradientNorm }: Setting) =>
  (theoremOneConstants(psi, gamma).C3 * Math.sqrt(-Math.log(gamma))) / gradientNorm;

const most = ({ psi, gamma }: Setting) => theoremOneConstants(psi, gamma).C4 * Math.sqrt(-Math.log(gamma));

/** The last sentence of Theorem 1, from ‖∇f(x)‖ ≥ c_ψ/2. */
export const theorem1StepSize = defineClaim({
  id: "theorem-1-step-size",
  label: "Theorem 1, step size",
  kind: "step",
  quote: "Moreover we have ‖η∇f(x)‖ ≤ C_4 √log(1/γ)",
  latex: String.raw`\|\eta \nabla f(x)\| = \frac{C_3 \sqrt{\log(1/\gamma)}}{\|\nabla f(x)\|} \le C_4 \sqrt{\log(1/\gamma)}, \quad ${THEOREM_ONE_LATEX}`,
  quantity: String.raw`\|\eta \nabla f(x)\|`,
  nonClaims: ["‖∇f(x)‖ ≥ c_ψ/2, from which it starts", "a step of length 1: C₄ is 201 for tanh"],
  uses: { statement: ["proposition-1-simplified"] },
  parameters: [psi, gamma, gradientNorm],
  hypotheses: [notConstant, lipschitz, gradientAtLeastHalf],
  draw: nothing,
  observed: (_, given) => length(given),
  relation: "<=",
  forms: { printed: { bound: most } },
  region: {
    method: "monotonicity",
    note: "the left side falls in ‖∇f(x)‖ and is the right side at ‖∇f(x)‖ = c_ψ/2",
  },
  cells: [{ psi: ["tanh", "softplus", "identity"], gamma: [0.99, 0.05, 1e-300], gradientNorm: [0.5, 0.9, 1.5] }],
  witness: { psi: "tanh", gamma: 0.05, gradientNorm: 0.4 },
  mutants: {
    "C₄ = 32/c_ψ³": {
      bound: (given) => most(given) / 2,
      at: { psi: "tanh", gamma: 0.05, gradientNorm: 0.4 },
    },
    "log(1/γ) for its root in η": {
      observed: (_, given) => length(given) * Math.sqrt(-Math.log(given.gamma)),
      at: { psi: "tanh", gamma: 0.05, gradientNorm: 0.4 },
    },
    "‖∇f‖³ in η": {
      observed: (_, given) => length(given) / given.gradientNorm,
      at: { psi: "tanh", gamma: 0.05, gradientNorm: 0.4 },
    },
  },
});
