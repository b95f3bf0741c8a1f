import { defineClaim, gamma, type Hypothesis } from "lemmacheck";
import { d, type Line } from "lemmacheck/networks";
import { alongGradient } from "../laws/layered-networks.js";
import { widths } from "../parameters.js";
import { flipsAt, relativeDeviation, TWICE, tangentStep } from "../shared/flips.js";
import { narrowest, sensitivity } from "../shared/narrowest.js";

const root = (gamma: number) => Math.sqrt(2 * (Math.LN2 - Math.log(gamma)));

/** Three times what draws show at the median; README has them. */
const CONSTANT = 3;

interface Given {
  readonly d: number;
  readonly widths: readonly number[];
  readonly gamma: number;
}

const SUM = String.raw`\sum_{l \le L} \frac{1}{\sqrt{\min(d, k_1, \ldots, k_l)}}`;

const flat: Hypothesis<Given> = {
  latex: String.raw`3 \sqrt{2 \log(2/\gamma)} ${SUM} \le 1`,
  holds: ({ d, widths, gamma }) => CONSTANT * root(gamma) * sensitivity(d, widths) <= 1,
  because: ({ d, widths, gamma }) =>
    `the left side is ${(CONSTANT * root(gamma) * sensitivity(d, widths)).toPrecision(4)}`,
};

const common = {
  kind: "whp",
  parameters: [d, widths, gamma],
  draw: alongGradient,
} as const;

const LATEX = String.raw`\mathrm{sign} f(x') \ne \mathrm{sign} f(x),\quad x' = x - \frac{2 f(x)}{\|\nabla f(x)\|^2} \nabla f(x)`;

/** A perturbation far below ‖x‖ flips the sign, whatever the widths as long as the depth is small beside them. */
export const layeredFlip = defineClaim({
  ...common,
  id: "layered-flip",
  label: "Abstract, the flip",
  quote:
    "For networks of constant depth and with a large range of widths (for instance, it suffices if the width of each layer is polynomial in that of any other layer), small perturbations of input vectors lead to large changes of outputs.",
  latex: LATEX,
  reading:
    "no step and no sizes are printed: twice the way to where the tangent at x meets 0, of a length that random-linear bounds, where the sum of 1/√(narrowest so far) over the layers, d among them, is at most 1/(3√(2 log(2/γ)))",
  nonClaims: [
    "that one step is what the paper takes: its proof is about small neighbourhoods",
    "that the sizes are needed",
  ],
  uses: { statement: ["random-linear"], proof: ["deviation"] },
  hypotheses: [flat],
  observed: (line: Line) => flipsAt(line, tangentStep(line, TWICE)),
  relation: ">=",
  trivial: () => 0,
  forms: { printed: { bound: () => 1 } },
  cells: [
    { d: [1e4], widths: ["3000-3000", "1000-30000", "30000-1000", "3000-600-3000"], gamma: [0.5, 0.1] },
    { d: [1e15], widths: ["2000x3", "1000-4000-16000"], gamma: [0.5, 0.1] },
  ],
  witness: { d: 1e4, widths: "3000-600-3000", gamma: 0.1 },
  mutants: {
    "half of the way to where the tangent meets 0": {
      observed: (line) => flipsAt(line, tangentStep(line, 1 / 2)),
      at: { d: 1e4, widths: "3000-600-3000", gamma: 0.1 },
    },
    uphill: {
      observed: (line) => flipsAt(line, tangentStep(line, -TWICE)),
      at: { d: 1e4, widths: "3000-3000", gamma: 0.1 },
    },
  },
});

