import { describe, expect, it, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";

import { uniform } from "./bits.js";
import { distanceBetween, distanceToLaw, dkwDistance } from "./dkw.js";
import { keyedStreams } from "./streams.js";
import { binomialCriticalCount } from "./testing/binomial-test.js";

const identity = (t: number) => t;

describe("distanceToLaw", () => {
  it("is the largest gap, on either side of a jump", () => {
    expect(distanceToLaw(Float64Array.of(0.5), identity)).toBe(0.5);
    expect(distanceToLaw(Float64Array.of(0.9, 0.25), identity)).toBe(0.4);
    expect(distanceToLaw(Float64Array.of(0.125, 0.375, 0.625, 0.875), identity)).toBe(0.125);
    expect(distanceToLaw(Float64Array.of(0.6, 0.7), identity)).toBe(0.6);
  });

  it("is the largest of all gaps, with F at a few draws of many", () => {
    const bits = keyedStreams({ seed: "law", sampler: "dkw.test", parameters: {} })(0)("uniform");
    for (const [draws, power] of [
      [1, 1],
      [2, 1],
      [1000, 1],
      [20_000, 1],
      [20_000, 1.02],
      [20_000, 0.3],
    ]) {
      const sample = Float64Array.from({ length: draws }, () => uniform(bits));
      let asked = 0;
      const distance = distanceToLaw(sample, (t) => {
        asked++;
        return t ** power;
      });
      const gaps = sample.toSorted().map((t, i) => Math.max((i + 1) / draws - t ** power, t ** power - i / draws));
      expect(distance).toBe(gaps.reduce((most, gap) => Math.max(most, gap)));
      if (draws === 20_000) expect(asked).toBeLessThan(draws / 10);
    }
  });

  it("does not sort the sample it is given", () => {
    const sample = Float64Array.of(0.9, 0.1);
    distanceToLaw(sample, identity);
    expect(sample).toEqual(Float64Array.of(0.9, 0.1));
  });
});

describe("distanceBetween", () => {
  it("is the largest gap, with ties within and between the samples", () => {
    expect(distanceBetween(Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3))).toBe(0);
    expect(distanceBetween(Float64Array.of(1, 1, 1, 2), Float64Array.of(1, 2))).toBe(0.25);
    expect(distanceBetween(Float64Array.of(1, 2), Float64Array.of(3, 4, 5))).toBe(1);
    expect(distanceBetween(Float64Array.of(3, 4, 5), Float64Array.of(1, 2))).toBe(1);
    expect(distanceBetween(Float64Array.of(-0, 1), Float64Array.of(0, 1))).toBe(0);
    expect(distanceBetween(Float64Array.of(0, 0, 5, 5), Float64Array.of(0, 5, 5, 5))).toBe(0.25);
  });
});

describe("dkwDistance", () => {
  const [draws, alpha, runs] = [50, 0.1, 4000];
  /** More excesses than this have probability at most 1e-10 if each has at most alpha. */
  const critical = binomialCriticalCount(runs, alpha, 1e-10);

  /** Of `runs` pairs of uniform samples, how many are further apart than `threshold`, by either distance. */
  function excesses(threshold: number, between: boolean): number {
    const streams = keyedStreams({ seed: "dkw", sampler: "dkw.test", parameters: {} });
    let count = 0;
    for (let run = 0; run < runs; run++) {
      const bits = streams(run)("uniform");
      const [first, second] = [new Float64Array(draws), new Float64Array(draws)].map((s) => s.map(() => uniform(bits)));
      if ((between ? distanceBetween(first, second) : distanceToLaw(first, identity)) > threshold) count++;
    }
    return count;
  }

  it("is exceeded in at most a share alpha of samples, and so is the sum of two at alpha/2", () => {
    expect(excesses(dkwDistance(draws, alpha), false)).toBeLessThan(critical);
    expect(excesses(2 * dkwDistance(draws, alpha / 2), true)).toBeLessThan(critical);
  });

  it("would be caught without the 2 under the root, or without the 2 in the logarithm", () => {
    expect(excesses(Math.sqrt(Math.log(2 / alpha) / (3 * draws)), false)).toBeGreaterThanOrEqual(critical);
    expect(excesses(Math.sqrt(Math.log(1 / alpha) / (2 * draws)), false)).toBeGreaterThanOrEqual(critical);
  });

  it("is √(log(2/α)/(2n))", () => {
    expect(dkwDistance(200, 2 * Math.exp(-4))).toBeCloseTo(0.1, 14);
  });
});

it("names the argument that is out of range", () => {
  expect(() => dkwDistance(0, 0.1)).toThrow(new RangeError("draws is 0; it must be an integer ≥ 1"));
  expect(() => dkwDistance(10, 1)).toThrow(new RangeError("alpha is 1; it must be in (0, 1)"));
  for (const bad of [new Float64Array(0), Float64Array.of(1, Number.NaN)]) {
    expect(() => distanceToLaw(bad, identity)).toThrow(RangeError);
    expect(() => distanceBetween(bad, Float64Array.of(1))).toThrow(RangeError);
    expect(() => distanceBetween(Float64Array.of(1), bad)).toThrow(RangeError);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("distances to the last bit, and what is refused", () => {
  const draws = [1, 20, 2 ** 53 - 1, 0, 1.5, 2 ** 53, -1];
  expect(
    callTable(dkwDistance, [...draws.map((n) => [n, 0.01] as const), [5, 0], [5, 1], [5, Number.NaN]]),
  ).toMatchSnapshot();
  const samples = [
    [0.5],
    [0.2, 0.4, 0.9],
    [0.1, 0.1, 0.1],
    [],
    [Number.NaN, 1],
    [-1, 2],
    Array.from({ length: 40 }, (_, i) => (i / 40) ** 2),
  ].map((x) => Float64Array.from(x));
  const clamp = (t: number) => Math.min(1, Math.max(0, t));
  expect(
    callTable(
      (sample: Float64Array) => distanceToLaw(sample, clamp),
      samples.map((x) => [x]),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      distanceBetween,
      samples.flatMap((x) => samples.map((y) => [x, y] as const)),
    ),
  ).toMatchSnapshot();
});

test("the distance to a law is the largest gap, step by step", () => {
  const sample = Float64Array.from({ length: 200 }, (_, i) => ((i * 37) % 200) ** 1.1 / 400);
  const cdf = (t: number) => Math.min(1, t * t);
  let worst = 0;
  sample.toSorted().forEach((t, i) => {
    worst = Math.max(worst, (i + 1) / 200 - cdf(t), cdf(t) - i / 200);
  });
  expect(distanceToLaw(sample, cdf)).toBe(worst);
});
