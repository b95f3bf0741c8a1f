import { defineClaim, gamma, nothing } from "lemmacheck";

/** What two events of probability γ each may come to: their union has 2γ where they are disjoint, and is certain from γ = ½ on. */
const either = (gamma: number, events = 2) => Math.min(1, events * gamma);

/**
 * The proof of Theorem 1 has (13) and (14) with probability at least 1 − γ each, and speaks of both with that probability.
 * The left side is what a union bound has for the failure of one or the other.
 */
export const theorem1Union = defineClaim({
  id: "theorem-1-union",
  label: "Theorem 1, union of (13) and (14)",
  kind: "step",
  quote:
    "We make the following claims which hold with probability at least 1 − γ. … C_1 and C_2 are large enough such that (13) and (14) are valid … By Proposition 1 we have that ‖∇f(x)‖ ≥ c_ψ/2 … Moreover, Proposition 2 shows that",
  latex: String.raw`\mathbb{P}(\text{not (13)}) + \mathbb{P}(\text{not (14)}) \le \gamma + \gamma \le \gamma`,
  nonClaims: [
    "that (13) and (14) fail together with probability above γ: both have room",
    "Theorem 1, whose constants are free: at γ/2 in the place of γ the proof goes through (`constants theorem-1`)",
  ],
  uses: { statement: ["proposition-1-simplified", "proposition-2-simplified"] },
  parameters: [gamma],
  hypotheses: [],
  draw: nothing,
  observed: (_, { gamma }) => either(gamma),
  relation: "<=",
  forms: {
    printed: { bound: ({ gamma }) => gamma, refutedAt: { gamma: 0.05 } },
    repaired: {
      latex: String.raw`\mathbb{P}(\text{not (13)}) + \mathbb{P}(\text{not (14)}) \le 2\gamma`,
      reason:
        "Two events of probability γ each may be disjoint. With probability at least 1 − 2γ both hold; for 1 − γ each is taken at γ/2, which log(2/γ) for log(1/γ) in the sizes pays for.",
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
