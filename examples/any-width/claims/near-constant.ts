import { defineClaim, gamma, type Hypothesis } from "lemmacheck";
import { d, type Line } from "lemmacheck/networks";
import { alongGradient, twoInputs } from "../laws/layered-networks.js";
import { eps, widths } from "../parameters.js";
import { relativeDeviation, TWICE, tangentStep } from "../shared/flips.js";
import { narrowest } from "../shared/narrowest.js";

interface Given {
  readonly widths: readonly number[];
  readonly eps: number;
  readonly gamma: number;
}

const deep: Hypothesis<Given> = {
  latex: String.raw`L \ge \frac{10}{\varepsilon \gamma}`,
  holds: ({ widths, eps, gamma }) => widths.length >= 10 / (eps * gamma),
  because: ({ widths, eps, gamma }) => `L is ${widths.length}, the right side is ${10 / (eps * gamma)}`,
};

const wide: Hypothesis<Given> = {
  latex: String.raw`\min_l k_l \ge 8L`,
  holds: ({ widths }) => narrowest(widths) >= 8 * widths.length,
  because: ({ widths }) => `the narrowest of ${widths.length} layers has ${narrowest(widths)} neurons`,
};

const common = {
  kind: "whp",
  quote:
    "there are suitably deep networks that, with constant probability, compute a function that is close to constant",
  parameters: [d, widths, eps, gamma],
  hypotheses: [deep, wide],
  relation: "<=",
  trivial: () => Infinity,
  forms: { printed: { bound: ({ eps }: Given) => eps } },
  witness: { d: 100, widths: "320x30", eps: 0.7, gamma: 0.5 },
} as const;

/** Deep networks have nearly the same value everywhere. */
export const nearConstant = defineClaim({
  ...common,
  id: "near-constant",
  label: "Abstract, deep networks",
  latex: String.raw`|f(y) - f(x)| \le \varepsilon |f(x)|`,
  reading:
    "at two independent inputs of one network, with probability at least 1 − γ once L ≥ 10/(εγ) and the layers are 8 times as wide as the network is deep: for infinite widths 1 − ρ_L is about 9π²/(2L²), and P(|f(y) − f(x)| > ε|f(x)|) about 6/(Lε)",
  nonClaims: ["all inputs at once", "that γ may be small at a depth that does not grow"],
  draw: twoInputs,
  observed: ([first, second]) => (first === second ? 0 : Math.min(Math.abs(second / first - 1), Number.MAX_VALUE)),
  cells: [{ d: [100], widths: ["320x30", "400x20-350x20"], eps: [0.7], gamma: [0.5] }],
  mutants: {
    "a fifth of ε": { bound: ({ eps }) => eps / 5, at: common.witness },
    "of opposite inputs' sign": {
      observed: ([first, second]) => (first === second ? 0 : Math.min(Math.abs(second / first + 1), Number.MAX_VALUE)),
      at: common.witness,
    },
  },
});

/** |f(x′) − f(x)|/|f(x)|; 0 where f(x) = 0 or there is nowhere to go. */
function relativeChange(line: Line): number {
  if (line.value === 0 || line.gradientNorm === 0) return 0;
  const [after] = line.at([tangentStep(line, TWICE)]);
  return Math.abs(after.value - line.value) / Math.abs(line.value);
}

/** They hardly change near an input, in the direction in which they change most at first. */
export const nearInput = defineClaim({
  ...common,
  id: "near-input",
  label: "Abstract, deep networks near an input",
  latex: String.raw`|f(x') - f(x)| \le \varepsilon |f(x)|,\quad x' = x - \frac{2 f(x)}{\|\nabla f(x)\|^2} \nabla f(x)`,
  reading:
    "near an input and along the gradient: where the tangent at x says −f(x), on which the flip of shallow networks rests, f is f(x) still but for ε, under the conditions of near-constant",
  nonClaims: ["all points near x at once", "that γ may be small at a depth that does not grow"],
  uses: { statement: ["random-linear"] },
  draw: alongGradient,
  observed: relativeChange,
  cells: [
    { d: [100], widths: ["320x30", "400x20-350x20"], eps: [0.7], gamma: [0.5] },
    { d: [1000], widths: ["640x72"], eps: [0.7], gamma: [0.2] },
  ],
  mutants: {
    "a fifth of ε": { bound: ({ eps }) => eps / 5, at: common.witness },
    "as the tangent has it": { observed: relativeDeviation, at: common.witness },
  },
});
