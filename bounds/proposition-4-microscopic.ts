import { defineClaim, gamma } from "lemmacheck";
import {
  d,
  k,
  logDifferingTail,
  logMicroscopicTail,
  meetingPoint,
  type NeighbourhoodDraw,
  neighbourhood,
  psi,
  radius,
} from "lemmacheck/networks";
import { dimensionAtLeastLog, largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import { isDrawn, trivialReluVariation } from "./laws/relu-ball.js";
import type { Given } from "./parameters.js";
import { isRelu } from "./parts/proposition-3-parts.js";
import { microscopicDisplay } from "./parts/proposition-4-displays.js";

type Setting = Given<"psi" | "d" | "k" | "gamma" | "radius">;

/** log ε = log(R^{−4/3}k^{−4}) */
const logEpsilon = ({ k, radius }: Setting) => -(4 / 3) * Math.log(radius) - 4 * Math.log(k);
/** (23): 18√(d/k)·√(log(4k) + log(8/γ)/d) */
const printed = (given: Setting) => microscopicDisplay(given, 8);

/** log P that more than 4d activations differ, or the change is above `share` of the printed bound. */
function logFails(given: Setting, share: number): number {
  const ball = { ...given, logEpsilon: logEpsilon(given) };
  const [count, change] = [
    logDifferingTail(ball, 4 * given.d * share),
    logMicroscopicTail(ball, printed(given) * share),
  ];
  return Math.min(0, Math.max(count, change) + Math.LN2);
}

/** The share of γ that the upper end may take up. */
const DOUBT = 1 / 16;

/** A share of both bounds that is kept but for that part of γ; the largest number where the law does not even give 1. */
function certifiedShare(given: Setting): number {
  const isKept = (share: number) => logFails(given, share) <= Math.log(DOUBT * given.gamma);
  if (!isKept(1)) return Number.MAX_VALUE;
  let share = 1;
  while (isKept(0.9 * share)) share *= 0.9;
  return share;
}

/**
 * The larger of the shares that the number of differing activations takes up of 4d, and the change of ∇f of its bound:
 * below where hyperplanes meet, above by the law of the weights.
 */
function observed({ around }: NeighbourhoodDraw, given: Setting, change = 1, count = 1) {
  const found = meetingPoint(around, given.radius, MOST_MET);
  const lower = found
    ? Math.max((change * found.size) / printed(given), (count * found.neurons.length) / (4 * given.d))
    : 0;
  const upper = Math.min(Number.MAX_VALUE, certifiedShare(given) * Math.max(change, count));
  return { lower: Math.min(lower, upper), upper };
}

/** Hyperplanes that an attack makes meet. */
const MOST_MET = 12;

/** (23): what a move of ε = R^{−4/3}k^{−4} may change, anywhere in the ball. */
export const proposition4Microscopic = defineClaim({
  id: "proposition-4-microscopic",
  label: "(23)",
  kind: "whp",
  inProof: true,
  quote:
    "with probability 1 − δ for any (v, δ) ∈ N_ε there is at most 4d different activated neurons between Φ(v, δ) and Φ(v, δ') and thus by applying a concentration result of Lipschitz function of Gaussians we get, |Φ(δ, v) − Φ(δ', v)| ≤ 18 √(d/k) √(log 4k + log(8/γ)/d).",
  latex: String.raw`\#\{\ell : \mathrm{sign}(w_\ell \cdot (x + \delta)) \ne \mathrm{sign}(w_\ell \cdot (x + \delta'))\} \le 4d \text{ and } |\Phi(\delta, v) - \Phi(\delta', v)| \le 18 \sqrt{\frac{d}{k}} \sqrt{\log 4k + \frac{\log(8/\gamma)}{d}} \quad \forall \|\delta - \delta'\| \le \varepsilon = R^{-4/3} k^{-4}`,
  quantity: String.raw`\max(\# / (4d), |\Phi(\delta, v) - \Phi(\delta', v)| / \text{bound})`,
  nonClaims: [
    "that the points of a net are meant alone: it is audited for every δ of the ball",
    "more than ‖W‖ ≤ 1 + √(k/d) + … unless k is beyond 45d to 100d, the more the larger d",
    "moves of a length that matters: ε is below 1e-13 at every admissible k",
  ],
  uses: { proof: ["sign-change", "proposition-4-count"] },
  parameters: [psi, d, k, gamma, radius],
  hypotheses: [isRelu, ...largeWidth, dimensionAtLeastLog],
  draw: neighbourhood,
  observed: (draw: NeighbourhoodDraw, given) => observed(draw, given),
  relation: "<=",
  // Vacuous where the second bound is.
  trivial: (given) => (printed(given) < trivialReluVariation(given) ? Number.MAX_VALUE : 0),
  uncertainty: ({ gamma }) => DOUBT * gamma,
  exact: (given, share) => (isDrawn(given) ? null : { logLower: -Infinity, logUpper: logFails(given, share) }),
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["relu"], d: [4, 12], k: [2704], gamma: [0.5], radius: [1] },
    { psi: ["relu"], d: [1e4, 1e15], k: [1e9, 1e15], gamma: [0.05, 1e-300], radius: [1, 50] },
  ],
  witness: { psi: "relu", d: 12, k: 2704, gamma: 0.5, radius: 1 },
  mutants: {
    "18/200 for 18": {
      observed: (draw, given) => observed(draw, given, 200),
      at: { psi: "relu", d: 12, k: 2704, gamma: 0.5, radius: 1 },
    },
    "at most d/2 neurons": {
      observed: (draw, given) => observed(draw, given, 1, 8),
      at: { psi: "relu", d: 4, k: 2704, gamma: 0.5, radius: 1 },
    },
  },
});
