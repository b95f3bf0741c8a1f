import { defineClaim, gamma, nothing } from "lemmacheck";
import { k } from "lemmacheck/networks";
import { logOver, lossAtHalf, valueAtHalf } from "./hypotheses/lemmas-at-half.js";
import type { Given } from "./parameters.js";

type Setting = Given<"k" | "gamma">;

/** √(2 log(1/γ))(1 + √(log(2/γ)/k)) */
const printedValue = (given: Setting) =>
  Math.sqrt(2 * logOver(given, 1)) * (1 + Math.sqrt(logOver(given, 2) / given.k));

/** √(2 log(4/γ)/k)(1 + √(log(4/γ)/k)) */
function printedLoss(given: Setting): number {
  const x = Math.sqrt(logOver(given, 4) / given.k);
  return Math.SQRT2 * x * (1 + x);
}

/**
 * Proposition 1 from Lemmas 1 and 2, each at level γ/2 as its log(4/γ) and log(8/γ) for the gradient say. The last
 * factor of the gradient's bound is the same on both sides. The left side is the larger share of what Proposition 1
 * allows: of its bound on |f(x)|, and of what it takes off c_ψ².
 */
export const proposition1Step = defineClaim({
  id: "proposition-1-step",
  label: "Proposition 1, proof",
  kind: "step",
  quote:
    "in Lemma 1 we can take σ = c = 1 which yields the first claimed equation. For the second equation … in Lemma 2, we can also take σ' = c' = 1 yielding the second claimed equation",
  latex: String.raw`\sqrt{2 \log\tfrac{2}{\gamma}} + \frac{\log(2/\gamma)}{\sqrt{k}} \le \sqrt{2 \log\tfrac{1}{\gamma}} \left( 1 + \sqrt{\frac{\log(2/\gamma)}{k}} \right), \quad \sqrt{\frac{2 \log(4/\gamma)}{k}} + \frac{\log(4/\gamma)}{k} \le \sqrt{\frac{2 \log(4/\gamma)}{k}} \left( 1 + \sqrt{\frac{\log(4/\gamma)}{k}} \right)`,
  quantity: String.raw`\max(\text{Lemma 1} / \text{bound}, \text{loss of Lemma 2} / \text{bound}) \text{ at } \gamma/2`,
  nonClaims: [
    "Lemmas 1 and 2, from which it starts as printed; Lemma 1 needs log(2/γ) for log(1/γ) itself, here log(4/γ)",
    "that Proposition 1 is false: draws support it, since Bernstein's inequality is not sharp",
  ],
  uses: { statement: ["lemma-1", "lemma-2"] },
  parameters: [k, gamma],
  hypotheses: [],
  draw: nothing,
  observed: (_, given) => Math.max(valueAtHalf(given) / printedValue(given), lossAtHalf(given) / printedLoss(given)),
  relation: "<=",
  forms: {
    printed: { bound: () => 1, refutedAt: { k: 1, gamma: 0.5 } },
    repaired: {
      latex: String.raw`|f(x)| \le \sqrt{2 \log\tfrac{2}{\gamma}} \left( 1 + \sqrt{\frac{\log(2/\gamma)}{k}} \right)`,
      reason:
        "The gradient's logarithms are those of Lemma 2 at level γ/2; what is left for Lemma 1 is γ/2, which makes its log(1/γ) a log(2/γ). Proposition 1 prints log(1/γ) under the first root and log(2/γ) under the second, so that for k beyond a few log(2/γ) its value does not follow; by no other split of γ either, as log(1/γ) is Lemma 1 at level γ. Proposition 3 has log(2/γ) in both places.",
      bound: (given) => Math.sqrt(logOver(given, 2) / logOver(given, 1)),
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form, term by term: with ℓ = log(2/γ) and x² = log(4/γ)/k, ℓ/√k ≤ √2·ℓ/√k and x² ≤ √2·x²; where the gradient's share is the larger it is below 1, and so is the repaired bound's inverse",
  },
  cells: [{ k: [1, 100, 1e15], gamma: [0.99, 0.1, 1e-300] }],
  witness: { k: 100, gamma: 0.1 },
  mutants: {
    "c = 3": {
      of: "repaired",
      observed: (_, given) => (valueAtHalf(given) + (2 * logOver(given, 2)) / Math.sqrt(given.k)) / printedValue(given),
      at: { k: 1, gamma: 0.1 },
    },
    // At γ = 1e-300 the repaired bound is 1.0005, so that little of the loss can be lost.
    "σ′ = 1.01": {
      of: "repaired",
      observed: (_, given) => (1.01 * lossAtHalf(given)) / printedLoss(given),
      at: { k: 1e15, gamma: 1e-300 },
    },
    "c′ = 2": {
      of: "repaired",
      observed: (_, given) => (lossAtHalf(given) + logOver(given, 4) / given.k) / printedLoss(given),
      at: { k: 1, gamma: 1e-300 },
    },
    "σ = 1.1": {
      of: "repaired",
      observed: (_, given) => (1.1 * valueAtHalf(given)) / printedValue(given),
      at: { k: 1e15, gamma: 0.1 },
    },
  },
});
