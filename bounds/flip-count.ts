import { defineClaim, gamma, pow } from "lemmacheck";
import { d, k, type NeighbourhoodDraw, neighbourhood, psi } from "lemmacheck/networks";
import { smallWidthHypotheses, smallWidthRadius } from "./constants/proposition-5-constants.js";
import { flipsFail, observedReluFlips, reluDoubt } from "./laws/relu-ball.js";
import type { Given } from "./parameters.js";
import { isRelu } from "./parts/proposition-3-parts.js";

type Setting = Given<"psi" | "d" | "k" | "gamma">;

/** The most flips over the ball of radius √k/log^power d. */
const observed = (draw: NeighbourhoodDraw, given: Setting, power = 6) =>
  observedReluFlips(draw, { ...given, radius: smallWidthRadius(given, power) });

const share = (power: number) => (given: Setting) => (300 * given.k) / pow(Math.log(given.d), power);

/** (24): few activations change over the ball of Proposition 5, uniformly. */
export const flipCount = defineClaim({
  id: "flip-count",
  label: "(24)",
  kind: "whp",
  inProof: true,
  quote:
    "uniformly on {y : ‖x − y‖ ≤ √k/log⁶ d} the cardinal of T_y := {i : sgn⟨w_i, x⟩ ≠ sgn⟨w_i, y⟩} is upper-bounded: |T_y| ≤ 300k/log³ d := B.",
  latex: String.raw`|T_y| \le \frac{300 k}{\log^3 d} := B \quad \forall y : \|x - y\| \le \frac{\sqrt{k}}{\log^6 d}`,
  quantity: String.raw`\sup_y |T_y|`,
  nonClaims: [
    "anything up to d = 807, where B ≥ k",
    "that so many change: over so small a ball it is hundreds of times fewer",
  ],
  uses: { proof: ["operator-norm", "small-activations", "proposition-5-flips"] },
  parameters: [psi, d, k, gamma],
  hypotheses: [isRelu, ...smallWidthHypotheses],
  draw: neighbourhood,
  observed: (draw: NeighbourhoodDraw, given) => observed(draw, given),
  relation: "<=",
  // There are k neurons.
  trivial: ({ k }) => k,
  uncertainty: reluDoubt,
  exact: (given, bound) => flipsFail({ ...given, radius: smallWidthRadius(given) }, bound),
  forms: { printed: { bound: share(3) } },
  cells: [
    { psi: ["relu"], d: [2000], k: [2000], gamma: [0.8] },
    { psi: ["relu"], d: [20_000], k: [20_000, 1e7], gamma: [0.5] },
    { psi: ["relu"], d: [1e6, 1e11], k: [1e6, 1e9, 1e14], gamma: [0.05, 1e-12] },
  ],
  witness: { psi: "relu", d: 2000, k: 2000, gamma: 0.8 },
  mutants: {
    "300k/log⁹ d": { bound: share(9), at: { psi: "relu", d: 8000, k: 16_500, gamma: 0.6 } },
    "over the ball of radius √k": {
      observed: (draw, given) => observed(draw, given, 0),
      at: { psi: "relu", d: 2000, k: 2000, gamma: 0.8 },
    },
  },
});
