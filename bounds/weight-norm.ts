import { defineClaim, defineSampler, gamma } from "lemmacheck";
import { d, k } from "lemmacheck/networks";
import { chiSquare, logChiSquareTails, tailEnclosure } from "lemmacheck/probability";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "gamma">;

/** max_ℓ ‖w_ℓ‖², where d‖w_ℓ‖² are independent χ²_d. */
const largestWeight = defineSampler({
  id: "largest-weight",
  parameters: [d, k],
  cost: ({ k }) => 10 * k,
  draw: ({ d, k }, random) => {
    const bits = random("norms");
    let largest = 0;
    for (let i = 0; i < k; i++) largest = Math.max(largest, chiSquare(d, bits) / d);
    return largest;
  },
});

/** 1 + c√(log(k/γ)/d) */
const bound =
  (c: number) =>
  ({ d, k, gamma }: Setting) =>
    1 + c * Math.sqrt((Math.log(k) - Math.log(gamma)) / d);

/** log(1 − (1 − q)^k) for a probability q given by its logarithm. */
function logAnyOf(k: number, logQ: number): number {
  const logNone = k * Math.log1p(-Math.exp(logQ));
  // q underflows, or k·q is tiny: then it is k·q, to half of 1e-12.
  return logNone > -1e-12 ? Math.min(0, Math.log(k) + logQ) : Math.log(-Math.expm1(logNone));
}

/**
 * The norms of the weights, as (22) uses them: (1/√k)Σ_ℓ |w_ℓ·(v − v')| ≤ √k·max‖w_ℓ‖·‖v − v'‖, and the radicand there is
 * k·(1 + 4√(log(k/γ)/d)). "By using χ² concentration" means (11) with d for k and a union over the k neurons.
 */
export const weightNorm = defineClaim({
  id: "weight-norm",
  label: "(22), norms of the weights",
  kind: "whp",
  inProof: true,
  quote: "By using χ² concentration, it is easy to see that with probability at least 1 − γ: … √(k + 4k √(log(k/γ)/d))",
  latex: String.raw`\max_{\ell \le k} \|w_\ell\|^2 \le 1 + 4 \sqrt{\frac{\log(k/\gamma)}{d}}`,
  reading:
    "(22) alone is displayed; that ‖w_ℓ‖² ≤ 1 + 4√(log(k/γ)/d) for all ℓ is what its right side takes from “χ² concentration”",
  nonClaims: ["that (22) is false where this is: √k leaves it room enough"],
  uses: { proof: ["chi-square"] },
  parameters: [d, k, gamma],
  hypotheses: [
    { latex: String.raw`d \ge 4`, parameter: d, least: () => 4 },
    { latex: String.raw`d \ge \log(1/\gamma)`, parameter: d, least: ({ gamma }) => -Math.log(gamma) },
    { latex: String.raw`\sqrt{k} \ge 52`, parameter: k, least: () => 52 ** 2 },
  ],
  draw: largestWeight,
  observed: (largest) => largest,
  relation: "<=",
  // Chebyshev for each of k, with variance 2/d.
  trivial: ({ d, k, gamma }) => 1 + Math.sqrt((2 * k) / (d * gamma)),
  exact: ({ d, k }, right) => {
    const one = tailEnclosure(logChiSquareTails(d, d * (right - 1)).logUpper);
    const [least, most] = [logAnyOf(k, one.logLower), logAnyOf(k, one.logUpper)];
    const room = (log: number) => 2 ** -39 * (1 + Math.abs(log));
    return { logLower: least - room(least), logUpper: Math.min(0, most + room(most)) };
  },
  everyGamma: true,
  forms: {
    printed: { bound: bound(4), refutedAt: { d: 4, k: 1e6, gamma: 0.02 } },
    repaired: {
      latex: String.raw`d \ge \log(k/\gamma) \implies \max_{\ell \le k} \|w_\ell\|^2 \le 1 + 4 \sqrt{\frac{\log(k/\gamma)}{d}}`,
      reason:
        "P(χ²_d > d + 2√(dx) + 2x) ≤ e^{−x} (Laurent and Massart) is no more than d + 4√(dx) if x ≤ d, here for x = log(k/γ). Proposition 4 assumes d ≥ log(1/γ), without k: at d = 4, k = 10⁶ and γ = 0.02 one of the weights is longer with probability 0.12. 1 + 2√(log(k/γ)/d) + 2 log(k/γ)/d holds without a condition.",
      hypotheses: [
        {
          latex: String.raw`d \ge \log(k/\gamma)`,
          parameter: d,
          least: ({ k, gamma }) => Math.log(k) - Math.log(gamma),
        },
      ],
      bound: bound(4),
    },
  },
  cells: [
    { d: [4, 20, 1000, 1e15], k: [2704, 1e6, 1e15], gamma: [0.9, 0.02] },
    { d: [1000], k: [2704], gamma: [1e-300] },
  ],
  witness: { d: 1000, k: 2704, gamma: 0.05 },
  mutants: {
    "2 for 4, less a quarter": { of: "repaired", bound: bound(1.5), at: { d: 10_000, k: 2704, gamma: 0.02 } },
    "log(1/γ) for log(k/γ)": {
      of: "repaired",
      bound: ({ d, gamma }) => 1 + 4 * Math.sqrt(-Math.log(gamma) / d),
      at: { d: 1000, k: 1e9, gamma: 0.5 },
    },
    "d for √d": {
      of: "repaired",
      bound: ({ d, k, gamma }) => 1 + (4 * Math.sqrt(Math.log(k) - Math.log(gamma))) / d,
      at: { d: 1000, k: 2704, gamma: 0.05 },
    },
  },
});
