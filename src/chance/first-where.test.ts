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

test("asks at the ends, and says one more than the last where it never holds", () => {
  for (const [from, last] of [
    [0, 0],
    [5, 5],
    [3, 20],
    [0, 1000],
  ])
    for (const turn of [from - 1, from, from + 1, last, last + 1, last + 5]) {
      const asked: number[] = [];
      const found = firstWhere(from, last, (n) => {
        asked.push(n);
        return n >= turn;
      });
      expect(found).toBe(Math.min(last + 1, Math.max(from, turn)));
      expect(Math.min(...asked)).toBe(from);
      expect(Math.max(...asked)).toBeLessThanOrEqual(last);
      expect(new Set(asked).size).toBe(asked.length);
    }
  expect(firstWhere(4, 3, () => true)).toBe(4);
});
