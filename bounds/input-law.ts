import { defineClaim, type Enclosure, gamma } from "lemmacheck";
import { d, k, norm, psi, type SlopedLine } from "lemmacheck/networks";
import type { Given } from "./parameters.js";
import { alongGradient, flipsSign } from "./parts/flips-sign.js";
import { oneStepAtNorm } from "./parts/one-step-at-norm.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { reluStep, reluStepSizes } from "./parts/relu-step.js";

/** Whether the step flips the sign of f; `scale` multiplies it and the length it may have. */
function concludes(draw: SlopedLine, { gamma }: Given<"gamma">, scale: number, sign = 1): Enclosure {
  const { decrease, R } = reluStep(gamma);
  return flipsSign(alongGradient(draw), {
    eta: (sign * scale * decrease) / draw.gradientNorm ** 2,
    limit: scale * R,
  });
}

/** ‖x‖/√d */
const relativeNorm = ({ d, norm }: Given<"d" | "norm">) => norm / Math.sqrt(d);

const near = { psi: "relu", d: 1e8, k: 1000, gamma: 0.1, norm: 1e4 } as const;
const far = { ...near, norm: 1e7 };

/**
 * The remark on the law of x for the ReLU: W makes every direction of x the same, so a law of x is a law of its norm, and
 * "for any distribution over x" is the statement at every norm.
 */
export const inputLaw = defineClaim({
  id: "input-law",
  label: "Law of the input (Section 1)",
  kind: "whp",
  quote:
    "due to the scale invariance of the ReLU activation function, our results also hold true for any distribution over x as long as P{x = 0} = 0",
  latex: String.raw`\forall x \ne 0: \mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta \nabla f(x))),\quad |\eta| = \frac{8 \sqrt{\log(2/\gamma)}}{\|\nabla f(x)\|^2},\ \|\eta \nabla f(x)\| \le 32 \sqrt{\log(2/\gamma)}`,
  reading:
    "“our results also hold” prints no constants; Theorem 2’s conclusion is taken for the step that (17) calls for, 8√log(2/γ)/‖∇f(x)‖² and at most 32√log(2/γ) long, at sizes where the gradient keeps half of itself",
  nonClaims: ["uniformity in x: the probability is for each x", "smooth activations, for which see input-law-smooth"],
  uses: { statement: ["theorem-2"] },
  parameters: [psi, d, k, gamma, norm],
  hypotheses: [
    isRelu,
    { latex: String.raw`x \ne 0`, holds: ({ norm }) => norm > 0, because: ({ norm }) => `‖x‖ is ${norm}` },
    ...reluStepSizes,
  ],
  draw: oneStepAtNorm,
  observed: (draw, given) => concludes(draw, given, 1),
  relation: ">=",
  // Nothing is known of a sign without the statement.
  trivial: () => 0,
  forms: {
    printed: { bound: () => 1, refutedAt: { psi: "relu", d: 2_097_153, k: 301, gamma: 0.5, norm: 1e5 } },
    repaired: {
      latex: String.raw`\forall x \ne 0: \mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta \nabla f(x))),\quad |\eta| = \frac{\|x\|}{\sqrt{d}} \frac{8 \sqrt{\log(2/\gamma)}}{\|\nabla f(x)\|^2},\ \|\eta \nabla f(x)\| \le \frac{\|x\|}{\sqrt{d}} 32 \sqrt{\log(2/\gamma)}`,
      reason:
        "f(cx) = cf(x) and ∇f(cx) = ∇f(x) for c > 0, so a step that flips the sign at x flips it at cx if it is c times as long; a step of fixed length is too short for large inputs: at ‖x‖ = 1000√d, |f(x)| is 1000 times as large. Theorem 2 says ‖η∇f(x)‖ ≤ C₅√log(1/γ) whatever ‖x‖, which only holds for ‖x‖ of order √d; what is invariant is the length relative to ‖x‖/√d.",
      bound: () => 1,
      observed: (draw, given) => concludes(draw, given, relativeNorm(given)),
    },
  },
  cells: [{ psi: ["relu"], d: [1e8], k: [1000], gamma: [0.1], norm: [1e-3, 1e4, 1e7] }],
  witness: near,
  mutants: {
    "the wrong sign": {
      of: "repaired",
      observed: (draw, given) => concludes(draw, given, relativeNorm(given), -1),
      at: near,
    },
    "a step as long as ‖x‖ for ‖x‖/√d": {
      of: "repaired",
      observed: (draw, given) => concludes(draw, given, 1 / relativeNorm(given)),
      at: far,
    },
  },
});
