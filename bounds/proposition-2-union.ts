import { defineClaim } from "lemmacheck";
import { twoEvents } from "./parts/two-events.js";

/**
 * The proof of Proposition 2 has the supremum over the net and Lip(Φ) with probability at least 1 − γ each, and ends at
 * both with that probability. The left side is what a union bound has for the failure of one or the other.
 */
export const proposition2Union = defineClaim({
  ...twoEvents,
  id: "proposition-2-union",
  label: "Proposition 2, union of its two events",
  quote:
    "With probability at least 1 − γ one has sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ … By a union bound over N_ε …, we obtain with probability at least 1 − γ: … and use (11) to show that with probability at least 1 − γ, Lip(Φ) ≤",
  latex: String.raw`\mathbb{P}(\text{not the display over } N_\varepsilon) + \mathbb{P}(\text{not that of } \mathrm{Lip}(\Phi)) \le \gamma + \gamma \le \gamma`,
  quantity: String.raw`\gamma + \gamma`,
  nonClaims: [
    "that the variation exceeds its bound with probability above γ: 20 has room for both events at γ/2, but where γ is near 1 (proposition-2)",
  ],
  uses: { statement: ["proposition-2-net", "proposition-2-lipschitz"] },
  forms: {
    printed: { bound: ({ gamma }) => gamma, refutedAt: { gamma: 0.5 } },
    repaired: {
      latex: String.raw`\mathbb{P}(\text{not the display over } N_\varepsilon) + \mathbb{P}(\text{not that of } \mathrm{Lip}(\Phi)) \le 2\gamma`,
      reason:
        "Two events of probability γ each may be disjoint. With probability at least 1 − 2γ both displays hold; for 1 − γ each is taken at γ/2, with log(2/γ) for log(1/γ).",
      bound: ({ gamma }) => 2 * gamma,
    },
  },
});
