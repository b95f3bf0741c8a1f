import { gamma, nothing } from "lemmacheck";
import type { Given } from "../parameters.js";

/** What two events of probability γ each may come to: their union has 2γ where they are disjoint, and is certain from γ = ½ on. */
const either = (gamma: number, events = 2) => Math.min(1, events * gamma);

const at = { gamma: 0.05 } as const;

/** "Both hold with probability 1 − γ" where each fails with probability up to γ: false, and true with 2γ. */
export const twoEvents = {
  kind: "step",
  parameters: [gamma],
  hypotheses: [],
  draw: nothing,
  observed: (_: unknown, { gamma }: Given<"gamma">) => either(gamma),
  relation: "<=",
  region: {
    method: "monotonicity",
    note: "min(1, 2γ) ≤ 2γ for every γ; and 2γ > γ, 1 > γ: the printed form holds nowhere",
  },
  cells: [{ gamma: [0.9, 0.5, 0.05, 1e-300] }],
  witness: at,
  mutants: {
    "three events": { of: "repaired", observed: (_: unknown, { gamma }: Given<"gamma">) => either(gamma, 3), at },
    "1.9γ": { of: "repaired", bound: ({ gamma }: Given<"gamma">) => 1.9 * gamma, at },
    "γ² for independent events": { of: "repaired", bound: ({ gamma }: Given<"gamma">) => gamma ** 2, at },
  },
} as const;
