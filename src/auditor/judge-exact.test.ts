import { expect, test } from "vitest";
import { audit } from "./audit.js";
import { defineClaim } from "./define-claim.js";
import { openInterval } from "./domains.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";

const rate = parameter({ name: "rate", domain: openInterval(0, 1e9) });

const inDoubles = { allows: ({ rate }: { readonly rate: number }) => Math.exp(-rate) };
const inLogs = { logAllows: ({ rate }: { readonly rate: number }) => -rate };

/** P(X > 1) ≤ exp(−rate) for an X with P(X > 1) = exp(−logOdds·rate): true where logOdds ≥ 1. */
const tail = (logOdds: number, allowing: typeof inDoubles | typeof inLogs = inDoubles) =>
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
    ...allowing,
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

test("in logs a true statement at exp(−2000) is supported, a false one and a mutant are refuted", async () => {
  const cell = { rate: 2000 };
  const supported = await audit({ claim: tail(1.1, inLogs), cell });
  expect(supported).toMatchObject({ verdict: "supported", method: "exact", allowed: 0, failureRate: 0, alpha: null });
  expect(supported.reason).toBe("the bound fails with probability 10^-955.4, at most the 10^-868.6 that is allowed");
  // The law is exp(−1.1·rate·bound), which is exp(−rate) at 1/1.1.
  expect(supported.observedQuantile).toBeCloseTo(1 / 1.1, 6);
  expect(await audit({ claim: tail(0.999, inLogs), cell })).toMatchObject({ verdict: "refuted", method: "exact" });
  expect(await audit({ claim: tail(1.1, inLogs), cell, mutant: "half" })).toMatchObject({ verdict: "refuted" });
});

test("allowed probabilities in logs are judged as those in doubles, and 1 or more is vacuous", async () => {
  for (const logOdds of [0.9, 1.1])
    for (const at of [0.5, 20, 700]) {
      const [log, double] = await Promise.all(
        [inLogs, inDoubles].map((allowing) => audit({ claim: tail(logOdds, allowing), cell: { rate: at } })),
      );
      expect({ ...log, milliseconds: 0 }).toEqual({ ...double, milliseconds: 0 });
    }
  // e^800 is beyond the doubles, and allows no more than e² does.
  for (const logAllows of [() => 2, () => 800])
    expect(await audit({ claim: tail(1, { logAllows }), cell: { rate: 1 } })).toMatchObject({
      verdict: "supported",
      vacuous: true,
    });
  const none = audit({ claim: tail(1, { logAllows: () => Number.NaN }), cell: { rate: 1 } });
  await expect(none).rejects.toThrow("the failure probability has the logarithm NaN; it must be a number");
});
