import { defineClaim, gamma, nothing, pow } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import { smallWidthHypotheses } from "./constants/proposition-5-constants.js";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "gamma">;

/**
 * The neurons that may change within R = √k/log⁶ d, over k/log³ d: those with |w·x| ≤ 1/log³ d, at most 2k/log³ d, and of
 * the others those with |w·δ| > 1/log³ d, at most ‖W‖²R²log⁶ d = ‖W‖²k/log⁶ d.
 *
 * @param power of log d in the radius; 6 as printed.
 */
function flips({ d, k, gamma }: Setting, factor = 3, power = 6): number {
  const norm = factor * (1 + Math.sqrt((10 * (k - Math.log(gamma))) / d));
  return 2 + norm ** 2 * pow(Math.log(d), 9 - 2 * power);
}

/** (24) from the two displays before it. */
export const proposition5Flips = defineClaim({
  id: "proposition-5-flips",
  label: "(24), from the displays before",
  kind: "step",
  quote:
    "‖W‖ ≤ 3·(1 + √(10(k + log 1/δ)/d)), #{i : |⟨w_i, x⟩| ≤ 1/log³ d} ≤ 2·k/log³ d. Thus, uniformly on {y : ‖x − y‖ ≤ √k/log⁶ d} … |T_y| ≤ 300k/log³ d",
  latex: String.raw`\frac{2k}{\log^3 d} + \|W\|^2 R^2 \log^6 d \le \frac{300k}{\log^3 d}, \quad R = \frac{\sqrt{k}}{\log^6 d},\ \|W\| = 3 \left( 1 + \sqrt{\frac{10 (k + \log(1/\gamma))}{d}} \right)`,
  quantity: String.raw`2 + \|W\|^2 R^2 \log^9(d) / k`,
  nonClaims: ["the two displays, from which it starts", "that 300 is needed: 152 is enough"],
  uses: { statement: ["operator-norm", "small-activations"] },
  parameters: [d, k, gamma],
  hypotheses: smallWidthHypotheses,
  draw: nothing,
  observed: (_, given) => flips(given),
  relation: "<=",
  forms: { printed: { bound: () => 300 } },
  region: {
    method: "monotonicity",
    note: "the left side grows with k and 1/γ; at k = dx³ and log(1/γ) = d/(20x³), x = log d, it is 2 + 9(x^(−3/2) + √(10 + 1/(2x⁶)))², which falls in x and is below 152 at d = 3, the least d that the hypotheses leave",
  },
  cells: [
    { d: [100, 1000, 1e6, 1e12], k: ["least", 1000, 1e12], gamma: [0.99, 0.1] },
    { d: [1e9], k: [1e9, 8e12], gamma: [0.1] },
  ],
  witness: { d: 1e9, k: 8e12, gamma: 0.1 },
  mutants: {
    "80 for 300": { bound: () => 80, at: { d: 1e9, k: 8e12, gamma: 0.1 } },
    "R = √k/log³ d": { observed: (_, given) => flips(given, 3, 3), at: { d: 1e9, k: 8e12, gamma: 0.1 } },
    "6 for 3 in ‖W‖": { observed: (_, given) => flips(given, 6), at: { d: 1e9, k: 8e12, gamma: 0.1 } },
  },
});
