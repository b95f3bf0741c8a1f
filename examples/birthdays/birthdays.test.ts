import { uniform } from "lemmacheck/probability";
import type { Experiment } from "lemmacheck/statistics";
import "lemmacheck/vitest"; // adds the matchers to expect
import { expect, test } from "vitest";

/** Whether ten people have ten birthdays, which they have with probability 0.883. */
const apart: Experiment = (_draw, random) => {
  const bits = random("days");
  return new Set(Array.from({ length: 10 }, () => Math.floor(365 * uniform(bits)))).size === 10;
};

test("ten people have ten birthdays, at least 4 times in 5", async () => {
  await expect(apart).toHoldWithProbability(0.8);
});
