import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";
import { logCapitalAbove, logCapitalBelow } from "./betting-capital.js";
import { type BettingTest, bettingTest, update } from "./betting-test.js";
import { forecastDraws } from "./forecast-draws.js";
import { judgeMean, type MeanClaim } from "./judge-mean.js";
import { meanLower, meanUpper } from "./mean-limits.js";
import type { MeanModel } from "./mean-model.js";
import { meanReason } from "./mean-reason.js";
import { sampleMeans } from "./sample-means.js";

const RANGE = { range: { lower: -1, upper: 3 } };
const models = fc.constantFrom<MeanModel>(RANGE, { secondMoment: 4 });
const inside = fc.double({ min: -1, max: 3, noNaN: true });
const runs = fc.array(fc.tuple(inside, fc.integer({ min: 1, max: 500 })), { maxLength: 6 });
const alphas = fc.constantFrom(0.5, 0.01, 1e-10);

/** A test that has seen each value so many times. */
function testAfter(
  model: MeanModel,
  seen: readonly (readonly [value: number, times: number])[],
  alpha: number,
): BettingTest {
  const test = bettingTest({ ...model, alpha });
  for (const [value, times] of seen) for (let i = 0; i < times; i++) update(test, value);
  return test;
}

/** The double `steps` after one other than 0, towards +∞. */
function neighbour(value: number, steps: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? steps : -steps));
  return view.getFloat64(0);
}

describe("the limits and the two tests say the same", () => {
  it("at any mean", () => {
    fc.assert(
      fc.property(models, runs, alphas, fc.double({ min: -4, max: 4, noNaN: true }), (model, seen, alpha, m) => {
        const test = testAfter(model, seen, alpha);
        const [lower, upper] = [meanLower(test), meanUpper(test)];
        expect(lower > m).toBe(logCapitalAbove(test, m) >= -Math.log(alpha));
        expect(upper < m).toBe(logCapitalBelow(test, m) >= -Math.log(alpha));
        const most = model.range?.upper ?? 2;
        expect(judgeMean(test, { atMost: m }) === "refuted").toBe(lower > m && m < most);
        expect(judgeMean(test, { atMost: m }) === "supported").toBe(m >= most || (upper < m && lower <= m));
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("at the limits themselves and at the double beyond", () => {
    fc.assert(
      fc.property(models, runs, alphas, (model, seen, alpha) => {
        const test = testAfter(model, seen, alpha);
        const [lower, upper] = [meanLower(test), meanUpper(test)];
        const [least, most] = model.range ? [-1, 3] : [-2, 2];
        const refuted = (m: number) => logCapitalAbove(test, m) >= -Math.log(alpha);
        const supported = (m: number) => logCapitalBelow(test, m) >= -Math.log(alpha);
        if (lower > least && lower < most && lower !== 0)
          expect([refuted(neighbour(lower, -1n)), refuted(lower)]).toEqual([true, false]);
        if (upper < most && upper > least && upper !== 0)
          expect([supported(neighbour(upper, 1n)), supported(upper)]).toEqual([true, false]);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

it("puts the mean of draws in a range between the limits, wider apart for smaller alpha", () => {
  fc.assert(
    fc.property(runs, (seen) => {
      const [wide, narrow] = [testAfter(RANGE, seen, 1e-10), testAfter(RANGE, seen, 0.1)];
      const [mean] = sampleMeans(wide);
      if (wide.draws > 0) {
        expect(meanLower(narrow)).toBeLessThanOrEqual(mean + 1e-12);
        expect(meanUpper(narrow)).toBeGreaterThanOrEqual(mean - 1e-12);
      }
      expect(meanLower(wide)).toBeLessThanOrEqual(meanLower(narrow));
      expect(meanUpper(wide)).toBeGreaterThanOrEqual(meanUpper(narrow));
    }),
    { seed: 1, numRuns: 50 },
  );
});

it("mirrors: the lower limit of X is minus the upper limit of −X", () => {
  fc.assert(
    fc.property(runs, (seen) => {
      const mirrored = testAfter(
        { range: { lower: -3, upper: 1 } },
        seen.map(([x, times]) => [-x, times]),
        0.01,
      );
      expect(meanUpper(mirrored)).toBe(-meanLower(testAfter(RANGE, seen, 0.01)));
    }),
    { seed: 1, numRuns: 50 },
  );
});

it("knows nothing but the model before the first draw", () => {
  const test = bettingTest(RANGE);
  expect([meanLower(test), meanUpper(test)]).toEqual([-1, 3]);
  const moment = bettingTest({ secondMoment: 4 });
  expect([meanLower(moment), meanUpper(moment)]).toEqual([-2, 2]);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("limits, forecasts and reasons of runs to the last bit", () => {
  const runs = [
    [],
    [[0.25, 70]],
    [
      [0.25, 700],
      [1, 300],
    ],
    [[-1, 40]],
    [[3, 400]],
    [
      [1.5, 3],
      [0, 2],
    ],
  ] as const;
  const at = (model: MeanModel, run: number, alpha: number) => {
    const test = testAfter(model, runs[run], alpha);
    const claims: readonly MeanClaim[] = [{ atMost: 0.3 }, { atLeast: 0.3 }, { atMost: -0.9 }];
    return [
      meanLower(test),
      meanUpper(test),
      sampleMeans(test),
      ...claims.map((claim) => run > 0 && forecastDraws(test, claim.atMost ?? claim.atLeast ?? 0)),
      ...claims.map((claim) => (run === 0 ? "" : meanReason(test, claim, judgeMean(test, claim)))),
    ];
  };
  const calls = [RANGE, { secondMoment: 9 }].flatMap((model) =>
    runs.flatMap((_, run) => [0.5, 1e-10].map((alpha) => [model, run, alpha] as const)),
  );
  expect(callTable(at, calls)).toMatchSnapshot();
  const open = bettingTest({ ...RANGE, alpha: 0.01 });
  for (let i = 0; i < 20; i++) update(open, { lower: 0, upper: 1 });
  expect(meanReason(open, { atLeast: 0.5 }, "inconclusive")).toMatchSnapshot();
});
