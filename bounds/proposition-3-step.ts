import { defineClaim, gamma, nothing } from "lemmacheck";
import { k } from "lemmacheck/networks";
import { logOver, lossAtHalf, valueAtHalf } from "./hypotheses/lemmas-at-half.js";
import type { Given } from "./parameters.js";

type Setting = Given<"k" | "gamma">;

/** √(2 log(2/γ))(1 + √(log(2/γ)/k)) */
const printedValue = (given: Setting) =>
  Math.sqrt(2 * logOver(given, 2)) * (1 + Math.sqrt(logOver(given, 2) / given.k));

/** √(2 log(4/γ)/k)(1 + √(log(c/γ)/k)), where c = 1. */
const loss = (given: Setting, c: number) =>
  Math.sqrt((2 * logOver(given, 4)) / given.k) * (1 + Math.sqrt(logOver(given, c) / given.k));

/** The larger share of what the proposition allows with log(c/γ) and log(e/γ) for the gradient. */
const share = (given: Setting, c: number, e: number) =>
  Math.max(
    valueAtHalf(given) / printedValue(given),
    lossAtHalf(given) / loss(given, c),
    Math.sqrt(logOver(given, 8) / logOver(given, e)),
  );

/**
 * Proposition 3 from Lemmas 1 and 2, each at level γ/2 as its log(2/γ) for the value says. The left side is the largest
 * share of what Proposition 3 allows: of its bound on |f(x)|, of what it takes off 1/2, and of the 5√(log(4/γ)/d) that it
 * takes off the last factor, where Lemma 2 has log(8/γ). d drops out.
 */
export const proposition3Step = defineClaim({
  id: "proposition-3-step",
  label: "Proposition 3, proof",
  kind: "step",
  quote: "In Lemma 1 and Lemma 2, we can take σ = c = σ' = c' = 1 …, which concludes the proof",
  latex: String.raw`\sqrt{\frac{2 \log(4/\gamma)}{k}} + \frac{\log(4/\gamma)}{k} \le \sqrt{\frac{2 \log(4/\gamma)}{k}} \left( 1 + \sqrt{\frac{\log(1/\gamma)}{k}} \right), \quad 5 \sqrt{\frac{\log(8/\gamma)}{d}} \le 5 \sqrt{\frac{\log(4/\gamma)}{d}}`,
  quantity: String.raw`\max(\text{Lemma 1} / \text{bound}, \text{loss of Lemma 2} / \text{bound}) \text{ at } \gamma/2`,
  nonClaims: [
    "Lemmas 1 and 2, from which it starts as printed",
    "that Proposition 3 is false: draws support it, since Lemma 2 has room",
  ],
  uses: { statement: ["lemma-1", "lemma-2"] },
  parameters: [k, gamma],
  hypotheses: [],
  draw: nothing,
  observed: (_, given) => share(given, 1, 4),
  relation: "<=",
  forms: {
    printed: { bound: () => 1, refutedAt: { k: 1, gamma: 0.5 } },
    repaired: {
      latex: String.raw`\|\nabla f(x)\| \ge \left( \frac{1}{2} - \sqrt{\frac{2 \log(4/\gamma)}{k}} \left( 1 + \sqrt{\frac{\log(4/\gamma)}{k}} \right) \right)^{1/2} \left( 1 - 5 \sqrt{\frac{\log(8/\gamma)}{d}} \right)`,
      reason:
        "With γ/2 for each lemma, Lemma 2 has log(8/γ) in its last factor, as Proposition 1 prints it; log(4/γ) is Lemma 2 at level γ, and no other split of γ leaves anything for the value. Its second log(1/γ) is a log(4/γ), too little from γ = 1/4 on.",
      // What the repaired bound takes off, over what the printed one does.
      bound: (given) => Math.max(loss(given, 4) / loss(given, 1), Math.sqrt(logOver(given, 8) / logOver(given, 4))),
    },
  },
  region: {
    method: "monotonicity",
    note: "of the repaired form, term by term: with x² = log(4/γ)/k, √2·x + x² ≤ √2·x(1 + x), and the last factor is the same on both sides; for the value ℓ/√k ≤ √2·ℓ/√k with ℓ = log(2/γ)",
  },
  cells: [{ k: [1, 100, 1e15], gamma: [0.99, 0.1, 1e-300] }],
  witness: { k: 100, gamma: 0.1 },
  mutants: {
    "log(16/γ), as at level γ/4": {
      of: "repaired",
      observed: (_, given) => Math.sqrt(logOver(given, 16) / logOver(given, 4)),
      at: { k: 100, gamma: 0.1 },
    },
    "c' = 8": {
      of: "repaired",
      observed: (_, given) => (lossAtHalf(given) + (7 * logOver(given, 4)) / given.k) / loss(given, 1),
      at: { k: 1, gamma: 0.1 },
    },
  },
});
