import { defineClaim, gamma, nothing } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { logNetSizePerDimension } from "./constants/net-size.js";
import { radiusOfOne } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "radius" | "gamma">;

/** (4/d)√ℓ(1 + √(ℓ/k)), the fixed display over RL where its log(1/γ) is ℓ. */
function fixedDisplay({ d, k }: Setting, log: number): number {
  return (4 / d) * Math.sqrt(log) * (1 + Math.sqrt(log / k));
}

/** log(|N_ε|/γ) for the net of Corollary 4.2.13 at ε = 1/k. */
function unionBound({ d, k, radius, gamma }: Setting): number {
  return d * logNetSizePerDimension(Math.log(k), radius) - Math.log(gamma);
}

/**
 * The union bound in the proof of Proposition 2: from Φ(v, δ) at one point at level γ/|N_ε| to its supremum over the
 * net. Both sides are over RL, without Lip(Φ)/k.
 */
export const proposition2Net = defineClaim({
  id: "proposition-2-net",
  label: "Proposition 2, union bound",
  kind: "step",
  quote:
    "By a union bound over N_ε …, we obtain with probability at least 1 − γ: sup_{(v,δ)∈Ω} Φ(v, δ) ≤ … ≤ (4RL/d) √(2d log(Rk) + log(1/γ)) (1 + √((2d log(Rk) + log(1/γ))/k)) + Lip(Φ)/k",
  latex: String.raw`\frac{4RL}{d} \sqrt{\log\frac{|N_\varepsilon|}{\gamma}} \left( 1 + \sqrt{\frac{\log(|N_\varepsilon|/\gamma)}{k}} \right) \le \frac{4RL}{d} \sqrt{2d \log(Rk) + \log\frac{1}{\gamma}} \left( 1 + \sqrt{\frac{2d \log(Rk) + \log(1/\gamma)}{k}} \right)`,
  quantity: String.raw`(4/d) \sqrt{\ell} (1 + \sqrt{\ell/k}), \ell = \log(|N_\varepsilon| / \gamma)`,
  nonClaims: [
    "the display for fixed v and δ, from which it starts",
    "that the last display fails: Bernstein’s inequality has √6 and 2 for the 4’s of the fixed one, and log|N_ε| ≤ d log(25k²R) is within 4d log(Rk) from k = 5 on, so that it holds at every k ≥ 5; it is this step that does not give it",
  ],
  uses: { statement: ["proposition-2-fixed"], proof: ["proposition-2-net-size"] },
  parameters: [d, k, radius, gamma],
  hypotheses: [radiusOfOne],
  draw: nothing,
  observed: (_, given) => fixedDisplay(given, unionBound(given)),
  relation: "<=",
  forms: {
    printed: {
      bound: (given) => fixedDisplay(given, 2 * given.d * Math.log(given.radius * given.k) - Math.log(given.gamma)),
      refutedAt: { d: 1, k: 1, radius: 1, gamma: 0.5 },
    },
    repaired: {
      latex: String.raw`\ldots \le \frac{4RL}{d} \sqrt{2d \log(10Rk) + \log\frac{1}{\gamma}} \left( 1 + \sqrt{\frac{2d \log(10Rk) + \log(1/\gamma)}{k}} \right)`,
      reason:
        "The logarithm of (10kR)^{2d} is 2d log(10Rk); the printed display drops the 10. R = k = 1 leaves no room for a net at all. The net of Corollary 4.2.13 has (1 + 4k)^d(1 + 4kR)^d points, at most (25k²R)^d: from R = 25 on that is at most (Rk)^{2d}, and the printed display follows.",
      bound: (given) =>
        fixedDisplay(given, 2 * given.d * Math.log(10 * given.radius * given.k) - Math.log(given.gamma)),
    },
  },
  region: {
    method: "monotonicity",
    note: "the display grows with its logarithm, so the repaired form holds wherever |N_ε| ≤ (10kR)^{2d}, the printed one from R = 25 on, where 25k²R ≤ (Rk)²",
  },
  cells: [{ d: [1, 1e15], k: [1, 100, 1e15], radius: [1, 30], gamma: [0.05, 1e-300] }],
  witness: { d: 100, k: 100, radius: 1, gamma: 0.05 },
  mutants: {
    "no union bound": {
      of: "repaired",
      bound: (given) => fixedDisplay(given, -Math.log(given.gamma)),
      at: { d: 100, k: 100, radius: 30, gamma: 0.05 },
    },
    "d log(10Rk)": {
      of: "repaired",
      bound: (given) => fixedDisplay(given, given.d * Math.log(10 * given.radius * given.k) - Math.log(given.gamma)),
      at: { d: 100, k: 100, radius: 30, gamma: 0.05 },
    },
    "a net of (1 + 4k)^{2d}(1 + 4kR)^{2d} points": {
      of: "repaired",
      observed: (_, given) => fixedDisplay(given, 2 * unionBound(given)),
      at: { d: 100, k: 100, radius: 1, gamma: 0.05 },
    },
  },
});
