import { defineClaim, gamma, nothing } from "lemmacheck";
import { k } from "lemmacheck/networks";
import type { Given } from "./parameters.js";

type Setting = Given<"k" | "gamma">;

/** √(2σ² log(1/γ)) + c log(1/γ)/√k: (10) over √k. */
const bernstein = ({ k, gamma }: Setting, sigma: number, c: number) =>
  sigma * Math.sqrt(-2 * Math.log(gamma)) - (c * Math.log(gamma)) / Math.sqrt(k);

/** factor·√log(1/γ)·(1 + √(log(1/γ)/k)), the display over RL/d. */
const display = ({ k, gamma }: Setting, factor: number) =>
  factor * Math.sqrt(-Math.log(gamma)) * (1 + Math.sqrt(-Math.log(gamma) / k));

/**
 * The display for fixed v and δ in the proof of Proposition 2, from Bernstein's inequality. The paper does not say
 * which σ and c: |X_ℓ| ≤ |w·v||w·δ| gives E|X_ℓ|^q ≤ (2q − 1)!!(R/d)^q by Cauchy–Schwarz, and
 * (2q − 1)!! ≤ (q!/2)·3·2^(q−2), with equality at q = 2 and since 2q + 1 ≤ 2(q + 1): σ = √3·R/d and c = 2R/d. Both
 * sides are over RL/d.
 */
export const proposition2Bernstein = defineClaim({
  id: "proposition-2-bernstein",
  label: "Proposition 2, Bernstein",
  kind: "step",
  quote:
    "we first show, by using Bernstein's inequality on X_ℓ = (α_ℓ/L)(w_ℓ·v)(ψ'(w_ℓ·x) − ψ'(w_ℓ·(x + δ))), that … Φ(v, δ) := … ≤ (4RL/d) √log(1/γ) (1 + √(log(1/γ)/k))",
  latex: String.raw`\frac{RL}{d} \left( \sqrt{6 \log\tfrac{1}{\gamma}} + \frac{2 \log(1/\gamma)}{\sqrt{k}} \right) \le \frac{4RL}{d} \sqrt{\log\tfrac{1}{\gamma}} \left( 1 + \sqrt{\frac{\log(1/\gamma)}{k}} \right)`,
  quantity: String.raw`\sqrt{6 \log(1/\gamma)} + 2 \log(1/\gamma) / \sqrt{k}`,
  nonClaims: ["that the paper uses this σ and c: it names none", "the 4: √6 and 2 are what the argument gives"],
  uses: { statement: ["bernstein"] },
  parameters: [k, gamma],
  hypotheses: [],
  draw: nothing,
  observed: (_, given) => bernstein(given, Math.sqrt(3), 2),
  relation: "<=",
  forms: { printed: { bound: (given) => display(given, 4) } },
  region: { method: "monotonicity", note: "term by term: √6 ≤ 4 and 2 ≤ 4, at every k and γ" },
  cells: [{ k: [1, 100, 1e15], gamma: [0.99, 0.05, 1e-300] }],
  witness: { k: 100, gamma: 0.05 },
  mutants: {
    "2 for 4": { bound: (given) => display(given, 2), at: { k: 1e15, gamma: 0.05 } },
    "no second term": {
      bound: ({ gamma }) => 4 * Math.sqrt(-Math.log(gamma)),
      at: { k: 1, gamma: 1e-300 },
    },
    "σ² = 3·2 for 3, c = 8": {
      observed: (_, given) => bernstein(given, Math.sqrt(6), 8),
      at: { k: 1, gamma: 1e-300 },
    },
  },
});
