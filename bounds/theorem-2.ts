import { defineClaim, type Enclosure, gamma, type Hypothesis, pow } from "lemmacheck";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import type { StepChanges } from "./constants/theorem-1-step.js";
import { THEOREM_TWO_STEP, theoremTwoLogConstants } from "./constants/theorem-2-constants.js";
import { FINITE_STEP, finiteLeastDimension, finiteLeastWidth } from "./constants/theorem-2-finite.js";
import type { Given } from "./parameters.js";
import { alongGradient, flipsSign } from "./parts/flips-sign.js";
import { isRelu } from "./parts/proposition-3-parts.js";

type Setting = Given<"psi" | "d" | "k" | "gamma">;

/** 1 if the step changes the sign of f and is no longer than the theorem says with those constants, 0 if not. */
function concludes(
  draw: SlopedLine,
  { gamma }: Setting,
  { step = 1, limit = 1 }: StepChanges = {},
  { C4, C5 }: { readonly C4: number; readonly C5: number } = FINITE_STEP,
): Enclosure {
  const root = Math.sqrt(-Math.log(gamma));
  return flipsSign(alongGradient(draw), {
    eta: (step * C4 * root) / draw.gradientNorm ** 2,
    limit: limit * C5 * root,
  });
}

/** A hypothesis e^logConstant·left ≤ right, whose constant may be beyond every double. */
function atMost(
  latex: string,
  name: "logC1" | "logC2" | "logC3",
  sides: (given: Setting) => readonly [left: number, right: number],
): Hypothesis<Setting> {
  return {
    latex,
    holds: (given) => {
      const [left, right] = sides(given);
      return theoremTwoLogConstants()[name] + Math.log(left) <= Math.log(right);
    },
    because: () =>
      `by the proof the constant is 10^${Math.ceil(theoremTwoLogConstants()[name] / Math.LN10)}, so that no d from 2 to 2^53 will do`,
  };
}

/**
 * Theorem 2. The paper leaves its constants open. Those of its proof (`theorem-2-cases`) allow no size that can be
 * drawn, but for d = 1, where log d = 0 makes the hypotheses hold whatever the constants are. The repaired form
 * keeps the argument of Case 2 and makes it finite: see `finiteMargin`.
 */
