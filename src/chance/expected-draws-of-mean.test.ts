import { describe, expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";

import { bettingTest, update } from "./betting-test.js";
import { uniform } from "./bits.js";
import { expectedDraws } from "./expected-draws.js";
import { expectedDrawsOfMean } from "./expected-draws-of-mean.js";
import { hasMean, type NumericExperiment } from "./has-mean.js";
import { judgeMean } from "./judge-mean.js";

const range = { lower: 0, upper: 1 };

/** The verdict after v draws of `high` among n, by the test itself. */
function verdictOf(model: object, claim: object, { v, n, low, high, alpha }: Record<string, number>) {
  // @ts-expect-error whatever combination a case has
  const bets = bettingTest({ ...model, alpha });
  for (let i = 0; i < n; i++) update(bets, i < v ? high : low);
  // @ts-expect-error likewise
  return judgeMean(bets, claim);
}

const choose = (n: number, v: number): number => (v === 0 ? 1 : (choose(n, v - 1) * (n - v + 1)) / v);

describe("expectedDrawsOfMean", () => {
  test.each([
    { model: { range }, claim: { atMost: 0.5 }, mean: 0.8, deviation: 0.3, low: 0.35, high: 1, p: 9 / 13 },
    { model: { range }, claim: { atLeast: 0.5 }, mean: 0.75, deviation: 0.25, low: 0.5, high: 1, p: 0.5 },
    { model: { range }, claim: { atLeast: 0.5 }, mean: 0.25, deviation: undefined, low: 0, high: 1, p: 0.25 },
    { model: { secondMoment: 1 }, claim: { atMost: -0.2 }, mean: 0.6, deviation: 0.8, low: -0.2, high: 1.4, p: 0.5 },
  ])("is the law of the test, count by count: %o", ({ model, claim, mean, deviation, low, high, p }) => {
    const alpha = 0.05;
    const run = expectedDrawsOfMean({ ...model, ...claim, mean, deviation, alpha, draws: 64 });
    const law = { supported: 0, refuted: 0, inconclusive: 0 };
    for (let v = 0; v <= 64; v++)
      law[verdictOf(model, claim, { v, n: 64, low, high, alpha })] += choose(64, v) * p ** v * (1 - p) ** (64 - v);
    for (const verdict of ["supported", "refuted", "inconclusive"] as const)
      expect(run[verdict]).toBeCloseTo(law[verdict], 9);
    expect(Math.max(law.supported, law.refuted)).toBeGreaterThan(0.1);
    expect(run).toMatchObject({ mean: 64, median: 64, most: 64 });
  });

  /** Draws with their mean and deviation; only the first has two values. */
  const LAWS: Record<string, { draw: NumericExperiment; mean: number; deviation: number; within: number }> = {
    "two ends": { draw: (_, r) => (uniform(r("u")) < 0.3 ? 1 : 0), mean: 0.3, deviation: Math.sqrt(0.21), within: 0 },
    uniform: { draw: (_, r) => uniform(r("u")), mean: 0.5, deviation: Math.sqrt(1 / 12), within: 0.1 },
    "rarely 1": {
      draw: (_, r) => (uniform(r("u")) < 0.05 ? 1 : 0.1 * uniform(r("v"))),
      mean: 0.0975,
      deviation: Math.sqrt(0.05 + (0.95 * 0.01) / 3 - 0.0975 ** 2),
      within: 0.25,
    },
  };

  test.each(Object.entries(LAWS).flatMap(([name, law]) => [0.6, 1.5].map((times) => ({ name, times, ...law }))))(
    "is what draws take: $name, claimed at most $times of the mean",
    async ({ draw, mean, deviation, times, within }) => {
      const [alpha, draws, runs] = [1e-3, 2048, 200];
      const claim = { range, atMost: times * mean };
      const run = expectedDrawsOfMean({ ...claim, mean, deviation, alpha, draws });
      let [total, right] = [0, 0];
      for (let i = 0; i < runs; i++) {
        const outcome = await hasMean(draw, { ...claim, seed: "expected", name: `run ${i}`, alpha, draws });
        total += outcome.draws;
        if (outcome.verdict === (times > 1 ? "supported" : "refuted")) right++;
      }
      // Hoeffding, each of the two with a false alarm of at most 2e-10.
      const width = Math.sqrt(Math.log(1e10) / (2 * runs));
      expect(Math.abs(total / runs - run.mean)).toBeLessThan(within * run.mean + draws * width);
      expect(Math.abs(right / runs - (times > 1 ? run.supported : run.refuted))).toBeLessThan(within + width);
    },
  );

  test("without a deviation takes the law on the ends, which no other is slower than", () => {
    const plan = { range, atMost: 0.55, mean: 0.5 };
    const worst = expectedDrawsOfMean(plan);
    expect(worst).toEqual(expectedDrawsOfMean({ ...plan, deviation: 0.5 }));
    for (const deviation of [0.4, 0.2, 0.05, 0])
      expect(expectedDrawsOfMean({ ...plan, deviation }).mean).toBeLessThan(worst.mean);
  });

  test("pays for not knowing that there are two values alone: expectedDraws is for those", () => {
    const bets = expectedDrawsOfMean({ range, atMost: 0.1, mean: 0.03 });
    const counts = expectedDraws({ gamma: 0.1, failureProbability: 0.03 });
    expect(bets.mean).toBeGreaterThan(0.8 * counts.mean);
    expect(bets.mean).toBeLessThan(1.3 * counts.mean);
  });

  test("knows what is sure, and what nothing settles", () => {
    const sure = expectedDrawsOfMean({ range, atMost: 1, mean: 0.5 });
    expect(sure.mean).toBe(64);
    expect(sure.supported).toBeCloseTo(1, 12);
    const even = expectedDrawsOfMean({ range, atMost: 0.5, mean: 0.5, draws: 1000 });
    expect(even.inconclusive).toBeGreaterThan(1 - 1e-8);
    expect(even.mean).toBeCloseTo(1000, 5);
    expect(expectedDrawsOfMean({ range, atLeast: 0.5, mean: 0.4, deviation: 0 }).refuted).toBeCloseTo(1, 12);
  });

  test("a wrong verdict has probability at most alpha", () => {
    for (const plan of [{ range }, { secondMoment: 0.5 }]) {
      const { supported, refuted } = expectedDrawsOfMean({ ...plan, atMost: 0.4, mean: 0.4, alpha: 0.01, draws: 8192 });
      for (const wrong of [supported, refuted]) expect(wrong).toBeLessThanOrEqual(0.01);
    }
  });

  test("says what is wrong with its arguments", () => {
    const ask = (changes: object) => () => {
      const plan: object = { range, atMost: 0.5, mean: 0.4, ...changes };
      // @ts-expect-error whatever a caller without types may hand over
      return expectedDrawsOfMean(plan);
    };
    expect(ask({ mean: 1.5 })).toThrow(
      new RangeError("mean is 1.5; it must be from 0 to 1, where what is known of X has it"),
    );
    expect(ask({ mean: Number.NaN })).toThrow("mean is NaN; it must be from 0 to 1");
    expect(ask({ deviation: 0.6 })).toThrow(/^deviation is 0\.6; it must be from 0 to 0\.4898\d*, the most that X has/);
    expect(ask({ atLeast: 0.1 })).toThrow(new RangeError("exactly one of atMost and atLeast must be given"));
    expect(ask({ secondMoment: 1 })).toThrow("exactly one of range and secondMoment must be given");
    expect(ask({ alpha: 0 })).toThrow(new RangeError("alpha is 0; it must be in (0, 1)"));
    expect(ask({ draws: 0 })).toThrow(new RangeError("draws is 0; it must be an integer from 1 to 2^18"));
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, with what is refused", () => {
  const plans = [
    { range, atMost: 0.5, mean: 0.2, draws: 200, alpha: 0.01 },
    { range, atLeast: 0.5, mean: 0.2, deviation: 0.1, draws: 130, alpha: 0.01 },
    { secondMoment: 1, atMost: 0.1, mean: 0.5, draws: 128, alpha: 0.05 },
    { range, atMost: 0.5, mean: 1 },
    { range, atMost: 0.5, mean: 2 },
    { range, atMost: 0.5, mean: 0.5, alpha: 0 },
    { range, atMost: 0.5, mean: 0.5, draws: 0 },
    { range, atMost: 0.5, mean: 0.5, deviation: 3 },
    { secondMoment: -1, atMost: 0.5, mean: 0.5 },
  ];
  expect(
    callTable(
      expectedDrawsOfMean,
      plans.map((plan) => [plan] as const),
    ),
  ).toMatchSnapshot();
});
