import { uniform } from "lemmacheck/probability";
import type { Experiment, NumericExperiment } from "lemmacheck/statistics";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

const heads: Experiment = (_draw, random) => uniform(random("coin")) < 0.93;

test("coin 3 shows heads", async () => {
  await expect(heads).toHoldWithProbability(0.6);
});

const part: NumericExperiment = (_draw, random) => uniform(random("u"));

test("means come together too (in part 3)", async () => {
  await expect(part).toHaveMean({ range: { lower: 0, upper: 1 }, atMost: 0.4 });
});
