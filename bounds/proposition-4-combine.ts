import { defineClaim, gamma, nothing, pow } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { dimensionAtLeastLog, largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import { combinedDisplays, largeWidthBound } from "./parts/proposition-4-displays.js";

/**
 * The last step of Proposition 4. It has room enough for the union bound that the paper leaves out: it holds as well
 * with each of the three displays at level γ/3.
 */
export const proposition4Combine = defineClaim({
  id: "proposition-4-combine",
  label: "Proposition 4, last step",
  kind: "step",
  quote:
    "Combining (21), (22), and (23), we get sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ 20 (R log²(Rk) √(log d/d))^{1/4} + 40 √(d/k) log(Rk)",
  latex: String.raw`\text{(21)} + R^{-4/3} k^{-4} \sqrt{k + 4k \sqrt{\frac{\log(k/\gamma)}{d}}} + 18 \sqrt{\frac{d}{k}} \sqrt{\log 4k + \frac{\log(8/\gamma)}{d}} \le 20 \left( R \log^2(Rk) \sqrt{\frac{\log d}{d}} \right)^{1/4} + 40 \sqrt{\frac{d}{k}} \log(Rk)`,
  quantity: String.raw`\text{(21)} + \text{(22)} + \text{(23)}`,
  nonClaims: [
    "(21), (22) and (23) themselves, from which it starts as printed",
    "that the three hold together with probability 1 − γ: their levels add up to 5γ/2, and γ/3 each leaves the step true",
  ],
  uses: { statement: ["proposition-4-net", "proposition-4-direction", "proposition-4-microscopic"] },
  parameters: [d, k, radius, gamma],
  hypotheses: [...largeWidth, dimensionAtLeastLog],
  draw: nothing,
  observed: (_, given) => combinedDisplays(given),
  relation: "<=",
  forms: { printed: { bound: largeWidthBound } },
  region: {
    method: "monotonicity",
    note: "with ℒ = log(Rk) ≥ log 52² ≥ 7.9, d ≥ 4 and log(1/γ) ≤ d: the logarithm of (21) is at most 10.2dℒ, so (21) is at most 2·2^(1/4)√(10.2ℒ)(R√(log(d)/d))^(1/4) + 20.4√(d/k)ℒ with 2·2^(1/4)√10.2 < 7.6; (23) is at most 18√(d/k)√(ℒ + 2.91) ≤ 7.6√(d/k)ℒ; (22) at most 3k^(−3.5) ≤ √(d/k)ℒ. In sum 7.6 of 20 and 29 of 40 are used",
  },
  cells: [{ d: ["least", 1e6, 1e15], k: ["least", 1e15], radius: [1, 30], gamma: [0.5, 1e-300] }],
  witness: { d: 1e4, k: 3000, radius: 1, gamma: 0.05 },
  mutants: {
    "20 for 40": {
      bound: ({ d, k, radius }) => largeWidthBound({ d, k, radius }) - 20 * Math.sqrt(d / k) * Math.log(radius * k),
      at: { d: 1e15, k: 3000, radius: 1, gamma: 0.05 },
    },
    "2 for 20, at a large width": {
      bound: ({ d, k, radius }) =>
        largeWidthBound({ d, k, radius }) -
        18 * pow(radius * Math.log(radius * k) ** 2 * Math.sqrt(Math.log(d) / d), 1 / 4),
      at: { d: 1e4, k: 1e15, radius: 1, gamma: 0.05 },
    },
    "no log² under the fourth root": {
      bound: ({ d, k, radius }) =>
        20 * pow(radius * Math.sqrt(Math.log(d) / d), 1 / 4) + 40 * Math.sqrt(d / k) * Math.log(radius * k),
      at: { d: 1e4, k: 1e15, radius: 1, gamma: 0.05 },
    },
  },
});
