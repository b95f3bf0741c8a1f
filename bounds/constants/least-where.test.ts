import { expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
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

// Pinned to the last bit: an error bound that changes must be seen.
test("tries 1, then the largest, then halves in the logarithm until 1e-9 is left", () => {
  const tried = (threshold: number, largest?: number) => {
    const at: number[] = [];
    const least = leastWhere((x) => {
      at.push(x);
      return x >= threshold;
    }, largest);
    return { least, calls: at.length, first: at.slice(0, 5), last: at.slice(-2) };
  };
  for (const [i, at] of [1, 1e100, 1e50, 1e25, 10 ** 12.5].entries()) expect(tried(7).first[i] / at).toBeCloseTo(1, 12);
  for (const [i, at] of [1, 2, 2 ** 0.5, 2 ** 0.75, 2 ** 0.625].entries())
    expect(tried(1.5, 2).first[i]).toBeCloseTo(at, 12);
  expect(tried(2, 2).least).toBe(Math.exp(Math.LN2));
  expect(tried(2.001, 2)).toEqual({ least: Infinity, calls: 2, first: [1, 2], last: [1, 2] });
  expect(tried(1)).toEqual({ least: 1, calls: 1, first: [1], last: [1] });
  expect(exactLines([1.5, 7, 1e5, 3e53, 9e99].map((x) => tried(x)))).toMatchSnapshot();
});
