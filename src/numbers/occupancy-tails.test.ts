import { expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { keyedStreams } from "../chance/streams.js";
import { occupancyTails } from "./occupancy-tails.js";
import { callTable } from "./testing/call-table.js";

/** bins^balls·P(N = j) = C(bins, j)·(surjections of balls onto j bins), by inclusion and exclusion in integers. */
function ways(bins: number, balls: number): bigint[] {
  const choose = (n: number, k: number) => {
    let c = 1n;
    for (let i = 1; i <= k; i++) c = (c * BigInt(n - k + i)) / BigInt(i);
    return c;
  };
  return Array.from({ length: bins + 1 }, (_, j) => {
    let onto = 0n;
    for (let i = 0; i <= j; i++) onto += (i % 2 ? -1n : 1n) * choose(j, i) * BigInt(j - i) ** BigInt(balls);
    return choose(bins, j) * onto;
  });
}

/** log(a/b) to about 1e-15 of itself. */
function logRatio(a: bigint, b: bigint): number {
  const log = (x: bigint) => {
    const digits = x.toString();
    return Math.log(Number(`0.${digits.slice(0, 30)}`)) + digits.length * Math.LN10;
  };
  return log(a) - log(b);
}

test.each([
  [1, 3],
  [7, 0],
  [5, 4],
  [12, 40],
  [30, 200],
])("encloses the law of %i bins and %i balls in integers, narrowly", (bins, balls) => {
  const exact = ways(bins, balls);
  const all = BigInt(bins) ** BigInt(balls);
  for (let count = -1; count <= bins + 1; count++) {
    const { atLeast, atMost } = occupancyTails(count, bins, balls);
    const sum = (from: number, to: number) =>
      exact.slice(Math.max(0, from), Math.max(0, to)).reduce((s, x) => s + x, 0n);
    for (const [{ logLower, logUpper }, ways] of [
      [atLeast, sum(count, bins + 1)],
      [atMost, sum(0, count + 1)],
    ] as const) {
      if (ways === 0n) {
        expect([logLower, logUpper]).toEqual([-Infinity, -Infinity]);
        continue;
      }
      const log = logRatio(ways, all);
      const rounding = 1e-13 * (1 + Math.abs(log));
      expect(logLower).toBeLessThanOrEqual(log + rounding);
      expect(logUpper).toBeGreaterThanOrEqual(log - rounding);
      expect(logUpper - logLower).toBeLessThan(1e-12);
    }
  }
});

test("below 1e-308 the enclosure widens and still holds", () => {
  // P(all balls in one bin) = bins^(1 − balls)
  const { logLower, logUpper } = occupancyTails(1, 100, 400).atMost;
  expect(logUpper).toBeGreaterThan(-399 * Math.log(100));
  expect(logLower).toBeLessThan(-399 * Math.log(100));
  expect(occupancyTails(1, 100, 100).atMost.logUpper).toBeCloseTo(-99 * Math.log(100), 9);
});

test("agrees with 4000 thrown sets of balls (the limits are wrong with probability below 1e-9)", () => {
  const streams = keyedStreams({ seed: "1", sampler: "balls", parameters: {} });
  const [bins, balls, draws] = [20, 30, 4000];
  const occupied = Array.from({ length: draws }, (_, draw) => {
    const bits = streams(draw)("balls");
    return new Set(Array.from({ length: balls }, () => Math.floor(bins * uniform(bits)))).size;
  });
  for (const count of [13, 15, 16, 17, 19]) {
    const p = Math.exp(occupancyTails(count, bins, balls).atLeast.logUpper);
    const seen = occupied.filter((n) => n >= count).length / draws;
    // Hoeffding: 2exp(−2·4000·0.052²) = 8e-10
    expect(Math.abs(seen - p)).toBeLessThan(0.052);
    // A law with one ball more is told from it.
    if (count === 16) {
      const other = Math.exp(occupancyTails(count, bins, balls + 3).atLeast.logUpper);
      expect(Math.abs(seen - other)).toBeGreaterThan(0.052);
    }
  }
});

test("refuses what it cannot do", () => {
  expect(() => occupancyTails(1.5, 3, 3)).toThrow("count is 1.5; it must be an integer");
  expect(() => occupancyTails(1, 0, 3)).toThrow("bins is 0; it must be an integer ≥ 1");
  expect(() => occupancyTails(1, 3, -1)).toThrow("balls is -1; it must be an integer ≥ 0");
  expect(() => occupancyTails(1, 1e5, 1e5)).toThrow("bins·balls is 10000000000; it must be at most 1e8");
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [
    [1, 1],
    [2, 3],
    [5, 0],
    [5, 4],
    [9, 30],
    [100, 400],
  ].flatMap(([bins, balls]) => [-1, 0, 1, 2, 4, bins, bins + 1].map((count) => [count, bins, balls] as const));
  expect(
    callTable(occupancyTails, [...calls, [1, 1.5, 3], [1, 3, 1.5], [1, 1e4, 1e4 + 1], [Number.NaN, 1, 1]]),
  ).toMatchSnapshot();
});
