import { describe, expect, test } from "vitest";
import { refutingFailures, supportingFailures } from "../chance/deciding-counts.js";
import type { Batch } from "./draw-batch.js";
import { judgeSampled, type Target } from "./judge-sampled.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";

const ALPHA = 1e-6;

const claimOf = (relation: "<=" | ">=", everyGamma = false) => madeUp({ relation, everyGamma });

/** Draws by name: kept, broken, or not to be told. */
const ENDS = { kept: [0.5, 0.5], broken: [2, 2], untold: [0.5, 2] } as const;
const batchOf = (draws: readonly (keyof typeof ENDS)[], bound = 1): Batch => ({
  lower: Float64Array.from(draws, (draw) => ENDS[draw][0]),
  upper: Float64Array.from(draws, (draw) => ENDS[draw][1]),
  bound: new Float64Array(draws.length).fill(bound),
});
const many = (draw: keyof typeof ENDS, n: number) => Array.from({ length: n }, () => draw);

/** What comes of batches, and how many of them were asked for. */
async function judged(batches: readonly Batch[], changes: Partial<Target> = {}, claim = claimOf("<=")) {
  let asked = 0;
  async function* source() {
    for (const batch of batches) {
      asked++;
      yield batch;
    }
  }
  const allowed = { probability: 0.1, logLower: Math.log(0.1), logUpper: Math.log(0.1) };
  const cell = { gamma: 0.1 };
  const statement = statementOf(claim, cell);
  const target = { allowed, alpha: ALPHA, uncertainty: 0, ...changes };
  return { ...(await judgeSampled(statement, cell, target, source())), asked };
}

describe("draws are looked at every 64", () => {
  test("and a run ends at the first look that decides, whatever follows", async () => {
    const found = await judged([batchOf(many("broken", 200)), batchOf(many("kept", 200))]);
    expect(found).toMatchObject({ verdict: "refuted", draws: 64, violations: 64, unresolved: 0, asked: 1 });
    expect(found.reason).toBe("64 of 64 draws broke the bound: more than gamma = 0.1 allows");
  });

  test("and at the end, if that is between two looks", async () => {
    const few = await judged([batchOf(many("broken", 40))]);
    expect(few).toMatchObject({ verdict: "refuted", draws: 40, violations: 40 });
  });

  test("across batches of any length", async () => {
    const draws = 192;
    expect(supportingFailures(draws, 0.1, ALPHA)).toBeGreaterThanOrEqual(0);
    for (const size of [1, 7, 64, 100]) {
      const batches = Array.from({ length: Math.ceil(640 / size) }, () => batchOf(many("kept", size)));
      const found = await judged(batches);
      expect(found).toMatchObject({ verdict: "supported", violations: 0, failureRate: 0 });
      expect(found.draws).toBe(192);
      expect(found.reason).toBe("0 of 192 draws broke the bound: fewer than gamma = 0.1 allows");
    }
  });

  test.each([
    ["refuted at", 0, "refuted"],
    ["left open below", 1, "inconclusive"],
  ] as const)("the evidence is %s what the test needs", async (_, less, verdict) => {
    const failures = refutingFailures(64, 0.1, ALPHA) - less;
    const found = await judged([batchOf([...many("broken", failures), ...many("kept", 64 - failures)])]);
    expect(found).toMatchObject({ verdict, violations: failures, failureRate: failures / 64 });
  });

  test.each([
    [0, "supported"],
    [1, "inconclusive"],
  ] as const)("%d failures more than support admits: %s", async (more, verdict) => {
    const failures = supportingFailures(320, 0.1, ALPHA) + more;
    expect(failures).toBeGreaterThan(1);
    const found = await judged([batchOf([...many("broken", failures), ...many("kept", 320 - failures)])]);
    expect(found.verdict).toBe(verdict);
    expect(found.draws).toBe(320);
  });
});

describe("draws that cannot be told", () => {
  test("count against support, and never towards a refutation", async () => {
    const found = await judged([batchOf(many("untold", 640))]);
    expect(found).toMatchObject({
      verdict: "inconclusive",
      draws: 640,
      violations: 0,
      unresolved: 640,
      failureLower: 0,
    });
    expect(found.failureUpper).toBe(1);
    expect(found.reason).toMatch(
      /^0 of 640 draws broke the bound and 640 could not be told, which does not settle gamma = 0\.1 at alpha = 0\.000001$/,
    );
  });

  test("end the run where the bound is undefined at every draw, and only there", async () => {
    const undefinedBound = batchOf(many("kept", 100), Number.NaN);
    expect(await judged([undefinedBound, undefinedBound])).toMatchObject({ asked: 1, draws: 100, bound: null });
    const mixed = { ...undefinedBound, bound: undefinedBound.bound.map((_, i) => (i === 0 ? 1 : Number.NaN)) };
    expect(await judged([mixed, mixed])).toMatchObject({ asked: 2, draws: 200, bound: 1 });
  });
});

