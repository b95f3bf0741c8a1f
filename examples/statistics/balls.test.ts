import { uniform } from "lemmacheck/probability";
import { type Experiment, holdsWithProbability } from "lemmacheck/statistics";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

/** Throws 1000 balls into 100 bins; holds if no bin gets more than `most`. */
const balanced =
  (most: number): Experiment =>
  (_draw, random) => {
    const bits = random("balls");
    const bins = new Uint16Array(100);
    for (let ball = 0; ball < 1000; ball++) bins[Math.floor(100 * uniform(bits))]++;
    return Math.max(...bins) <= most;
  };

test("no bin gets more than 24 balls, at least 95 times in 100", async () => {
  await expect(balanced(24)).toHoldWithProbability(0.95);
});

test("no more than 18 is too good to be true", async () => {
  await expect(balanced(18)).not.toHoldWithProbability(0.95);
});

test("the same question without vitest", async () => {
  const outcome = await holdsWithProbability(balanced(24), 0.95, { seed: "1", name: "24 balls" });
  expect(outcome).toMatchObject({ verdict: "supported", alpha: 1e-10 });
  expect(outcome.failureUpper).toBeLessThan(0.05); // the failure probabilities above are rejected
});
