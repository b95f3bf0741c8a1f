import { defineClaim } from "lemmacheck";
import { d, k, psi } from "lemmacheck/networks";
import { oneLayerAtInput } from "../laws/one-layer-at-input.js";
import { slopesAreKnown } from "../shared/roughness.js";

/** What an exponent may be off by on a short grid. */
const TOLERANCE = 0.1;

/** e^d, or 2^53, which is above e^36. */
const beyondExponential = (d: number) => Math.min(2 ** 53, Math.ceil(Math.exp(d)));

/** How ‖x′ − x‖/‖x‖ falls, with widths that grow like e^d. */
export const stepOrder = defineClaim({
  id: "step-order",
  label: "Abstract, the order of the step",
  kind: "trend",
  quote: "We present a result of the same type, with no restriction on width",
  latex: String.raw`\frac{\|x' - x\|}{\|x\|} = \frac{2|f(x)|}{\|\nabla f(x)\| \sqrt{d}} = O(1/\sqrt{d}), \quad k = e^d`,
  reading: "the median of ‖x′ − x‖/‖x‖, with exponent at most −1/2 + 0.1 along d, 2d and 4d with k = ⌈e^d⌉ at each",
  nonClaims: ["sizes beyond the grid", "other ψ than ReLU at such widths: they take e^d normal variables a draw"],
  uses: { statement: ["step-length"] },
  parameters: [psi, d, k],
  hypotheses: [
    slopesAreKnown,
    {
      latex: String.raw`6 \le d \le 9`,
      holds: ({ d }) => d >= 6 && d <= 9,
      because: ({ d }) => `d is ${d}; e^(4d) must be at most 2^53`,
    },
    {
      latex: "k = e^d",
      holds: ({ d, k }) => k === beyondExponential(d),
      because: ({ d, k }) => `k is ${k}, ⌈e^d⌉ is ${beyondExponential(d)}`,
    },
  ],
  draw: oneLayerAtInput,
  observed: ({ value, gradientNorm }, { d }) =>
    gradientNorm > 0 ? (2 * Math.abs(value)) / gradientNorm / Math.sqrt(d) : 0,
  relation: "<=",
  trend: {
    grid: (_, cell) =>
      [1, 2, 4].map((factor) => {
        const size = cell.d * factor;
        return { size, cell: { ...cell, d: size, k: beyondExponential(size) } };
      }),
    printedExponent: () => -1 / 2,
    quantile: 0.5,
    draws: 65_536,
  },
  forms: { printed: { bound: () => -1 / 2 + TOLERANCE } },
  cells: [{ psi: ["relu"], d: [9], k: ({ d }) => beyondExponential(d) }],
  witness: { psi: "relu", d: 9, k: 8104 },
  mutants: {
    "a step that does not shrink": {
      observed: ({ value, gradientNorm }) => (gradientNorm > 0 ? (2 * Math.abs(value)) / gradientNorm : 0),
      at: { psi: "relu", d: 9, k: 8104 },
    },
    "O(1/d)": { bound: () => -1 + TOLERANCE, at: { psi: "relu", d: 9, k: 8104 } },
  },
});