describe("the certificates' uncertainty", () => {
  test("is taken off what is allowed, for support, and added to the upper limit", async () => {
    const batches = [batchOf(many("kept", 640))];
    const [sure, unsure] = [await judged(batches), await judged(batches, { uncertainty: 0.05 })];
    expect(sure.draws).toBeLessThan(unsure.draws ?? 0);
    expect(unsure).toMatchObject({ verdict: "supported" });
    expect(unsure.reason).toContain("gamma = 0.1, less 0.05 for the certificates allows");
    const open = await judged(batches, { uncertainty: 0.1 });
    expect(open).toMatchObject({ verdict: "inconclusive", draws: 640 });
    expect((open.failureUpper ?? 0) - 0.1).toBeGreaterThan(0);
    expect(open.failureUpper).toBeLessThan(0.15);
    const all = await judged([batchOf(many("broken", 64))], { uncertainty: 0.5 });
    expect(all.failureUpper).toBe(1);
  });
});

describe("a statement that holds always", () => {
  const always = { allowed: null };

  test("is refuted by one sure violation", async () => {
    const found = await judged([batchOf([...many("kept", 63), "broken", ...many("kept", 640)])], always);
    expect(found).toMatchObject({ verdict: "refuted", draws: 64, violations: 1 });
    expect(found.reason).toBe("1 of 64 draws broke the bound: more than a statement that holds always allows");
  });

  test("is supported once draws rule out a failure in a hundred", async () => {
    const found = await judged([batchOf(many("kept", 5000))], always);
    const first = Math.ceil((found.draws ?? 0) / 64) * 64;
    expect(found).toMatchObject({ verdict: "supported", draws: first });
    expect(supportingFailures(first, 0.01, ALPHA)).toBeGreaterThanOrEqual(0);
    expect(supportingFailures(first - 64, 0.01, ALPHA)).toBe(-1);
    expect(found.reason).toBe(`0 of ${first} draws broke the bound, which rules out a failure probability of 0.01`);
  });

  test("and one that allows a probability of 0 is never supported by draws", async () => {
    const zero = { allowed: { probability: 0, logLower: -Infinity, logUpper: -1000 } };
    expect(await judged([batchOf(many("kept", 5000))], zero)).toMatchObject({ verdict: "inconclusive", draws: 5000 });
    expect(await judged([batchOf(["broken"])], zero)).toMatchObject({ verdict: "refuted", draws: 1 });
  });
});

describe("how many draws it takes at least", () => {
  test("is said of too few without too many failures", async () => {
    const few = await judged([batchOf(many("kept", 64))]);
    const least = Math.ceil(Math.log(ALPHA) / Math.log1p(-0.1));
    expect(few.reason).toBe(
      `0 of 64 draws broke the bound, which does not settle gamma = 0.1 at alpha = 0.000001; it takes ${least} at least to support it`,
    );
    const failing = await judged([batchOf([...many("broken", 7), ...many("kept", 57)])]);
    expect(failing.reason).toMatch(/at alpha = 0\.000001$/);
    const edge = await judged([batchOf([...many("broken", 6), ...many("kept", 54)])]);
    expect(edge.reason).toMatch(/it takes 132 at least to support it$/);
    expect(least).toBe(132);
  });

  test("or that no number will do", async () => {
    const tiny = { allowed: { probability: 1e-300, logLower: Math.log(1e-300), logUpper: Math.log(1e-300) } };
    expect((await judged([batchOf(many("kept", 64))], tiny)).reason).toMatch(
      /; no number of draws that can be made supports it$/,
    );
  });
});

describe("what is measured", () => {
  /** Observed 1 to n over n draws, with enclosures that are 0.25 wide. */
  const ramp = (n: number): Batch => ({
    lower: Float64Array.from({ length: n }, (_, i) => i + 1),
    upper: Float64Array.from({ length: n }, (_, i) => i + 1.25),
    bound: Float64Array.from({ length: n }, (_, i) => 1e6 + (i % 3)),
  });

  test("is the quantile at what is allowed, from the end that supports, and the other", async () => {
    const found = await judged([ramp(64)]);
    // floor(0.1·64) = 6 draws are beyond it.
    expect(found).toMatchObject({ draws: 64, observedQuantile: 58.25, observedLower: 58, bound: 1e6 + 1 });
    const below = await judged([ramp(64)], {}, claimOf(">="));
    expect(below).toMatchObject({ observedQuantile: 7, observedLower: 7.25 });
  });

  test("is none where not one draw would be beyond it", async () => {
    const allowed = { probability: 0.01, logLower: Math.log(0.01), logUpper: Math.log(0.01) };
    expect(await judged([ramp(99)], { allowed })).toMatchObject({ observedQuantile: null, observedLower: null });
    expect(await judged([ramp(100)], { allowed })).toMatchObject({ observedQuantile: 99.25, observedLower: 99 });
  });

  test("has one quantile where both ends agree", async () => {
    expect(await judged([batchOf(many("kept", 64))])).toMatchObject({ observedQuantile: 0.5, observedLower: null });
  });

  test("is calibrated where the claim is made for every γ", async () => {
    expect((await judged([ramp(64)])).calibration).toBeNull();
    expect((await judged([ramp(64)], {}, claimOf("<=", true))).calibration).not.toBeNull();
  });
});

test("a run that is called off ends", async () => {
  const controller = new AbortController();
  controller.abort(new Error("enough"));
  async function* source() {
    yield batchOf(many("kept", 64));
  }
  const claim = claimOf("<=");
  const cell = { gamma: 0.1 };
  const target = { allowed: null, alpha: ALPHA, uncertainty: 0 };
  await expect(judgeSampled(statementOf(claim, cell), cell, target, source(), controller.signal)).rejects.toThrow(
    "enough",
  );
});
