import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { audit } from "./audit.js";
import type { Definition } from "./claim.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import type { Batch } from "./draw-batch.js";
import { isSureMean, judgeMean } from "./judge-mean.js";
import { parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
const parameters = [n] as const;

/** The larger of n uniform variables, whose mean is n/(n + 1). */
const largest = defineSampler({
  id: "largest",
  parameters: [n],
  cost: ({ n }) => n,
  draw: ({ n }, random) => {
    const bits = random("u");
    return Math.max(...Array.from({ length: n }, () => uniform(bits)));
  },
});

type Mean = Extract<Definition<typeof parameters, number>, { kind: "mean" }>;

const claimOf = (changes: Partial<Mean> = {}) =>
  defineClaim<typeof parameters, number>({
    id: "largest",
    label: "Largest",
    kind: "mean",
    quote: "E max U = n/(n + 1)",
    latex: "E",
    nonClaims: [],
    parameters,
    hypotheses: [],
    draw: largest,
    observed: (u) => u,
    relation: "<=",
    range: () => ({ lower: 0, upper: 1 }),
    forms: { printed: { bound: ({ n }) => n / (n + 1) + 0.05 } },
    cells: [{ n: [1, 2] }],
    witness: { n: 2 },
    mutants: { low: { bound: ({ n }) => n / (n + 1) - 0.05, at: { n: 2 } } },
    ...changes,
  });

describe("a mean", () => {
  test("that is as claimed is supported, with limits on either side of the true one", async () => {
    const row = await audit({ claim: claimOf(), cell: { n: 2 } });
    expect(row).toMatchObject({ verdict: "supported", method: "sampled", kind: "mean", alpha: 1e-10, vacuous: false });
    expect(row).toMatchObject({ allowed: null, failureRate: null, slack: null, observedQuantile: null });
    expect(row.meanLower).toBeLessThan(2 / 3);
    expect(row.meanUpper).toBeGreaterThan(2 / 3);
    expect(row.meanUpper).toBeLessThan(row.bound ?? 0);
    expect((row.draws ?? 1) % 64).toBe(0);
  });

  test("that is not is refuted, from above and from below", async () => {
    expect(await audit({ claim: claimOf(), cell: { n: 2 }, mutant: "low" })).toMatchObject({ verdict: "refuted" });
    const atLeast = claimOf({ relation: ">=" });
    expect(await audit({ claim: atLeast, cell: { n: 2 } })).toMatchObject({ verdict: "refuted" });
    expect(await audit({ claim: atLeast, cell: { n: 2 }, mutant: "low" })).toMatchObject({ verdict: "supported" });
  });

  test("without the draws is inconclusive, and says about how many it takes", async () => {
    const row = await audit({ claim: claimOf(), cell: { n: 2 } }, { draws: 100 });
    expect(row).toMatchObject({ verdict: "inconclusive", draws: 100 });
    expect(row.reason).toMatch(/if they go on like that, about \d+ would/);
  });

  test("of which only the second moment is known", async () => {
    const claim = claimOf({ range: () => ({ secondMoment: 1 }) });
    expect(await audit({ claim, cell: { n: 2 } })).toMatchObject({ verdict: "supported" });
    expect(await audit({ claim, cell: { n: 2 }, mutant: "low" })).toMatchObject({ verdict: "refuted" });
  });

  test("that no draws can break is vacuous", async () => {
    const claim = claimOf({ forms: { printed: { bound: () => 1 } } });
    const row = await audit({ claim, cell: { n: 2 } });
    expect(row).toMatchObject({ verdict: "supported", method: "certified", vacuous: true, draws: null });
    // As a replay asks for it.
    expect(await audit({ claim, cell: { n: 2 } }, { method: "certified" })).toEqual({
      ...row,
      milliseconds: expect.any(Number),
    });
  });

  test("of something outside its range is an error that names the claim and the cell", async () => {
    const claim = claimOf({ observed: (u) => 3 * u });
    await expect(audit({ claim, cell: { n: 2 } })).rejects.toThrow(
      /largest \(printed\) at \{"n":2\}: .*range \[0, 1\]/,
    );
  });

  test("does not compile without a range, and is refused from JavaScript", () => {
    // @ts-expect-error a mean claim needs a range
    expect(() => claimOf({ range: undefined })).toThrow("claim largest: range is missing");
    // @ts-expect-error only a claim of high probability allows failures
    expect(() => claimOf({ allows: () => 0.1 })).toThrow("claim largest: allows is a function; it must be left out");
  });
});

/** Draws that observed the same, or between the same two ends. */
const batchOf = (draws: number, lower: number, upper = lower): Batch => ({
  lower: new Float64Array(draws).fill(lower),
  upper: new Float64Array(draws).fill(upper),
  bound: new Float64Array(draws),
});

function meanClaim(changes: Readonly<Record<string, unknown>> = {}) {
  const claim = madeUp({ kind: "mean", range: () => ({ lower: 0, upper: 1 }), ...changes });
  if (claim.kind !== "mean") throw new Error("no mean");
  return claim;
}

/** What comes of batches at level 1e-6, and how many of them were asked for. */
async function judged(batches: readonly Batch[], bound: number, changes: Readonly<Record<string, unknown>> = {}) {
  const claim = meanClaim(changes);
  const given = { gamma: 0.1 };
  let asked = 0;
  async function* source() {
    for (const batch of batches) {
      asked++;
      yield batch;
    }
  }
  const target = { given, bound, alpha: 1e-6, source: source(), signal: undefined };
  return { ...(await judgeMean(statementOf(claim, given), claim, target)), asked };
}

describe("draws of a mean are looked at every 64", () => {
  test("and a run ends at the first look that decides, whatever follows", async () => {
    const found = await judged([batchOf(200, 1), batchOf(200, 0)], 0.5);
    expect(found).toMatchObject({ verdict: "refuted", method: "sampled", draws: 64, asked: 1, alpha: 1e-6, mean: 1 });
    expect(await judged([batchOf(100, 0)], 0.5)).toMatchObject({ verdict: "supported", draws: 64, mean: 0 });
    expect(await judged([batchOf(100, 0)], 0.5, { relation: ">=" })).toMatchObject({ verdict: "refuted", draws: 64 });
  });

  test("and at the end, if that is between two looks, and only then", async () => {
    expect(await judged([batchOf(50, 1)], 0.5)).toMatchObject({ verdict: "refuted", draws: 50 });
    expect(await judged([batchOf(5, 1)], 0.5)).toMatchObject({ verdict: "inconclusive", draws: 5 });
    expect(await judged([], 0.5)).toMatchObject({ verdict: "inconclusive", draws: 0 });
  });

  test("across batches of any length", async () => {
    for (const size of [1, 7, 64, 100]) {
      const batches = Array.from({ length: Math.ceil(320 / size) }, () => batchOf(size, 1));
      expect(await judged(batches, 0.5)).toMatchObject({ draws: 64, asked: Math.ceil(64 / size) });
    }
  });

  test("and a run that is called off ends", async () => {
    const given = { gamma: 0.1 };
    async function* source() {
      yield batchOf(64, 1);
    }
    const signal = AbortSignal.abort(new Error("enough"));
    const target = { given, bound: 0.5, alpha: 1e-6, source: source(), signal };
    await expect(judgeMean(statementOf(meanClaim(), given), meanClaim(), target)).rejects.toThrow("enough");
  });
});

test("the mean of draws is told where their enclosures are narrow beside its limits", async () => {
  const narrow = await judged([batchOf(640, 0.5, 0.5001)], 0.5);
  expect(narrow).toMatchObject({ verdict: "inconclusive", draws: 640, mean: expect.closeTo(0.50005, 12) });
  const width = (narrow.meanUpper ?? 0) - (narrow.meanLower ?? 0);
  expect(width).toBeGreaterThan(0.015);
  // A hundredth of the limits' distance is the most.
  expect((await judged([batchOf(640, 0.5, 0.5 + width / 120)], 0.5)).mean).not.toBeNull();
  expect((await judged([batchOf(640, 0.5, 0.5 + width / 80)], 0.5)).mean).toBeNull();
  // What cannot be told on which side it is counts for neither.
  expect(await judged([batchOf(640, 0, 1)], 0.5)).toMatchObject({
    verdict: "inconclusive",
    meanLower: 0,
    meanUpper: 1,
  });
});

describe("what a mean's variable is known to be", () => {
  test.each([
    ["<=", 0.99, false],
    ["<=", 1, true],
    ["<=", 1.01, true],
    [">=", 0.01, false],
    [">=", 0, true],
    [">=", -0.01, true],
  ])("decides a bound that none of its means can break: %s %d: %s", (relation, bound, sure) => {
    expect(isSureMean(meanClaim({ relation }), {}, bound)).toBe(sure);
  });

  test.each([
    [null],
    [undefined],
    [3],
    [{}],
    [{ lower: 0 }],
    [{ upper: 1 }],
    [{ lower: 0, upper: "1" }],
    [{ lower: "0", upper: 1 }],
    [{ lower: 0, upper: 1, secondMoment: 1 }],
    [{ lower: 0, secondMoment: 1 }],
    [{ upper: 1, secondMoment: 1 }],
    [{ secondMoment: "1" }],
    [{ lower: 0, upper: 1, middle: 0.5 }],
    [{ secondMoment: 1, mean: 0 }],
  ])("is two ends or a second moment, and nothing else: %j", async (range) => {
    const named = 'made-up (printed) at {"gamma":0.1}: range: it is ';
    const mustBe = "; it must be { lower, upper } or { secondMoment }";
    const claim = meanClaim({ draw: { ...largest, parameters: [], cost: () => 1 }, range: () => range });
    const whole = audit({ claim, cell: { gamma: 0.1 } });
    await expect(whole).rejects.toThrow(named);
    await expect(whole).rejects.toThrow(mustBe);
    const attempt = judged([batchOf(64, 0)], 0.5, { range: () => range });
    await expect(attempt).rejects.toThrow(named);
    await expect(attempt).rejects.toThrow(mustBe);
  });

  test("is an error where no variable has it, or a draw is none of it", async () => {
    const named = 'made-up (printed) at {"gamma":0.1}: ';
    await expect(judged([], 0.5, { range: () => ({ lower: 1, upper: 0 }) })).rejects.toThrow(
      `${named}range: range is from 1 to 0; lower must be below upper`,
    );
    await expect(judged([], 0.5, { range: () => ({ secondMoment: 0 }) })).rejects.toThrow(
      `${named}range: secondMoment is 0; it must be finite and > 0`,
    );
    await expect(judged([batchOf(1, 1.5)], 0.5)).rejects.toThrow(`${named}the observed quantity`);
  });
});
