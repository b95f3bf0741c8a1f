import { defineClaim, gamma } from "lemmacheck";
import { d } from "lemmacheck/networks";
import { twoInputs } from "../laws/layered-networks.js";
import { eps, widths } from "../parameters.js";
import { narrowest } from "../shared/narrowest.js";

/** Deep networks have nearly the same value everywhere. */
export const nearConstant = defineClaim({
  id: "near-constant",
  label: "Abstract, deep networks",
  kind: "whp",
  quote:
    "there are suitably deep networks that, with constant probability, compute a function that is close to constant",
  latex: String.raw`|f(y) - f(x)| \le \varepsilon |f(x)|`,
  reading:
    "at two independent inputs of one network, with probability at least 1 − γ once L ≥ 10/(εγ) and the layers are 8 times as wide as the network is deep: for infinite widths 1 − ρ_L is about 9π²/(2L²), and P(|f(y) − f(x)| > ε|f(x)|) about 6/(Lε)",
  nonClaims: ["all inputs at once", "that γ may be small at a depth that does not grow"],
  parameters: [d, widths, eps, gamma],
  hypotheses: [
    {
      latex: String.raw`L \ge \frac{10}{\varepsilon \gamma}`,
      holds: ({ widths, eps, gamma }) => widths.length >= 10 / (eps * gamma),
      because: ({ widths, eps, gamma }) => `L is ${widths.length}, the right side is ${10 / (eps * gamma)}`,
    },
    {
      latex: String.raw`\min_l k_l \ge 8L`,
      holds: ({ widths }) => narrowest(widths) >= 8 * widths.length,
      because: ({ widths }) => `the narrowest of ${widths.length} layers has ${narrowest(widths)} neurons`,
    },
  ],
  draw: twoInputs,
  observed: ([first, second]) => (first === second ? 0 : Math.min(Math.abs(second / first - 1), Number.MAX_VALUE)),
  relation: "<=",
  trivial: () => Infinity,
  forms: { printed: { bound: ({ eps }) => eps } },
  cells: [{ d: [100], widths: ["320x30", "400x20-350x20"], eps: [0.7], gamma: [0.5] }],
  witness: { d: 100, widths: "320x30", eps: 0.7, gamma: 0.5 },
  mutants: {
    "a fifth of ε": { bound: ({ eps }) => eps / 5, at: { d: 100, widths: "320x30", eps: 0.7, gamma: 0.5 } },
    "of opposite inputs' sign": {
      observed: ([first, second]) => (first === second ? 0 : Math.min(Math.abs(second / first + 1), Number.MAX_VALUE)),
      at: { d: 100, widths: "320x30", eps: 0.7, gamma: 0.5 },
    },
  },
});