export const theorem2 = defineClaim({
  id: "theorem-2",
  label: "Theorem 2",
  kind: "whp",
  quote:
    "let η ∈ ℝ such that |η| = C_4 √log(1/γ)/‖∇f(x)‖² and sign(η) = −sign(f(x)). Then, with probability at least 1 − γ, one has: sign(f(x)) ≠ sign(f(x + η∇f(x))). Moreover, we have ‖η∇f(x)‖ ≤ C_5 √log(1/γ).",
  latex: String.raw`\mathrm{sign}(f(x)) \ne \mathrm{sign}(f(x + \eta \nabla f(x))) \text{ and } \|\eta \nabla f(x)\| \le C_5 \sqrt{\log(1/\gamma)},\quad |\eta| = \frac{C_4 \sqrt{\log(1/\gamma)}}{\|\nabla f(x)\|^2},\ C_4 = ${THEOREM_TWO_STEP.C4},\ C_5 = ${THEOREM_TWO_STEP.C5}`,
  reading:
    "“There exist constants”: those of the proof, C_4 = 128 and C_5 = 512, and C_1, C_2 and C_3 as `theorem-2-cases` works them out",
  freeConstants: {
    audited: "the constants of the proof",
    everyChoice: ({ d, gamma }) =>
      d === 1 && gamma < 1 / 2
        ? "log d = 0 makes the hypotheses hold for any C_1, C_2 and C_3, and f(tx) = t·f(x) for t > 0: a step that stays on this side of 0 flips nothing, one beyond it flips with probability 1/2 at most, whatever C_4 and C_5"
        : null,
  },
  nonClaims: [
    "that the paper prints constants: all are those of its proof, and of the repaired form ours",
    "in its repaired form, widths far beyond d: those are Case 1, for which `constants theorem-2` has sizes that no draw reaches",
    "that the sign does not flip at smaller sizes: it does, but for reasons the proof does not give",
  ],
  uses: {
    proof: [
      "proposition-3-simplified",
      "proposition-4-simplified",
      "proposition-5",
      "theorem-2-cases",
      "theorem-2-chain",
      "theorem-2-step-size",
    ],
  },
  parameters: [psi, d, k, gamma],
  hypotheses: [isRelu],
  draw: oneStep,
  observed: (draw: SlopedLine, given) => concludes(draw, given, {}, THEOREM_TWO_STEP),
  relation: ">=",
  // Nothing is known of a sign without the theorem.
  trivial: () => 0,
  forms: {
    printed: {
      hypotheses: [
        atMost(String.raw`C_1 \log^6(d) \log(1/\gamma) \le k`, "logC1", ({ d, k, gamma }) => [
          -pow(Math.log(d), 6) * Math.log(gamma),
          k,
        ]),
        atMost(String.raw`C_2 \log^3(d) \log(1/\gamma) \le d`, "logC2", ({ d, gamma }) => [
          -pow(Math.log(d), 3) * Math.log(gamma),
          d,
        ]),
        atMost(String.raw`C_3 \log^4(k) \log(1/\gamma) \le d / \log(d)`, "logC3", ({ d, k, gamma }) => [
          -pow(Math.log(k), 4) * Math.log(gamma) * Math.log(d),
          d,
        ]),
      ],
      bound: () => 1,
      refutedAt: { psi: "relu", d: 1, k: 1000, gamma: 0.1 },
    },
    repaired: {
      observed: (draw, given) => concludes(draw, given),
      latex: String.raw`C_4 = ${FINITE_STEP.C4},\ C_5 = ${FINITE_STEP.C5},\ \gamma \le \tfrac{1}{2},\ k \ge k_0(\gamma),\ d \ge d_0(k, \gamma) \implies \ldots,\quad k_0(0.1) \approx 3.2 \cdot 10^4,\ d_0(6.4 \cdot 10^4, 0.1) \approx 7.2 \cdot 10^6,\ d_0(10^7, 0.1) \approx 8.5 \cdot 10^6`,
      reason:
        "At d = 1, log d = 0 makes all three hypotheses hold for any constants, and the sign of f on the far side of the origin is independent of that at x: half of the steps fail: the statement needs d ≥ 2. There the first hypothesis asks for too little (`theorem-2-cases`), and the constants of the proof put d beyond 10^400000. The argument of Proposition 5, few small |w_ℓ·x| and few others that a step within ‖W‖R can turn, needs no logarithms of d: with its threshold free and the union bounds counted it gives k₀ and d₀ (`constants theorem-2`).",
      hypotheses: [
        {
          latex: String.raw`\gamma \le \tfrac{1}{2}`,
          holds: ({ gamma }) => gamma <= 1 / 2,
          because: ({ gamma }) => `γ is ${gamma}`,
        },
        { latex: String.raw`k \ge k_0(\gamma)`, parameter: k, least: ({ gamma }) => finiteLeastWidth(gamma) },
        {
          latex: String.raw`d \ge d_0(k, \gamma)`,
          parameter: d,
          least: ({ k, gamma }) => finiteLeastDimension(k, gamma),
        },
      ],
      bound: () => 1,
    },
  },
  cells: [
    { psi: ["relu"], d: [1], k: [1000], gamma: [0.1] },
    { psi: ["relu"], d: [1e7, 1e15], k: [64_000], gamma: [0.5, 0.1] },
    { psi: ["relu"], d: ["least"], k: [1e6], gamma: [0.1] },
    { psi: ["relu"], d: [1e9], k: [120_000], gamma: [0.01] },
  ],
  witness: { psi: "relu", d: 1e7, k: 64_000, gamma: 0.1 },
  mutants: {
    "the wrong sign": {
      of: "repaired",
      observed: (draw, given) => concludes(draw, given, { step: -1 }),
      at: { psi: "relu", d: 1e7, k: 64_000, gamma: 0.1 },
    },
    "a 16th of the step": {
      of: "repaired",
      observed: (draw, given) => concludes(draw, given, { step: 1 / 16 }),
      at: { psi: "relu", d: 1e7, k: 64_000, gamma: 0.1 },
    },
    "half of C₅": {
      of: "repaired",
      observed: (draw, given) => concludes(draw, given, { limit: 1 / 2 }),
      at: { psi: "relu", d: 1e7, k: 64_000, gamma: 0.1 },
    },
  },
});
