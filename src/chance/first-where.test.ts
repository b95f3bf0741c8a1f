import { expect, test } from "vitest";
import { firstWhere } from "./first-where.js";

test("finds the first of every threshold, and says when there is none", () => {
  for (let from = 0; from < 4; from++)
    for (let last = from; last < 40; last++)
      for (let threshold = from - 2; threshold <= last + 2; threshold++)
        expect(firstWhere(from, last, (n) => n >= threshold)).toBe(Math.min(last + 1, Math.max(from, threshold)));
});

test("asks about numbers in the range only, and few of them", () => {
  const asked: number[] = [];
  const threshold = 123_456_789_012;
  const found = firstWhere(5, 2 ** 50, (n) => {
    asked.push(n);
    return n >= threshold;
  });
  expect(found).toBe(threshold);
  expect(asked.length).toBeLessThan(2 * Math.log2(threshold) + 5);
  expect(Math.min(...asked)).toBeGreaterThanOrEqual(5);
});
