import { defineClaim, type Enclosure } from "lemmacheck";
import { d, k, oneStep, psi, type SlopedLine } from "lemmacheck/networks";
import { smooth } from "./hypotheses/hypotheses.js";
import { eta, type Given } from "./parameters.js";

/** Points of the segment from x to x − η∇f(x) at which the variation of the gradient is looked at. */
const POINTS = 16;

/**
 * The largest variation of the gradient along itself that is seen on the segment, max ⟨∇f(x) − ∇f(x − tη∇f(x)), ∇f(x)⟩/‖∇f(x)‖:
 * at most the supremum of (7), which is over a whole ball.
 */
function variationSeen({ gradientNorm, slopes }: SlopedLine, eta: number): number {
  const seen = slopes(Array.from({ length: POINTS }, (_, i) => (-eta * (i + 1)) / POINTS));
  return Math.max(0, ...seen.map((slope) => gradientNorm - slope / gradientNorm));
}

/**
 * f(x ∓ η∇f(x)) − f(x) + η‖∇f‖(‖∇f‖ − share·S), relative to η‖∇f‖², plus 1: at most 1 exactly when (7) holds. The
 * supremum S lies between what the segment shows and, for a linear ψ alone, 0.
 */
function relativeExcess(
  draw: SlopedLine,
  { psi, eta }: Given<"psi" | "eta">,
  sign = -1,
  decrease = 1,
  share = 1,
): Enclosure {
  const { value, gradientNorm } = draw;
  // Without a gradient both sides are f(x).
  if (gradientNorm === 0) return 1;
  const scale = eta * gradientNorm ** 2;
  const [after, before] = draw.at([sign * eta, 0]);
  const without = 1 + (after.value - value) / scale + decrease;
  const rounding = (before.rounding + after.rounding) / scale;
  if (share === 0 || psi.smoothness === 0) return { lower: without - rounding, upper: without + rounding };
  return { lower: -Infinity, upper: without + rounding - (share * variationSeen(draw, eta)) / gradientNorm };
}

/**
 * (7), the descent lemma (Lemma 3 of the paper's text): by f(x − η∇f) = f(x) − η∫⟨∇f(x − tη∇f), ∇f⟩dt. The variation of
 * the gradient that the segment itself shows is enough, and less than the supremum.
 */
export const descentLemma = defineClaim({
  id: "descent-lemma",
  label: "(7)",
  kind: "deterministic",
  quote: "f(x − η∇f(x)) ≤ f(x) − η‖∇f(x)‖ (‖∇f(x)‖ − sup_{‖δ‖/‖∇f(x)‖ ≤ η} ‖∇f(x) − ∇f(x + δ)‖)",
  latex: String.raw`f(x - \eta \nabla f(x)) \le f(x) - \eta \|\nabla f(x)\| \left( \|\nabla f(x)\| - \sup_{\|\delta\| \le \eta \|\nabla f(x)\|} \|\nabla f(x) - \nabla f(x + \delta)\| \right)`,
  quantity: String.raw`1 + (f(x - \eta \nabla f(x)) - \text{bound}) / (\eta \|\nabla f(x)\|^2)`,
  nonClaims: ["that the bracket is positive", "η ≤ 0"],
  parameters: [psi, d, k, eta],
  hypotheses: [smooth],
  draw: oneStep,
  effort: POINTS,
  observed: (draw: SlopedLine, given) => relativeExcess(draw, given),
  relation: "<=",
  forms: { printed: { bound: () => 1 } },
  cells: [
    { psi: ["tanh", "sin"], d: [1, 50], k: [1, 50], eta: [0.1, 3] },
    { psi: ["tanh"], d: [1, 50], k: [1, 50], eta: [100] },
    // With one neuron some draws are too near to equality to be told.
    { psi: ["sin"], d: [1, 50], k: [50], eta: [100] },
    { psi: ["identity"], d: [50], k: [50], eta: [3] },
  ],
  witness: { psi: "tanh", d: 50, k: 50, eta: 3 },
  mutants: {
    "no variation of the gradient": {
      observed: (draw, given) => relativeExcess(draw, given, -1, 1, 0),
      at: { psi: "tanh", d: 50, k: 50, eta: 3 },
    },
    "ascent for descent": {
      observed: (draw, given) => relativeExcess(draw, given, 1),
      at: { psi: "identity", d: 50, k: 50, eta: 1 },
    },
    "twice the decrease": {
      observed: (draw, given) => relativeExcess(draw, given, -1, 2),
      at: { psi: "identity", d: 50, k: 50, eta: 1 },
    },
  },
});
