import { uniform } from "lemmacheck/probability";
import { drawsNeeded, excessSeen, keyedStreams, quantileLimits } from "lemmacheck/statistics";
import { expect, test } from "vitest";

const gamma = 0.05;

test("how many draws until an audit knows?", () => {
  expect(drawsNeeded({ gamma, failureProbability: 0 })).toBe(576); // nothing ever fails: the fewest that support
  expect(drawsNeeded({ gamma, failureProbability: 0.02 })).toBe(3392);
  expect(drawsNeeded({ gamma, failureProbability: 0.04 })).toBe(39744); // close to gamma: hard to tell from it
  expect(drawsNeeded({ gamma, failureProbability: 0.06 })).toBe(50368);
  expect(drawsNeeded({ gamma, failureProbability: 0.1 })).toBe(2432);
  expect(drawsNeeded({ gamma, failureProbability: 0.5 })).toBe(64); // the first look
});

test("what can an audit of 1024 draws see?", () => {
  const { refutedFrom, supportedUpTo } = excessSeen({ gamma, draws: 1024 });
  expect(refutedFrom).toBeCloseTo(0.1309, 4); // as often as that, or more often: refuted
  expect(supportedUpTo).toBeCloseTo(0.00467, 5); // as rarely as that, or more rarely: supported
});

test("where is the 90 % quantile of a law that we can only draw from?", () => {
  const streams = keyedStreams({ seed: "1", sampler: "waiting times", parameters: {} });
  const sample = Float64Array.from({ length: 500 }, (_, draw) => -Math.log(uniform(streams(draw)("u"))));
  const { lower, upper, lowerRank, upperRank } = quantileLimits(sample, 0.9, 1e-10);
  expect([lowerRank, upperRank]).toEqual([402, 488]); // of 500 sorted values, whatever the law
  expect(lower).toBeLessThan(Math.log(10)); // this one is exponential: its quantile is log 10
  expect(upper).toBeGreaterThan(Math.log(10));
});
