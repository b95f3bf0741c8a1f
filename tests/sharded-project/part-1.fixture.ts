import { uniform } from "lemmacheck/probability";
import type { Experiment } from "lemmacheck/statistics";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

const heads: Experiment = (_draw, random) => uniform(random("coin")) < 0.91;

test("coin 1 shows heads", async () => {
  await expect(heads).toHoldWithProbability(0.8);
});
