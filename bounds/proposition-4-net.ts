import { defineClaim, gamma, nothing } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { logNetSizePerDimension } from "./constants/net-size.js";
import { largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import type { Given } from "./parameters.js";
import { netDisplay, netLog } from "./parts/proposition-4-displays.js";

type Setting = Given<"d" | "k" | "radius" | "gamma">;

/** log(2|N_ε|/γ) for the net of Corollary 4.2.13 at ε = R^{−4/3}k^{−4}. */
function unionBound({ d, k, radius, gamma }: Setting): number {
  const logInverseEpsilon = (4 / 3) * Math.log(radius) + 4 * Math.log(k);
  return d * logNetSizePerDimension(logInverseEpsilon, radius) + Math.LN2 - Math.log(gamma);
}

/** (21): the union bound in the proof of Proposition 4, from one point at level γ/(2|N_ε|) to the whole net. */
export const proposition4Net = defineClaim({
  id: "proposition-4-net",
  label: "(21)",
  kind: "step",
  quote:
    "sup_{(v,δ)∈Ω} Φ(v, δ) ≤ … ≤ 2 √((10d log(Rk) + log(2/γ))/d) ((2R √(log(d)/d))^{1/4} + √((10d log(Rk) + log(2/γ))/k)) + sup_{(v,δ),(v',δ')∈Ω: ‖v−v'‖+‖δ−δ'‖≤ε} |Φ(v, δ) − Φ(v', δ')|",
  latex: String.raw`2 \sqrt{\frac{\log(2 |N_\varepsilon| / \gamma)}{d}} \left( \left( 2R \sqrt{\frac{\log d}{d}} \right)^{1/4} + \sqrt{\frac{\log(2 |N_\varepsilon| / \gamma)}{k}} \right) \le 2 \sqrt{\frac{10d \log(Rk) + \log(2/\gamma)}{d}} \left( \left( 2R \sqrt{\frac{\log d}{d}} \right)^{1/4} + \sqrt{\frac{10d \log(Rk) + \log(2/\gamma)}{k}} \right)`,
  quantity: String.raw`2 \sqrt{\ell/d} ((2R \sqrt{\log(d)/d})^{1/4} + \sqrt{\ell/k}), \ell = \log(2 |N_\varepsilon| / \gamma)`,
  nonClaims: ["the display for fixed v and δ, from which it starts", "a level of γ: it is used at γ/2"],
  uses: { statement: ["proposition-4-fixed"], proof: ["proposition-4-net-size"] },
  parameters: [d, k, radius, gamma],
  hypotheses: largeWidth,
  draw: nothing,
  observed: (_, given) => netDisplay(given, unionBound(given)),
  relation: "<=",
  forms: { printed: { bound: (given) => netDisplay(given, netLog(given, 2)) } },
  region: {
    method: "monotonicity",
    note: "the display grows with its logarithm, and |N_ε| ≤ (Rk)^{10d} (`proposition-4-net-size`)",
  },
  cells: [{ d: ["least", 1e6, 1e15], k: ["least", 1e15], radius: [1, 30], gamma: [0.5, 1e-300] }],
  witness: { d: 1e4, k: 3000, radius: 1, gamma: 0.05 },
  mutants: {
    "no union bound": {
      bound: (given) => netDisplay(given, Math.LN2 - Math.log(given.gamma)),
      at: { d: 1e4, k: 3000, radius: 1, gamma: 0.05 },
    },
    "8d log(Rk)": {
      bound: (given) => netDisplay(given, netLog(given, 2) - 2 * given.d * Math.log(given.radius * given.k)),
      at: { d: 1e4, k: 3000, radius: 1, gamma: 0.05 },
    },
  },
});
