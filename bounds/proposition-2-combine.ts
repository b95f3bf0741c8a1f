import { defineClaim, gamma, nothing } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { radiusOfOne } from "./hypotheses/hypotheses.js";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "radius" | "gamma">;

/** The displays that the proof of Proposition 2 ends with: net display plus Lip(Φ)/k, over RL. */
function displays({ d, k, radius, gamma }: Setting): number {
  const log = -Math.log(gamma);
  const net = 2 * d * Math.log(radius * k) + log;
  const lipschitz = Math.sqrt(k) + 4 * Math.sqrt(log / d);
  return (4 / d) * Math.sqrt(net) * (1 + Math.sqrt(net / k)) + lipschitz / k;
}

/** 20(√(first/d) + second/√k), the bound of Proposition 2 over RL with logarithms of its own. */
const bound = ({ d, k }: Setting, first: number, second: number) => 20 * (Math.sqrt(first / d) + second / Math.sqrt(k));

/** log(cRk/γ) */
const logOf = ({ k, radius, gamma }: Setting, factor = 1) => Math.log(factor * radius * k) - Math.log(gamma);

/** The last step of Proposition 2: its bound from the displays of its proof. Both sides are over RL. */
export const proposition2Combine = defineClaim({
  id: "proposition-2-combine",
  label: "Proposition 2, last step",
  kind: "step",
  quote:
    "sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ 20RL(√(log(Rk/γ)/d) + log(1/γ)/√k) … ≤ (4RL/d) √(2d log(Rk) + log(1/γ)) (1 + √((2d log(Rk) + log(1/γ))/k)) + Lip(Φ)/k … Lip(Φ) ≤ RL(√k + 4√(log(1/γ)/d))",
  latex: String.raw`\frac{4RL}{d} \sqrt{2d \log(Rk) + \log\frac{1}{\gamma}} \left( 1 + \sqrt{\frac{2d \log(Rk) + \log(1/\gamma)}{k}} \right) + \frac{RL}{k} \left( \sqrt{k} + 4 \sqrt{\frac{\log(1/\gamma)}{d}} \right) \le 20RL \left( \sqrt{\frac{\log(Rk/\gamma)}{d}} + \frac{\log(1/\gamma)}{\sqrt{k}} \right)`,
  quantity: String.raw`(4/d) \sqrt{\ell} (1 + \sqrt{\ell/k}) + \mathrm{Lip}(\Phi) / (RLk), \ell = 2d \log(Rk) + \log(1/\gamma)`,
  nonClaims: [
    "the displays themselves, from which it starts as printed",
    "that both hold with probability 1 − γ: each does, together they do with probability 1 − 2γ",
  ],
  uses: { statement: ["proposition-2-net", "proposition-2-lipschitz"] },
  parameters: [d, k, radius, gamma],
  hypotheses: [radiusOfOne],
  draw: nothing,
  observed: (_, given) => displays(given),
  relation: "<=",
  forms: {
    printed: {
      bound: (given) => bound(given, logOf(given), -Math.log(given.gamma)),
      refutedAt: { d: 1, k: 1, radius: 1000, gamma: 0.5 },
    },
    repaired: {
      latex: String.raw`\ldots \le 20RL \left( \sqrt{\frac{\log(10Rk/\gamma)}{d}} + \frac{\log(10Rk/\gamma)}{\sqrt{k}} \right)`,
      reason:
        "The product of the two roots is (4/d)(2d log(Rk) + log(1/γ))/√k, so that 8RL·log(Rk)/√k stays, and RL/√k from Lip(Φ)/k: neither is below 20RL·log(1/γ)/√k once Rk is large beside 1/γ, nor below the first term once d is large beside k. With log(10Rk/γ) in both places everything fits: at most (4√2·√(Λ/d) + 8Λ/√k) + Λ/(√k·log 10) + 4√(Λ/d) for Λ = log(10Rk/γ), which is below 10√(Λ/d) + 9Λ/√k.",
      bound: (given) => bound(given, logOf(given, 10), logOf(given, 10)),
    },
  },
  region: {
    method: "monotonicity",
    note: "the repaired form, term by term as in its reason, from 2d log(Rk) + log(1/γ) ≤ 2dΛ, Λ ≥ log 10 and k ≥ 1",
  },
  cells: [{ d: [1, 100, 1e15], k: [1, 1e6, 1e15], radius: [1, 30], gamma: [0.99, 0.05] }],
  witness: { d: 100, k: 100, radius: 1, gamma: 0.05 },
  mutants: {
    "5RL for 20RL": {
      of: "repaired",
      bound: (given) => 0.25 * bound(given, logOf(given, 10), logOf(given, 10)),
      at: { d: 1e15, k: 1e15, radius: 30, gamma: 0.99 },
    },
    "d for √d": {
      of: "repaired",
      bound: (given) => bound(given, logOf(given, 10) / given.d, logOf(given, 10)),
      at: { d: 1e6, k: 1e15, radius: 1, gamma: 0.05 },
    },
    "k for √k": {
      of: "repaired",
      bound: (given) => bound(given, logOf(given, 10), logOf(given, 10) / Math.sqrt(given.k)),
      at: { d: 1e15, k: 1e6, radius: 1, gamma: 0.05 },
    },
    "Lip(Φ) not over k": {
      of: "repaired",
      observed: (_, given) => displays(given) + Math.sqrt(given.k),
      at: { d: 1e6, k: 1e6, radius: 1, gamma: 0.05 },
    },
  },
});
