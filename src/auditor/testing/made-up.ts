import type { Claim } from "../claim.js";
import { defineClaim } from "../define-claim.js";
import { gamma } from "../gamma.js";
import { nothing } from "../nothing.js";

/** A claim of high probability, that 0 ≤ 1, whose draws are nothing. */
const claim = defineClaim({
  id: "made-up",
  label: "Made up",
  kind: "whp",
  quote: "x",
  latex: "x",
  nonClaims: [],
  parameters: [gamma],
  hypotheses: [],
  draw: nothing,
  observed: () => 0,
  relation: "<=",
  trivial: () => 1,
  forms: { printed: { bound: () => 1 } },
  cells: [{ gamma: [0.1] }],
  mutants: { none: { bound: () => -1, at: { gamma: 0.1 } } },
});

/** That claim with members replaced, whatever comes of it. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const madeUp = (changes: Readonly<Record<string, unknown>> = {}) => ({ ...claim, ...changes }) as Claim;
