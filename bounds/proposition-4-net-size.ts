import { defineClaim, nothing } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { logNetSizePerDimension } from "./constants/net-size.js";
import { largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import type { Given } from "./parameters.js";

/** log|N_ε| for log(1/ε) = (4/3)·log R + `order`·log k. */
const logSize = ({ d, k, radius }: Given<"d" | "k" | "radius">, order = 4) =>
  d * logNetSizePerDimension((4 / 3) * Math.log(radius) + order * Math.log(k), radius);

/** The size of the net in the proof of Proposition 4, both sides as logarithms: where 10d log(Rk) in (21) comes from. */
export const proposition4NetSize = defineClaim({
  id: "proposition-4-net-size",
  label: "Proposition 4, net",
  kind: "step",
  quote:
    "we use a covering argument (but this time with an ε-Net of size ε = R^{−4/3} k^{−4}) to show that … √((10d log(Rk) + log(2/γ))/d)",
  latex: String.raw`\log |N_\varepsilon| \le d \log\left(1 + \frac{4}{\varepsilon}\right) + d \log\left(1 + \frac{4R}{\varepsilon}\right) \le 10d \log(Rk), \quad \varepsilon = R^{-4/3} k^{-4}`,
  quantity: String.raw`d \log(1 + 4/\varepsilon) + d \log(1 + 4R/\varepsilon)`,
  nonClaims: ["that the paper states this size: it is what 10d log(Rk) in (21) stands for"],
  parameters: [d, k, radius],
  hypotheses: largeWidth,
  draw: nothing,
  observed: (_, given) => logSize(given),
  relation: "<=",
  forms: { printed: { bound: ({ d, k, radius }) => 10 * d * Math.log(radius * k) } },
  region: {
    method: "monotonicity",
    note: "per dimension, (1 + 4/ε)(1 + 4R/ε) ≤ 25R/ε² = 25R^(11/3)k⁸ ≤ R¹⁰k¹⁰ from k = 5 on",
  },
  cells: [{ d: ["least", 1e15], k: ["least", 1e6, 1e15], radius: [1, 30] }],
  witness: { d: 1e4, k: 3000, radius: 1 },
  mutants: {
    "8d log(Rk)": {
      bound: ({ d, k, radius }) => 8 * d * Math.log(radius * k),
      at: { d: 1e4, k: 3000, radius: 1 },
    },
    "ε = R^{−4/3}k^{−5}": { observed: (_, given) => logSize(given, 5), at: { d: 1e4, k: 3000, radius: 1 } },
  },
});
