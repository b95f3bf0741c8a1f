import { expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";

import { describeSample } from "./describe-sample.js";

test("describes a sample by its definitions", () => {
  expect(describeSample([9, 2, 4, 4, 4, 5, 5, 7])).toEqual({
    size: 8,
    mean: 5,
    // Squares of the differences add up to 32, over n − 1 = 7.
    standardDeviation: Math.sqrt(32 / 7),
    minimum: 2,
    lowerQuartile: 4,
    median: 4.5,
    // At position 0.75·(n − 1) = 5.25, between 5 and 7.
    upperQuartile: 5.5,
    maximum: 9,
  });
  expect(describeSample(Float64Array.of(3))).toMatchObject({ size: 1, mean: 3, standardDeviation: null, median: 3 });
});

test("does not mind in which order the values come, or a far origin", () => {
  const values = [3.5, -1, 10, 0.25, 7];
  const { mean, median, standardDeviation } = describeSample(values);
  expect(describeSample(values.toReversed())).toEqual(describeSample(values));
  // A shift by 2^30 is exact for these values, and so are their differences.
  const far = describeSample(values.map((x) => x + 2 ** 30));
  expect(far.median).toBe(median + 2 ** 30);
  expect(far.mean).toBeCloseTo(mean + 2 ** 30, 6);
  expect(far.standardDeviation).toBeCloseTo(standardDeviation!, 6);
});

test("refuses what it cannot describe", () => {
  expect(() => describeSample([])).toThrow(new RangeError("sample is empty; it must hold at least one number"));
  expect(() => describeSample([1, Number.NaN])).toThrow(
    new RangeError("sample holds NaN; it must hold finite numbers"),
  );
  expect(() => describeSample([Infinity])).toThrow("sample holds Infinity");
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, with what is refused", () => {
  const samples = [[1], [3, 1], [5, 1, 4, 2, 2], [], [1, Infinity], [Number.NaN], [1e-3, 1 / 3, 7]];
  expect(
    callTable(
      describeSample,
      samples.map((sample) => [sample]),
    ),
  ).toMatchSnapshot();
});
