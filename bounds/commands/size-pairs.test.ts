import { expect, test } from "vitest";
import { pairsOfLeast, textOfPairs, wholeSize } from "./size-pairs.js";

test("a size is rounded up, and is 1 at least", () => {
  expect([0, 0.2, 1, 1.0001, 7, 2 ** 60, Infinity].map(wholeSize)).toEqual([1, 1, 1, 2, 7, 2 ** 60, Infinity]);
});

test("pairs are at twice the least width, and at the power of 2 times it at which d is least", () => {
  // k = 4.2, 8.4, 16.8, … are 5, 9, 17, 34, 68, …; |k − 34| is least at the fourth.
  const asked: number[] = [];
  const pairs = pairsOfLeast(2.1, (k) => {
    asked.push(k);
    return Math.abs(k - 34) + 10.5;
  });
  expect(pairs).toEqual({ leastWidth: 3, balanced: { k: 5, d: 40 }, leastDimension: { k: 34, d: 11 } });
  expect(asked).toHaveLength(60);
  expect(asked.slice(0, 4)).toEqual([5, 9, 17, 34]);
  // 2.1·2^60
  expect(asked[59]).toBe(2.1 * 2 ** 60);
});

test("of equal dimensions the least width counts, and the last doubling is the 60th", () => {
  expect(pairsOfLeast(1, () => 3)).toEqual({
    leastWidth: 1,
    balanced: { k: 2, d: 3 },
    leastDimension: { k: 2, d: 3 },
  });
  expect(pairsOfLeast(1, (k) => 1e30 / k)?.leastDimension.k).toBe(2 ** 60);
});

test("no width at all gives no pairs", () => {
  expect(pairsOfLeast(Infinity, () => 1)).toBeNull();
  expect(textOfPairs(null)).toBe("no size will do at so large a γ");
});

test("people read them in one line", () => {
  expect(
    textOfPairs({ leastWidth: 33_000, balanced: { k: 66_000, d: 7.25e6 }, leastDimension: { k: 3e6, d: 12 } }),
  ).toBe("k ≥ 33000 in any dimension; k = 66000, d ≥ 7.25e6; least dimension k = 3e6, d ≥ 12");
});
