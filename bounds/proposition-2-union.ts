import { defineClaim, gamma, nothing } from "lemmacheck";

/** What two events of probability γ each may come to: their union has 2γ where they are disjoint, and is certain from γ = ½ on. */
const either = (gamma: number, events = 2) => Math.min(1, events * gamma);

/**
 * The proof of Proposition 2 has the supremum over the net and Lip(Φ) with probability at least 1 − γ each, and ends at
 * both with that probability. The left side is what a union bound has for the failure of one or the other.
 */
export const proposition2Union = defineClaim({
  id: "proposition-2-union",
  label: "Proposition 2, union of its two events",
  kind: "step",
  quote:
    "With probability at least 1 − γ one has sup_{δ ∈ ℝ^d: ‖δ‖ ≤ R} ‖∇f(x) − ∇f(x + δ)‖ ≤ … By a union bound over N_ε …, we obtain with probability at least 1 − γ: … and use (11) to show that with probability at least 1 − γ, Lip(Φ) ≤",
  latex: String.raw`\mathbb{P}(\text{not the display over } N_\varepsilon) + \mathbb{P}(\text{not that of } \mathrm{Lip}(\Phi)) \le \gamma + \gamma \le \gamma`,
  nonClaims: [
    "that the variation exceeds its bound with probability above γ: 20 has room for log(2/γ), but where γ is near 1 (proposition-2)",
  ],
  uses: { statement: ["proposition-2-net", "proposition-2-lipschitz"] },
  parameters: [gamma],
  hypotheses: [],
  draw: nothing,
  observed: (_, { gamma }) => either(gamma),
  relation: "<=",
  forms: {
    printed: { bound: ({ gamma }) => gamma, refutedAt: { gamma: 0.05 } },
    repaired: {
      latex: String.raw`\mathbb{P}(\text{not the display over } N_\varepsilon) + \mathbb{P}(\text{not that of } \mathrm{Lip}(\Phi)) \le 2\gamma`,
      reason:
        "Two events of probability γ each may be disjoint. With probability at least 1 − 2γ both displays hold; for 1 − γ each is taken at γ/2, with log(2/γ) for log(1/γ).",
      bound: ({ gamma }) => 2 * gamma,
    },
  },
  region: {
    method: "monotonicity",
    note: "min(1, 2γ) ≤ 2γ for every γ; and 2γ > γ, 1 > γ: the printed form holds nowhere",
  },
  cells: [{ gamma: [0.9, 0.5, 0.05, 1e-300] }],
  witness: { gamma: 0.05 },
  mutants: {
    "three events": { of: "repaired", observed: (_, { gamma }) => either(gamma, 3), at: { gamma: 0.05 } },
    "1.9γ": { of: "repaired", bound: ({ gamma }) => 1.9 * gamma, at: { gamma: 0.05 } },
    "γ² for independent events": { of: "repaired", bound: ({ gamma }) => gamma ** 2, at: { gamma: 0.05 } },
  },
});
