import { expect, test } from "vitest";
import { audit } from "./audit.js";
import { defineClaim } from "./define-claim.js";
import { openInterval } from "./domains.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";

const rate = parameter({ name: "rate", domain: openInterval(0, 1e9) });

/** P(X > 1) ≤ exp(−rate) for an X with P(X > 1) = exp(−logOdds·rate): true where logOdds ≥ 1. */
const tail = (logOdds: number) =>
  defineClaim({
    id: "tail",
    label: "Tail",
    kind: "whp",
    quote: "P(X > 1) ≤ exp(−rate)",
    latex: "",
    nonClaims: [],
    parameters: [rate],
    hypotheses: [],
    draw: defineSampler({ id: "none", parameters: [], cost: () => 1, draw: () => 0 }),
    observed: () => 0,
    relation: "<=",
    allows: ({ rate }) => Math.exp(-rate),
    trivial: () => Infinity,
    exact: ({ rate }, bound) => ({
      logLower: -logOdds * rate * bound - 1e-9,
      logUpper: -logOdds * rate * bound + 1e-9,
    }),
    forms: { printed: { bound: () => 1 } },
    cells: [{ rate: [1] }],
    mutants: { half: { bound: () => 0.5, at: { rate: 1 } } },
  });

test.each([
  [1.1, 700, "supported", "exact"],
  [0.9, 700, "refuted", "exact"],
  [0.5, 1000, "refuted", "exact"],
  // Subnormal doubles are off by up to half of the least of them.
  [1.000001, 744, "inconclusive", "exact"],
  // exp(−1000) is 0 in doubles: what is as rare is neither above it nor surely below, and no draws tell.
  [1.1, 1000, "inconclusive", "exact"],
  [0.9, 1000, "inconclusive", "exact"],
])(
  "an allowed probability too small for a double refutes nothing: %f, %i: %s",
  async (logOdds, at, verdict, method) => {
    expect(await audit({ claim: tail(logOdds), cell: { rate: at } })).toMatchObject({ verdict, method });
  },
);
