import { uniform } from "lemmacheck/probability";
import type { Experiment } from "lemmacheck/statistics";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

const heads: Experiment = (_draw, random) => uniform(random("coin")) < 0.92;

test("coin 2 shows heads", async () => {
  await expect(heads).toHoldWithProbability(0.7);
});
