import { psi } from "lemmacheck/networks";
import { expect, test } from "vitest";
import { limitLaw } from "../experiments/limit-law.js";
import { limitMean, overMean } from "./mean-step.js";

test.each([1, 2, 3, 4, 5, 6])(
  "the mean in the limit is that of the recursion over %s layers, for both variances",
  (depth) => {
    for (const [initialisation, gain] of [
      ["he", 2],
      ["fan-in", 1],
    ] as const) {
      const { eta } = limitLaw(psi.resolve("relu"), { depth, gain })!;
      expect(limitMean({ depth, initialisation }) / eta).toBeCloseTo(1, 9);
    }
  },
);

test("samples that are not switched count for nothing, whatever the mean", () => {
  const line = (upper: number | null) => ({
    smallestFlip: () => (upper === null ? null : { lower: upper, upper, gap: 0 }),
  });
  expect(overMean(line(null), 3)).toBe(0);
  expect(overMean(line(2), 3)).toBe(-1);
  expect(overMean(line(12), 3, 2)).toBe(0);
});
