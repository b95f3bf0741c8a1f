import { defineClaim } from "lemmacheck";
import { twoEvents } from "./parts/two-events.js";

/**
 * The proof of Theorem 1 has (13) and (14) with probability at least 1 − γ each, and speaks of both with that probability.
 * The left side is what a union bound has for the failure of one or the other.
 */
export const theorem1Union = defineClaim({
  ...twoEvents,
  id: "theorem-1-union",
  label: "Theorem 1, union of (13) and (14)",
  quote:
    "We make the following claims which hold with probability at least 1 − γ. … C_1 and C_2 are large enough such that (13) and (14) are valid … By Proposition 1 we have that ‖∇f(x)‖ ≥ c_ψ/2 … Moreover, Proposition 2 shows that",
  latex: String.raw`\mathbb{P}(\text{not (13)}) + \mathbb{P}(\text{not (14)}) \le \gamma + \gamma \le \gamma`,
  quantity: String.raw`\gamma + \gamma`,
  nonClaims: [
    "that (13) and (14) fail together with probability above γ: both have room",
    "Theorem 1, whose constants are free: at γ/2 in the place of γ the proof goes through (`constants theorem-1`)",
  ],
  uses: { statement: ["proposition-1-simplified", "proposition-2-simplified"] },
  forms: {
    printed: { bound: ({ gamma }) => gamma, refutedAt: { gamma: 0.5 } },
    repaired: {
      latex: String.raw`\mathbb{P}(\text{not (13)}) + \mathbb{P}(\text{not (14)}) \le 2\gamma`,
      reason:
        "Two events of probability γ each may be disjoint. With probability at least 1 − 2γ both hold; for 1 − γ each is taken at γ/2, which log(2/γ) for log(1/γ) in the sizes pays for.",
      bound: ({ gamma }) => 2 * gamma,
    },
  },
});
