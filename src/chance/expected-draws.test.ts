import { describe, expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";

import { uniform } from "./bits.js";
import { drawsNeeded } from "./draws-needed.js";
import { expectedDraws } from "./expected-draws.js";
import { holdsWithProbability } from "./holds-with-probability.js";
import { sequentialLaw } from "./testing/sequential-law.js";

describe("expectedDraws", () => {
  test.each([
    { gamma: 0.05, failureProbability: 0.1, alpha: 1e-10, looks: 40 },
    { gamma: 0.05, failureProbability: 0.02, alpha: 1e-10, looks: 40 },
    { gamma: 0.5, failureProbability: 0.5, alpha: 1e-2, looks: 20 },
    { gamma: 0.9, failureProbability: 0.97, alpha: 1e-3, looks: 30 },
  ])("is the law of the test, looked at count by count: %o", ({ gamma, failureProbability, alpha, looks }) => {
    const run = expectedDraws({ gamma, failureProbability, alpha, draws: 64 * looks });
    const law = sequentialLaw(gamma, failureProbability, alpha, looks);
    expect(run.supported).toBeCloseTo(law[looks - 1].supported, 12);
    expect(run.refuted).toBeCloseTo(law[looks - 1].refuted, 12);
    expect(run.supported + run.refuted + run.inconclusive).toBeCloseTo(1, 12);
    // E min(T, cap) = 64·Σ P(T > 64·i) over the looks before the last.
    const going = law.slice(0, -1).map(({ supported, refuted }) => 1 - supported - refuted);
    expect(run.mean).toBeCloseTo(64 * going.reduce((sum, probability) => sum + probability, 1), 8);
  });

  test.each([
    { gamma: 0.1, failureProbability: 0.05, alpha: 1e-3, draws: 1000 },
    { gamma: 0.1, failureProbability: 0.2, alpha: 1e-3, draws: 100 },
  ])("is what experiments take: %o", async ({ gamma, failureProbability, alpha, draws }) => {
    const run = expectedDraws({ gamma, failureProbability, alpha, draws });
    const runs = 400;
    let [total, supported, refuted] = [0, 0, 0];
    for (let i = 0; i < runs; i++) {
      const outcome = await holdsWithProbability(
        (_draw, random) => uniform(random("u")) >= failureProbability,
        1 - gamma,
        { seed: "expected", name: `run ${i}`, alpha, draws },
      );
      total += outcome.draws;
      if (outcome.verdict === "supported") supported++;
      if (outcome.verdict === "refuted") refuted++;
    }
    // Hoeffding, each of three with a false alarm of at most 2e-10: numbers of draws are between 0 and the cap.
    const width = Math.sqrt(Math.log(1e10) / (2 * runs));
    expect(Math.abs(total / runs - run.mean)).toBeLessThan(draws * width);
    expect(Math.abs(supported / runs - run.supported)).toBeLessThan(width);
    expect(Math.abs(refuted / runs - run.refuted)).toBeLessThan(width);
  });

  test("is known where draws are", () => {
    for (const gamma of [0.3, 0.05, 0.01]) {
      const needed = drawsNeeded({ gamma, failureProbability: 0 });
      expect(expectedDraws({ gamma, failureProbability: 0 })).toEqual({
        mean: needed,
        median: needed,
        most: needed,
        supported: 1,
        refuted: 0,
        inconclusive: 0,
      });
      expect(expectedDraws({ gamma: 1 - gamma, failureProbability: 1 })).toMatchObject({ refuted: 1, supported: 0 });
    }
    expect(expectedDraws({ gamma: 0.05, failureProbability: 0, draws: 100 })).toMatchObject({
      mean: 100,
      inconclusive: 1,
    });
  });

  test("a wrong verdict has probability at most alpha, and is not for nothing", () => {
    for (const gamma of [0.5, 0.05]) {
      const { supported, refuted } = expectedDraws({ gamma, failureProbability: gamma, alpha: 0.01, draws: 20_000 });
      for (const wrong of [supported, refuted]) {
        expect(wrong).toBeLessThanOrEqual(0.01);
        expect(wrong).toBeGreaterThan(1e-4);
      }
    }
  });

  test("drawsNeeded is a cap that has the power", () => {
    for (const failureProbability of [0.02, 0.1]) {
      const draws = drawsNeeded({ gamma: 0.05, failureProbability, power: 0.9 });
      const { supported, refuted, mean } = expectedDraws({ gamma: 0.05, failureProbability, draws });
      expect(failureProbability < 0.05 ? supported : refuted).toBeGreaterThanOrEqual(0.9);
      expect(mean).toBeLessThan(draws);
    }
  });

  test("says what is wrong with its arguments", () => {
    const ask = (changes: object) => () => expectedDraws({ gamma: 0.05, failureProbability: 0.1, ...changes });
    expect(ask({ gamma: 0 })).toThrow(new RangeError("gamma is 0; it must be in (0, 1)"));
    expect(ask({ failureProbability: Number.NaN })).toThrow(
      new RangeError("failureProbability is NaN; it must be in [0, 1]"),
    );
    expect(ask({ alpha: 1 })).toThrow(new RangeError("alpha is 1; it must be in (0, 1)"));
    expect(ask({ draws: 2 ** 18 + 1 })).toThrow(
      new RangeError("draws is 262145; it must be an integer from 1 to 2^18"),
    );
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, with what is refused", () => {
  const plans = [
    [0.1, 0],
    [0.1, 0.05],
    [0.1, 0.3],
    [0.5, 0.5],
    [0.9, 1],
  ].flatMap(([gamma, failureProbability]) =>
    [1, 63, 640].map((draws) => ({ gamma, failureProbability, draws, alpha: 0.01 })),
  );
  const [first] = plans;
  const refused = [
    { gamma: 0 },
    { gamma: 1 },
    { failureProbability: -1 },
    { failureProbability: 1.1 },
    { alpha: 0 },
    { alpha: 1 },
    { draws: 0 },
    { draws: 1.5 },
    { draws: 2 ** 18 + 1 },
  ];
  expect(
    callTable(
      expectedDraws,
      [...plans, { gamma: 0.1, failureProbability: 1 }, ...refused.map((more) => ({ ...first, ...more }))].map(
        (plan) => [plan],
      ),
    ),
  ).toMatchSnapshot();
});
