import { defineClaim, gamma, nothing, pow } from "lemmacheck";
import { d, k, radius } from "lemmacheck/networks";
import { dimensionAtLeastLog, largeWidth } from "./hypotheses/proposition-4-hypotheses.js";
import type { Given } from "./parameters.js";

type Setting = Given<"d" | "k" | "radius" | "gamma">;

/** √2·σ√log(1/γ) + c·log(1/γ)/√k, (10) over √k, with σ and c of (20). */
function bernstein({ d, k, radius, gamma }: Setting): number {
  const log = -Math.log(gamma);
  const fourthRoot = pow(2 * radius * Math.sqrt(Math.log(d) / d), 1 / 4);
  const sigma = (2 / Math.sqrt(d)) * fourthRoot;
  return sigma * Math.sqrt(2 * log) + (2 * log) / Math.sqrt(d * k);
}

/** 2√(log(1/γ)/d)(factor·(2R√(log(d)/d))^(1/4) + √(log(1/γ)/k)) */
function display({ d, k, radius, gamma }: Setting, factor = 1): number {
  const log = -Math.log(gamma);
  const fourthRoot = pow(2 * radius * Math.sqrt(Math.log(d) / d), 1 / 4);
  return 2 * Math.sqrt(log / d) * (factor * fourthRoot + Math.sqrt(log / k));
}

/** The display for fixed v and δ in the proof of Proposition 4, from (10) and the moments (20). */
export const proposition4Bernstein = defineClaim({
  id: "proposition-4-bernstein",
  label: "Proposition 4, Bernstein",
  kind: "step",
  quote:
    "Φ(v, δ) := … ≤ 2 √(log(1/γ)/d) ((2R √(log(d)/d))^{1/4} + √(log(1/γ)/k)). This inequality is proven via Bernstein's inequality … with σ = (2/√d) × (2R √(log(d)/d))^{1/4} and c = 2/√d",
  latex: String.raw`\sqrt{2 \sigma^2 \log\tfrac{1}{\gamma}} + \frac{c \log(1/\gamma)}{\sqrt{k}} \le 2 \sqrt{\frac{\log(1/\gamma)}{d}} \left( \left( 2R \sqrt{\frac{\log d}{d}} \right)^{1/4} + \sqrt{\frac{\log(1/\gamma)}{k}} \right)`,
  nonClaims: [
    "(20), from which it starts",
    "that Φ itself is larger: (20) has room, and the display may hold by a better σ",
    "anything for what follows: the last step of Proposition 4 has room for the √2",
  ],
  uses: { statement: ["bernstein", "relu-moments"] },
  parameters: [d, k, radius, gamma],
  hypotheses: [...largeWidth, dimensionAtLeastLog],
  draw: nothing,
  observed: (_, given) => bernstein(given),
  relation: "<=",
  forms: {
    printed: { bound: (given) => display(given), refutedAt: { d: 4, k: 2704, radius: 1, gamma: 0.5 } },
    repaired: {
      latex: String.raw`\ldots \le 2 \sqrt{\frac{\log(1/\gamma)}{d}} \left( \sqrt{2} \left( 2R \sqrt{\frac{\log d}{d}} \right)^{1/4} + \sqrt{\frac{\log(1/\gamma)}{k}} \right)`,
      reason:
        "(10) has √(2σ²k log(1/γ)): its 2 was lost, and with it a factor √2 in the first term, at every d, k, R and γ. With it the two sides are equal.",
      bound: (given) => display(given, Math.SQRT2),
    },
  },
  region: { method: "monotonicity", note: "of the repaired form: both sides are the same sum of two terms" },
  cells: [{ d: [1e4, 1e15], k: ["least", 1e15], radius: [1, 30], gamma: [0.99, 1e-300] }],
  witness: { d: 1e4, k: 3000, radius: 1, gamma: 0.05 },
  mutants: {
    "√2 for the second term instead": {
      of: "repaired",
      bound: (given) => display(given) + (2 * (Math.SQRT2 - 1) * -Math.log(given.gamma)) / Math.sqrt(given.d * given.k),
      at: { d: 1e4, k: 1e15, radius: 1, gamma: 0.05 },
    },
    "c = 1/√d": {
      of: "repaired",
      bound: (given) => display(given, Math.SQRT2) + Math.log(given.gamma) / Math.sqrt(given.d * given.k),
      at: { d: 1e4, k: 3000, radius: 1, gamma: 0.05 },
    },
  },
});
