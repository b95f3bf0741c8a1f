import { expect, test } from "vitest";
import { inShard } from "./shard.js";

const KEYS = Array.from({ length: 6000 }, (_, i) => `job ${i}`);

test("every job is in one shard, whatever other jobs there are, and shards are about as large as each other", () => {
  for (const count of [1, 2, 7]) {
    const sizes = Array.from(
      { length: count },
      (_, i) => KEYS.filter((key) => inShard(key, { index: i + 1, count })).length,
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(KEYS.length);
    // A binomial count strays by six deviations with probability 2e-9; the keys are fixed.
    for (const size of sizes)
      expect(Math.abs(size - KEYS.length / count)).toBeLessThan(6 * Math.sqrt(KEYS.length / count));
  }
});

test("stays what it was: shards of today fit those of tomorrow", () => {
  const of = (count: number) =>
    KEYS.slice(0, 12).map(
      (key) => [...Array(count).keys()].findIndex((i) => inShard(key, { index: i + 1, count })) + 1,
    );
  expect(of(3)).toMatchInlineSnapshot(`
    [
      3,
      3,
      1,
      1,
      2,
      3,
      2,
      2,
      2,
      2,
      3,
      2,
    ]
  `);
});
