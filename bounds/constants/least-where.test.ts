import { expect, test } from "vitest";
import { leastWhere } from "./least-where.js";

test("finds the threshold from above, to 1e-9", () => {
  for (const threshold of [1.5, 7, 1e5, 3e53, 9e99]) {
    const least = leastWhere((x) => x >= threshold);
    expect(least).toBeGreaterThanOrEqual(threshold);
    expect(least / threshold).toBeLessThan(1 + 2e-9);
  }
  expect(leastWhere(() => true)).toBe(1);
  expect(leastWhere(() => false)).toBe(Infinity);
});
