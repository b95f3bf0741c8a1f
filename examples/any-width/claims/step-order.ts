import { defineClaim } from "lemmacheck";
import { d, k, oneStep, psi } from "lemmacheck/networks";
import { slopesAreKnown } from "../shared/roughness.js";

/** What an exponent may be off by on a short grid. */
const TOLERANCE = 0.1;
/** Widths that kernels draw some thousand times in seconds. */
const WIDEST = 1e6;

/** How ‖x′ − x‖/‖x‖ falls, with widths that grow like e^d. */
export const stepOrder = defineClaim({
  id: "step-order",
  label: "Abstract, the order of the step",
  kind: "trend",
  quote: "adversarial examples are ubiquitous … with no restriction on width",
  latex: String.raw`\frac{\|x' - x\|}{\|x\|} = \frac{2|f(x)|}{\|\nabla f(x)\| \sqrt{d}} = O(1/\sqrt{d}), \quad k = e^d`,
  reading:
    "the median of ‖x′ − x‖/‖x‖, with exponent at most −1/2 + 0.1 along d, d + 2, …, d + 6, k = ⌈e^d⌉ at each, up to 10⁶",
  nonClaims: ["sizes beyond the grid"],
  uses: { statement: ["step-length"] },
  parameters: [psi, d, k],
  hypotheses: [
    slopesAreKnown,
    { latex: String.raw`d \ge 6`, parameter: d, least: () => 6 },
    {
      latex: String.raw`\mathbb{E}\psi'(X)^2 \ge \tfrac14 \max(\mathrm{Lip}(\psi)^2, \mathbb{E}\psi(X)^2)`,
      holds: ({ psi }) => {
        const { derivativeSecondMoment: slope, secondMoment } = psi.gaussian;
        return slope.value >= Math.max(psi.lipschitz ** 2, secondMoment.value) / 4;
      },
      because: ({ psi }) => `E ψ′² is ${psi.gaussian.derivativeSecondMoment.value} for ${psi.id}`,
    },
  ],
  draw: oneStep,
  observed: ({ value, gradientNorm }, { d }) =>
    gradientNorm > 0 ? (2 * Math.abs(value)) / gradientNorm / Math.sqrt(d) : 0,
  relation: "<=",
  trend: {
    grid: (_, cell) =>
      [0, 2, 4, 6].map((more) => {
        const size = cell.d + more;
        return { size, cell: { ...cell, d: size, k: Math.min(WIDEST, Math.ceil(Math.exp(size))) } };
      }),
    printedExponent: () => -1 / 2,
    quantile: 0.5,
    draws: 1024,
  },
  forms: { printed: { bound: () => -1 / 2 + TOLERANCE } },
  cells: [{ psi: ["relu"], d: [6], k: ({ d }) => Math.ceil(Math.exp(d)) }],
  witness: { psi: "relu", d: 6, k: 404 },
  mutants: {
    "a step that does not shrink": {
      observed: ({ value, gradientNorm }) => (gradientNorm > 0 ? (2 * Math.abs(value)) / gradientNorm : 0),
      at: { psi: "relu", d: 6, k: 404 },
    },
    "O(1/d)": { bound: () => -1 + TOLERANCE, at: { psi: "relu", d: 6, k: 404 } },
  },
});