/** Said of every depth. */
export const anyDepth = defineClaim({
  ...common,
  id: "any-depth",
  label: "Abstract, at any depth (misread)",
  quote:
    "The main result is for networks with constant depth, but we also show that some constraint on depth is necessary for a result of this kind",
  latex: String.raw`${LATEX} \quad (\min(d, k_1, \ldots, k_L) \ge 100)`,
  reading: "misread as: d and the narrowest layer from 100 on will do at any depth, γ ≥ 0.1",
  nonClaims: ["that the paper says so: it says the contrary"],
  uses: { statement: ["layered-flip"] },
  hypotheses: [
    { latex: String.raw`d \ge 100`, parameter: d, least: () => 100 },
    {
      latex: String.raw`\min_l k_l \ge 100`,
      holds: ({ widths }) => narrowest(widths) >= 100,
      because: ({ widths }) => `the narrowest layer has ${narrowest(widths)} neurons`,
    },
    { latex: String.raw`\gamma \ge 0.1`, parameter: gamma, least: () => 0.1 },
  ],
  observed: (line: Line) => flipsAt(line, tangentStep(line, TWICE)),
  relation: ">=",
  trivial: () => 0,
  forms: {
    printed: { bound: () => 1, refutedAt: { d: 100, widths: "200x40", gamma: 0.5 } },
    repaired: {
      latex: String.raw`${LATEX} \quad \left(3 \sqrt{2 \log(2/\gamma)} ${SUM} \le 1\right)`,
      reason: "each layer turns the gradient by about the step over the root of the narrowest so far: depth adds up",
      hypotheses: [flat],
      bound: () => 1,
    },
  },
  cells: [{ d: [1000], widths: ["200x40", "2000-2000"], gamma: [0.5] }],
  witness: { d: 1000, widths: "2000-2000", gamma: 0.5 },
  mutants: {
    "half of the way to where the tangent meets 0": {
      of: "repaired",
      observed: (line) => flipsAt(line, tangentStep(line, 1 / 2)),
      at: { d: 1000, widths: "2000-2000", gamma: 0.5 },
    },
  },
});

/** How far from its tangent f is at x′, relative to f(x). */
export const deviation = defineClaim({
  ...common,
  id: "deviation",
  label: "Abstract, the narrowest layer so far",
  quote:
    "Bottleneck layers play a key role: the minimal width up to some point in the network determines scales and sensitivities of mappings computed up to that point.",
  latex: String.raw`\frac{|f(x') + f(x)|}{|f(x)|} \le 3 \sqrt{2 \log(2/\gamma)} ${SUM}`,
  reading:
    "no bound is printed: a step of length t moves the outputs of layer l by about t/√(narrowest up to l) of their size, and f is off its tangent by as much, added over the layers; with 3√(2 log(2/γ)) for constant and length",
  nonClaims: ["that 1/√ is the right power of a width: see narrowest-order"],
  uses: { statement: ["random-linear"] },
  hypotheses: [
    {
      latex: String.raw`\min_l k_l \ge 2 \log_2(L/\gamma)`,
      holds: ({ widths, gamma }) => narrowest(widths) >= 2 * Math.log2(widths.length / gamma),
      because: ({ widths }) => `the narrowest of ${widths.length} layers has ${narrowest(widths)} neurons`,
    },
  ],
  observed: relativeDeviation,
  relation: "<=",
  everyGamma: true,
  trivial: () => Infinity,
  forms: {
    printed: { bound: ({ d, widths, gamma }) => CONSTANT * root(gamma) * sensitivity(d, widths) },
  },
  cells: [
    {
      d: [1000],
      widths: ["1000x3", "30-1000-1000", "1000-30-1000", "1000-1000-30", "200-400-800", "800-400-200"],
      gamma: [0.2],
    },
    { d: [1e9], widths: ["300x6", "1e4-100"], gamma: [0.2] },
    { d: [30], widths: ["1000-1000"], gamma: [0.2] },
  ],
  witness: { d: 1000, widths: "30-1000-1000", gamma: 0.2 },
  mutants: {
    "the width of each layer for the narrowest so far": {
      bound: ({ d, widths, gamma }) =>
        root(gamma) * widths.reduce((sum, width) => sum + 1 / Math.sqrt(Math.min(d, width)), 0),
      at: { d: 1000, widths: "20-1000x8", gamma: 0.2 },
    },
    "without the depth": {
      bound: ({ d, widths, gamma }) => (root(gamma) * sensitivity(d, widths)) / widths.length,
      at: { d: 1000, widths: "300x6", gamma: 0.2 },
    },
    "1/k for 1/√k": {
      bound: ({ widths, gamma }) => (CONSTANT * root(gamma) * widths.length) / narrowest(widths),
      at: { d: 1e4, widths: "1000x3", gamma: 0.2 },
    },
  },
});
