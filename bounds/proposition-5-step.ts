import { defineClaim, gamma, nothing } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import {
  PRINTED_SMALL_WIDTH_CONSTANT,
  smallWidthChain,
  smallWidthHypotheses,
} from "./constants/proposition-5-constants.js";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "gamma">;

const over = (constant: number) => (given: Setting) => constant / Math.log(given.d);

/** The last chain of Proposition 5, from |T| ≤ B to its bound. */
export const proposition5Step = defineClaim({
  id: "proposition-5-step",
  label: "Proposition 5, last step",
  kind: "step",
  quote:
    "sup_{δ ∈ ℝ^d, ‖δ‖ ≤ √k/log⁶ d} ‖∇f(x) − ∇f(x + δ)‖ ≤ 60/log d … |T_y| ≤ 300k/log³ d := B … ‖∇f(x) − ∇f(y)‖ = … ≤ √(B/k) (1 + √((B log k + log(4/δ))/d))",
  latex: String.raw`\sqrt{\frac{B}{k}} \left( 1 + \sqrt{\frac{B \log k + \log(4/\gamma)}{d}} \right) \le \frac{60}{\log d}, \quad B = \frac{300k}{\log^3 d}`,
  quantity: String.raw`\sqrt{B/k} (1 + \sqrt{(B \log k + \log(4/\gamma)) / d})`,
  nonClaims: [
    "that so few activations change, from which it starts",
    "that the variation itself is larger where the step is false",
    "the least that the proof gives: B exceeds k as long as log³ d < 300, and with k for it 415 serves",
  ],
  uses: { statement: ["flip-count"] },
  parameters: [d, k, gamma],
  hypotheses: smallWidthHypotheses,
  draw: nothing,
  observed: (_, given) => smallWidthChain(given),
  relation: "<=",
  forms: {
    printed: { bound: over(60), refutedAt: { d: 3, k: 2, gamma: 0.99 } },
    repaired: {
      latex: String.raw`\ldots \le \frac{${PRINTED_SMALL_WIDTH_CONSTANT}}{\log d}`,
      reason:
        "At k = d log³ d, B log(k)/d is 300 log k, at least 300 log d, so that the left side is at least √300·√(300 log d)/log^{3/2} d = 300/log d. The printed 60 serves up to a width of about d log³(d)/25 for large d. Over the whole region 446 does, and 415 where B counts no more than all k neurons.",
      bound: over(PRINTED_SMALL_WIDTH_CONSTANT),
    },
  },
  region: {
    method: "intervals",
    note: "of the repaired form: the left side grows with k and with 1/γ, so k = d log³ d and log(1/γ) = d/(20 log³ d); what is left is √(300/x) + √(9·10⁴(1 + 3 log(x)/x) + …), a function of x = log d alone, enclosed on [log 3, 10⁴]; beyond, every term of it falls",
  },
  cells: [
    { d: [100, 1000, 1e6, 1e12], k: ["least", 1000, 1e12], gamma: [0.99, 0.1] },
    { d: [1e9], k: [1e9, 8e12], gamma: [0.1] },
  ],
  witness: { d: 1e9, k: 1e9, gamma: 0.1 },
  mutants: {
    "300/log d": { of: "repaired", bound: over(300), at: { d: 1000, k: 300_000, gamma: 0.99 } },
    "446/log² d": {
      of: "repaired",
      bound: ({ d }) => PRINTED_SMALL_WIDTH_CONSTANT / Math.log(d) ** 2,
      at: { d: 1e9, k: 8e12, gamma: 0.1 },
    },
    "B = 300k/log² d": {
      of: "repaired",
      observed: (_, given) => smallWidthChain(given, 2),
      at: { d: 1e9, k: 8e12, gamma: 0.1 },
    },
  },
});
