import { defineClaim, nothing } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "radius">;

/** k times the right side of (19) for a move of length ε = R^{−4/3}k^{−4}; `least` is its 1/d. */
function expected({ d, k, radius }: Setting, least = 1 / d): number {
  const epsilon = Math.exp(-(4 / 3) * Math.log(radius) - 4 * Math.log(k));
  return k * (epsilon * Math.sqrt((2 * Math.log(d)) / d) + least);
}

/**
 * Where "at most 4d" neurons differ in (23) is to come from: (19), at the net's ε. The left side is the mean number that
 * (19) allows, k·(ε√(2 log(d)/d) + 1/d), and so at least k/d.
 */
export const proposition4Count = defineClaim({
  id: "proposition-4-count",
  label: "(23), 4d by (19)",
  kind: "step",
  quote:
    "By using (19) we are able to show that with probability 1 − δ for any (v, δ) ∈ N_ε there is at most 4d different activated neurons between Φ(v, δ) and Φ(v, δ')",
  latex: String.raw`k \left( \varepsilon \sqrt{\frac{2 \log d}{d}} + \frac{1}{d} \right) \le 4d, \quad \varepsilon = R^{-4/3} k^{-4}`,
  quantity: String.raw`k (\varepsilon \sqrt{2 \log(d) / d} + 1/d)`,
  nonClaims: [
    "that more than 4d differ: at a distance of ε next to none do (proposition-4-microscopic)",
    "that the number is at most 4d with probability 1 − δ and for all of the net where its mean is",
  ],
  uses: { proof: ["sign-change"] },
  parameters: [d, k, radius],
  hypotheses: largeWidth,
  draw: nothing,
  observed: (_, given) => expected(given),
  relation: "<=",
  forms: {
    printed: { bound: ({ d }) => 4 * d, refutedAt: { d: 4, k: 2704, radius: 1 } },
    repaired: {
      latex: String.raw`k \le 3d^2 \text{ besides}`,
      reason:
        "The 1/d of (19) does not shrink with the move, so that it allows k/d neurons to differ at any distance, more than 4d once k exceeds 4d². Widths are to be anything up to exp(d^0.24). The probability itself is the angle over π, about ε/(π√d), and k of it are below 1/k³: with it in the place of (19) there is room at every k.",
      hypotheses: [
        {
          latex: String.raw`k \le 3d^2`,
          holds: ({ d, k }) => k <= 3 * d * d,
          because: ({ d, k }) => `k is ${k}, 3d² is ${3 * d * d}`,
        },
      ],
      bound: ({ d }) => 4 * d,
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form: k/d ≤ 3d, and kε√(2 log(d)/d) ≤ k^(−3), since R ≥ 1 and 2 log d ≤ d, which is below d",
  },
  cells: [{ d: ["least", 100, 1e4, 1e15], k: ["least", 30_000, 1e8, 1e15], radius: [1, 3] }],
  witness: { d: 100, k: 20_000, radius: 1 },
  mutants: {
    "3d/2": { of: "repaired", bound: ({ d }) => 1.5 * d, at: { d: 100, k: 20_000, radius: 1 } },
    "1/√d for 1/d": {
      of: "repaired",
      observed: (_, given) => expected(given, 1 / Math.sqrt(given.d)),
      at: { d: 100, k: 20_000, radius: 1 },
    },
  },
});
