import { normal, uniform } from "lemmacheck/probability";
import { hasMean, type NumericExperiment } from "lemmacheck/statistics";
import "lemmacheck/vitest";
import { expect, test } from "vitest";

/** The share of 20 guests who get their own hat back, when hats are handed out at random. */
const ownHats: NumericExperiment = (_draw, random) => {
  const bits = random("hats");
  const hats = Array.from({ length: 20 }, (_, guest) => guest);
  for (let last = 19; last > 0; last--) {
    const other = Math.floor((last + 1) * uniform(bits));
    [hats[last], hats[other]] = [hats[other], hats[last]];
  }
  return hats.filter((hat, guest) => hat === guest).length / 20;
};

test("one guest in twenty, on average", async () => {
  const range = { lower: 0, upper: 1 };
  await expect(ownHats).toHaveMean({ range, atMost: 0.055 });
  await expect(ownHats).toHaveMean({ range, atLeast: 0.045 });
  await expect(ownHats).not.toHaveMean({ range, atMost: 0.045 });
});

/** The largest of eight normal variables: it has no range, but its square is at most the sum of theirs. */
const largest: NumericExperiment = (_draw, random) => {
  const bits = random("z");
  return Math.max(...Array.from({ length: 8 }, () => normal(bits)));
};

test("the mean of the largest of n normal variables is at most √(2 log n)", async () => {
  const outcome = await hasMean(largest, { secondMoment: 8, atMost: Math.sqrt(2 * Math.log(8)) });
  expect(outcome).toMatchObject({ verdict: "supported", alpha: 1e-10 });
  expect(outcome.meanUpper).toBeGreaterThan(1.4236); // what it is
});
