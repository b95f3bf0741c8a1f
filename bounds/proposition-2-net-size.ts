import { defineClaim, nothing } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { logNetSizePerDimension } from "./constants/net-size.js";
import { radiusOfOne } from "./hypotheses/hypotheses.js";

/** The size of the net in the proof of Proposition 2, both sides as logarithms. */
export const proposition2NetSize = defineClaim({
  id: "proposition-2-net-size",
  label: "Proposition 2, net",
  kind: "step",
  quote:
    "Let Ω := {(v, δ) : ‖v‖ = 1, ‖δ‖ ≤ R} and N_ε be an ε-net over Ω with ε = 1/k … (whose size is at most (10kR)^{2d} [Vershynin, 2018, Corollary 4.2.13])",
  latex: String.raw`\log |N_\varepsilon| \le d \log\left(1 + \frac{4}{\varepsilon}\right) + d \log\left(1 + \frac{4R}{\varepsilon}\right) \le 2d \log(10kR), \quad \varepsilon = 1/k`,
  quantity: String.raw`d \log(1 + 4/\varepsilon) + d \log(1 + 4R/\varepsilon)`,
  nonClaims: ["that every ε-net is so small: there is one", "that this net is the least"],
  parameters: [d, k, radius],
  hypotheses: [radiusOfOne],
  draw: nothing,
  observed: (_, { d, k, radius }) => d * logNetSizePerDimension(Math.log(k), radius),
  relation: "<=",
  forms: { printed: { bound: ({ d, k, radius }) => 2 * d * Math.log(10 * k * radius) } },
  region: {
    method: "monotonicity",
    note: "per dimension, (1 + 4k)(1 + 4kR) ≤ 5k·5kR = 25k²R ≤ (10kR)² for all k ≥ 1 and R ≥ 1/4",
  },
  cells: [{ d: [1, 100, 1e15], k: [1, 100, 1e15], radius: [1, 30] }],
  witness: { d: 100, k: 100, radius: 1 },
  mutants: {
    "(2kR)^{2d}": {
      bound: ({ d, k, radius }) => 2 * d * Math.log(2 * k * radius),
      at: { d: 100, k: 100, radius: 1 },
    },
    "(10kR)^d": { bound: ({ d, k, radius }) => d * Math.log(10 * k * radius), at: { d: 100, k: 100, radius: 1 } },
    "ε = 1/k²": {
      observed: (_, { d, k, radius }) => d * logNetSizePerDimension(2 * Math.log(k), radius),
      at: { d: 100, k: 100, radius: 1 },
    },
  },
});
