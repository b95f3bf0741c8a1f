import { defineClaim, gamma, nothing } from "lemmacheck";
import { psi } from "lemmacheck/networks";
import { theoremOneConstants } from "./constants/theorem-1-constants.js";
import { gradientAtLeastHalf, sectionTwo } from "./hypotheses/hypotheses.js";
import { type Given, gradientNorm } from "./parameters.js";

type Setting = Given<"psi" | "gamma" | "gradientNorm">;

/** c_ψ and η = (32/c_ψ²)√log(1/γ)/‖∇f‖². */
function proofStep({ psi, gamma, gradientNorm }: Setting): { readonly c: number; readonly eta: number } {
  const c = Math.sqrt(psi.gaussian.derivativeSecondMoment.value);
  return { c, eta: (theoremOneConstants(psi, gamma, 1).C3 * Math.sqrt(-Math.log(gamma))) / gradientNorm ** 2 };
}

/**
 * Whether the two facts that the proof takes from Proposition 1 hold for a step η, at the largest |f| that (13) allows:
 * η‖∇f‖² ≥ (16/c_ψ²)|f|, and η‖∇f‖ ≤ R. Equality holds within 2^-40.
 */
function factsHold({ psi, gamma, gradientNorm }: Setting, eta: number): boolean {
  const root = Math.sqrt(-Math.log(gamma));
  const { R } = theoremOneConstants(psi, gamma, 1);
  const { c } = proofStep({ psi, gamma, gradientNorm });
  const enough = eta * gradientNorm ** 2 >= (16 / c ** 2) * 2 * root * (1 - 2 ** -40);
  return enough && eta * gradientNorm <= R * (1 + 2 ** -40);
}

/** The decrease of f that (16) ends with, η·c_ψ²/8; 0 where a fact it rests on fails. */
function printedDecrease(given: Setting, eta: number): number {
  const { c } = proofStep(given);
  return factsHold(given, eta) ? (eta * c ** 2) / 8 : 0;
}

/** The same by ‖∇f‖ − c_ψ/4 ≥ ‖∇f‖/2: η‖∇f‖²/2. */
function repairedDecrease(given: Setting, eta: number): number {
  return factsHold(given, eta) ? (eta * given.gradientNorm ** 2) / 2 : 0;
}

/**
 * (15) and (16): from |f(x)| ≤ 2√log(1/γ), ‖∇f(x)‖ ≥ c_ψ/2 and a variation of the gradient of at most c_ψ/4 to
 * f(x − η∇f(x)) ≤ −f(x). The left side is the decrease needed, 2f(x), the right side the decrease that the chain proves.
 * Both are monotone in f and in the variation, so each is taken at its worst: f(x) = 2√log(1/γ), variation c_ψ/4; of
 * ‖∇f‖ the cell has one value.
 */
export const theorem1Chain = defineClaim({
  id: "theorem-1-chain",
  label: "(15), (16)",
  kind: "step",
  quote: "f(x − η∇f(x)) ≤ f(x) − η‖∇f(x)‖(c_ψ/2 − c_ψ/4) ≤ f(x) − η c_ψ²/8 ≤ −f(x)",
  latex: String.raw`f(x - \eta \nabla f(x)) \le f(x) - \eta \|\nabla f(x)\| \left( \frac{c_\psi}{2} - \frac{c_\psi}{4} \right) \le f(x) - \eta \frac{c_\psi^2}{8} \le -f(x)`,
  quantity: String.raw`4 \sqrt{\log(1/\gamma)} \ge 2 |f(x)|`,
  nonClaims: ["(13) and (14) themselves, from which it starts"],
  uses: { statement: ["proposition-1-simplified", "proposition-2-simplified"], proof: ["descent-lemma"] },
  parameters: [psi, gamma, gradientNorm],
  hypotheses: [...sectionTwo, gradientAtLeastHalf],
  draw: nothing,
  observed: (_, { gamma }) => 4 * Math.sqrt(-Math.log(gamma)),
  relation: "<=",
  forms: {
    printed: {
      bound: (given) => printedDecrease(given, proofStep(given).eta),
      refutedAt: { psi: "identity", gamma: 0.5, gradientNorm: 10 },
    },
    repaired: {
      latex: String.raw`f(x - \eta \nabla f(x)) \le f(x) - \eta \|\nabla f(x)\| \left( \|\nabla f(x)\| - \frac{c_\psi}{4} \right) \le f(x) - \frac{\eta}{2} \|\nabla f(x)\|^2 \le -f(x)`,
      reason:
        "The last inequality of (16), η c_ψ²/8 ≥ 2f(x), is 4√log(1/γ)/‖∇f(x)‖² ≥ 2f(x), which fails once ‖∇f(x)‖ > 1 and f(x) is near 2√log(1/γ); nothing bounds ‖∇f(x)‖ by 1: for the identity ‖∇f(x)‖² is χ²_d/d, above 1 in nearly half of all networks. Replacing ‖∇f(x)‖ by c_ψ/2 threw away too much: keep it, c_ψ/4 ≤ ‖∇f(x)‖/2, and the decrease is η‖∇f(x)‖²/2 = (16/c_ψ²)√log(1/γ) ≥ 8|f(x)|/c_ψ² ≥ 2f(x).",
      bound: (given) => repairedDecrease(given, proofStep(given).eta),
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: η‖∇f(x)‖²/2 = (16/c_ψ²)√log(1/γ) whatever ‖∇f(x)‖, and 4√log(1/γ) is less for every γ, as c_ψ ≤ 1",
  },
  cells: [{ psi: ["tanh", "softplus", "identity"], gamma: [0.99, 0.05, 1e-300], gradientNorm: [0.5, 0.9, 1, 1.5] }],
  witness: { psi: "tanh", gamma: 0.05, gradientNorm: 0.8 },
  mutants: {
    "half the step": {
      of: "repaired",
      bound: (given) => repairedDecrease(given, proofStep(given).eta / 2),
      at: { psi: "tanh", gamma: 0.05, gradientNorm: 0.8 },
    },
    "the wrong sign": {
      of: "repaired",
      bound: (given) => repairedDecrease(given, -proofStep(given).eta),
      at: { psi: "tanh", gamma: 0.05, gradientNorm: 0.8 },
    },
    "‖∇f‖ for ‖∇f‖² in the step": {
      of: "repaired",
      bound: (given) => repairedDecrease(given, proofStep(given).eta * given.gradientNorm),
      at: { psi: "tanh", gamma: 0.05, gradientNorm: 0.8 },
    },
    "a decrease to −2f(x)": {
      observed: (_, { gamma }) => 6 * Math.sqrt(-Math.log(gamma)),
      at: { psi: "tanh", gamma: 0.05, gradientNorm: 0.9 },
    },
  },
});
