import { describe, expect, test } from "vitest";
import { audit } from "./audit.js";
import type { LogProbability } from "./claim.js";
import { defineClaim } from "./define-claim.js";
import { openInterval } from "./domains.js";
import { type ExactTarget, judgeExact } from "./judge-exact.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

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

describe("a law that is asked directly", () => {
  const log = (p: number) => ({ logLower: Math.log(p), logUpper: Math.log(p) });
  const allowed = { probability: 0.1, ...log(0.1) };
  const given = { gamma: 0.1 };

  const judged = (
    law: (bound: number) => LogProbability | null,
    {
      bound = 1,
      method = "exact",
      relation = "<=",
      ...changes
    }: Partial<Pick<ExactTarget, "bound" | "method" | "allowed">> & {
      readonly relation?: string;
    } = {},
  ) =>
    judgeExact(statementOf(madeUp({ relation }), given), law, {
      allowed,
      bound,
      method,
      signal: undefined,
      ...changes,
    });

  test("says the probability, or between which ends it is, and how that compares", async () => {
    expect(await judged(() => log(0.05))).toMatchObject({
      verdict: "supported",
      method: "exact",
      bound: 1,
      failureRate: expect.closeTo(0.05, 12),
      failureLower: expect.closeTo(0.05, 12),
      failureUpper: expect.closeTo(0.05, 12),
      reason: "the bound fails with probability 0.05, at most gamma = 0.1",
      alpha: null,
      draws: null,
    });
    expect(await judged(() => ({ logLower: Math.log(0.05), logUpper: Math.log(0.2) }))).toMatchObject({
      verdict: "inconclusive",
      method: "exact",
      failureRate: null,
      failureLower: expect.closeTo(0.05, 12),
      failureUpper: expect.closeTo(0.2, 12),
      reason: "the bound fails with probability between 0.05 and 0.2, too close to tell from gamma = 0.1",
    });
    expect(await judged(() => log(0.2))).toMatchObject({
      verdict: "refuted",
      reason: "the bound fails with probability 0.2, above gamma = 0.1",
    });
  });

  test("is certified where only an upper end is known, or one is asked for, and has no rate then", async () => {
    const above = { logLower: -Infinity, logUpper: Math.log(0.05) };
    expect(await judged(() => above)).toMatchObject({
      verdict: "supported",
      method: "certified",
      failureRate: null,
      failureLower: 0,
      reason: "the bound fails with probability at most 0.05, at most gamma = 0.1",
    });
    expect(await judged(() => log(0.05), { method: "certified" })).toMatchObject({
      method: "certified",
      failureRate: null,
      failureLower: expect.closeTo(0.05, 12),
    });
  });

  test("may be 0, or below every double", async () => {
    expect(await judged(() => ({ logLower: -Infinity, logUpper: -Infinity }))).toMatchObject({
      verdict: "supported",
      method: "exact",
      failureRate: 0,
      failureUpper: 0,
      reason: "the bound fails with probability 0, at most gamma = 0.1",
    });
    expect(await judged(() => ({ logLower: -2001, logUpper: -2000 }))).toMatchObject({
      failureLower: 0,
      failureUpper: Number.MIN_VALUE,
    });
  });

  test("has the bound that is broken as often as is allowed, on either side of the one that is claimed", async () => {
    const falls = (bound: number) => log(Math.min(1, Math.exp(-bound)));
    const rises = (bound: number) => log(Math.min(1, bound));
    for (const bound of [0.5, 2, 3, 1000]) {
      const { observedQuantile, refutedMultiple } = await judged(falls, { bound });
      expect(Math.abs((observedQuantile ?? 0) / Math.log(10) - 1)).toBeLessThan(2e-8);
      expect(Math.abs(((refutedMultiple ?? 0) * bound) / Math.log(10) - 1)).toBeLessThan(2e-8);
      expect(falls((refutedMultiple ?? 0) * bound).logLower).toBeGreaterThan(Math.log(0.1));
      const below = await judged(rises, { bound: bound / 10, relation: ">=" });
      expect(Math.abs((below.observedQuantile ?? 0) / 0.1 - 1)).toBeLessThan(2e-8);
      expect(((below.refutedMultiple ?? 0) * bound) / 10).toBeGreaterThanOrEqual(0.1);
      expect(((below.refutedMultiple ?? 0) * bound) / 10).toBeLessThan(0.1 * (1 + 2e-8));
    }
    // Where the law jumps over what is allowed.
    const jumps = await judged((bound) => log(bound < 3 ? 0.5 : 0.01));
    expect(Math.abs((jumps.observedQuantile ?? 0) / 3 - 1)).toBeLessThan(2e-8);
  });

  test("would refute a bound from where its lower end is above what is allowed, and none where there is no such end", async () => {
    const wide = (factor: number) => (bound: number) => ({
      logLower: -factor * bound,
      logUpper: Math.min(0, -bound),
    });
    for (const bound of [2, 3, 100]) {
      const { observedQuantile, refutedMultiple } = await judged(wide(2), { bound });
      expect(Math.abs((observedQuantile ?? 0) / Math.log(10) - 1)).toBeLessThan(2e-8);
      expect(Math.abs(((refutedMultiple ?? 0) * bound) / (Math.log(10) / 2) - 1)).toBeLessThan(2e-8);
      expect(await judged(wide(2), { bound: (refutedMultiple ?? 0) * bound })).toMatchObject({ verdict: "refuted" });
    }
    const rising = (bound: number) => ({ logLower: Math.min(0, Math.log(bound / 4)), logUpper: Math.log(bound) });
    const below = await judged(rising, { bound: 0.01, relation: ">=" });
    expect(Math.abs((below.observedQuantile ?? 0) / 0.1 - 1)).toBeLessThan(2e-8);
    expect(Math.abs((below.refutedMultiple ?? 0) / 40 - 1)).toBeLessThan(2e-8);
    const open = await judged((bound) => ({ logLower: -Infinity, logUpper: -bound }), { bound: 3 });
    expect(Math.abs((open.observedQuantile ?? 0) / Math.log(10) - 1)).toBeLessThan(2e-8);
    expect(open.refutedMultiple).toBeNull();
    // Its lower end is known where its upper end says nothing.
    const crude = await judged((bound) => ({ logLower: -bound, logUpper: 0 }), { bound: 3 });
    expect(crude).toMatchObject({ verdict: "inconclusive", observedQuantile: null });
    expect(Math.abs((crude.refutedMultiple ?? 0) / (Math.log(10) / 3) - 1)).toBeLessThan(2e-8);
  });

  test("has none of it where nobody can tell", async () => {
    const falls = (bound: number) => log(Math.exp(-bound));
    expect(await judged(falls, { bound: 0 })).toMatchObject({ observedQuantile: null, refutedMultiple: null });
    expect(await judged(falls, { bound: -1 })).toMatchObject({ observedQuantile: null, refutedMultiple: null });
    // What is allowed is between two ends.
    const tiny = { probability: 0, logLower: -Infinity, logUpper: -708 };
    expect(await judged(falls, { allowed: tiny })).toMatchObject({ observedQuantile: null });
    // It never comes down to, or up to, what is allowed, or is not computed there.
    expect(await judged(() => log(0.5))).toMatchObject({ observedQuantile: null });
    expect(await judged(() => log(0.01))).toMatchObject({ observedQuantile: null });
    expect(await judged((bound) => (bound > 1 ? null : log(0.5)))).toMatchObject({ observedQuantile: null });
    expect(await judged((bound) => (bound < 1 ? null : log(0.01)))).toMatchObject({ observedQuantile: null });
    const gap = (bound: number) => (bound > 1 && bound < 2 ? null : falls(2 * bound));
    expect(await judged(gap)).toMatchObject({ observedQuantile: null });
  });

  test("that is missing at the bound is an error that names the claim and the cell", async () => {
    await expect(judged(() => null)).rejects.toThrow(
      'made-up (printed) at {"gamma":0.1}: the exact probability is missing for some bounds of a cell, and there for others',
    );
  });
});
