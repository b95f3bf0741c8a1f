import { describe, expect, test } from "vitest";
import { logBinomialTails } from "../numbers/binomial-tails.js";
import { callTable } from "../numbers/testing/call-table.js";
import { uniform } from "./bits.js";
import { quantileLimits } from "./quantile-limits.js";
import { keyedStreams } from "./streams.js";

/** A double in (0, 1] as numerator/2^shift, exactly. */
function fraction(x: number): readonly [numerator: bigint, shift: bigint] {
  let shift = 0n;
  let numerator = x;
  for (; !Number.isInteger(numerator); shift++) numerator *= 2;
  return [BigInt(numerator), shift];
}

/** The ranks by their definition, in exact integer arithmetic. */
function exactRanks(n: number, q: number, alpha: number): readonly [lower: number, upper: number] {
  const [a, shift] = fraction(q);
  const b = (1n << shift) - a;
  const [level, levelShift] = fraction(alpha / 2);
  const terms: bigint[] = [];
  let choose = 1n;
  for (let v = 0; v <= n; v++) {
    terms.push(choose * a ** BigInt(v) * b ** BigInt(n - v));
    choose = (choose * BigInt(n - v)) / BigInt(v + 1);
  }
  const total = 1n << (shift * BigInt(n));
  const small = (sum: bigint) => sum << levelShift <= level * total;
  const below = (rank: number) => terms.slice(0, rank).reduce((sum, term) => sum + term, 0n);
  let lower = 0;
  while (lower < n && small(below(lower + 1))) lower++;
  let upper = n + 1;
  while (upper > 1 && small(total - below(upper - 1))) upper--;
  return [lower, upper];
}

const count = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("quantileLimits", () => {
  test("has the ranks of exact binomial sums", () => {
    for (const n of [1, 2, 3, 5, 8, 13, 40, 99, 200]) {
      for (const q of [0.001, 0.1, 0.25, 0.5, 0.7, 0.9, 0.999]) {
        for (const alpha of [0.3, 0.05, 1e-3, 1e-10]) {
          const { lowerRank, upperRank, lower, upper } = quantileLimits(count(n).toReversed(), q, alpha);
          const [exactLower, exactUpper] = exactRanks(n, q, alpha);
          expect([lowerRank, upperRank], `n = ${n}, q = ${q}, alpha = ${alpha}`).toEqual([exactLower, exactUpper]);
          expect(lower).toBe(exactLower === 0 ? -Infinity : exactLower);
          expect(upper).toBe(exactUpper > n ? Infinity : exactUpper);
        }
      }
    }
  });

  test("knows the table of sign-test limits for a median at 95 %", () => {
    // P(Bin(6, ½) = 0) = 1/64 < 0.025 < 1/32 = P(Bin(5, ½) = 0); P(Bin(20, ½) ≤ 5) = 0.0207, P(… ≤ 6) = 0.0577.
    expect(quantileLimits(count(5), 0.5, 0.05)).toMatchObject({ lower: -Infinity, upper: Infinity });
    expect(quantileLimits(count(6), 0.5, 0.05)).toMatchObject({ lower: 1, upper: 6 });
    expect(quantileLimits(count(20), 0.5, 0.05)).toMatchObject({ lower: 6, upper: 15 });
  });

  /** How often, of 2000 samples of size 50, the limits lie beyond the quantile on each side. */
  function missed(draw: (u: number) => number, quantile: number, q: number, spoil = 0) {
    const [samples, alpha] = [2000, 0.2];
    let [above, below] = [0, 0];
    for (let i = 0; i < samples; i++) {
      const bits = keyedStreams({ seed: "quantile", sampler: "sample", parameters: { q } })(i)("u");
      const sorted = Float64Array.from({ length: 50 }, () => draw(uniform(bits))).toSorted();
      const { lowerRank, upperRank } = quantileLimits(sorted, q, alpha);
      if (sorted[lowerRank - 1 + spoil] > quantile) above++;
      if (sorted[upperRank - 1 - spoil] < quantile) below++;
    }
    const surprise = (misses: number) => logBinomialTails(misses, samples, alpha / 2).logAtLeast;
    return { above: surprise(above), below: surprise(below) };
  }

  // Each side misses with probability ≤ alpha/2, so each expectation fails with probability at most 1e-10.
  const LIMIT = Math.log(1e-10);

  test("covers the quantile of a continuous law as often as it says; limits a rank or two inside do not", () => {
    for (const q of [0.3, 0.5, 0.85]) {
      const { above, below } = missed((u) => u, q, q);
      expect(above).toBeGreaterThan(LIMIT);
      expect(below).toBeGreaterThan(LIMIT);
      const spoilt = missed((u) => u, q, q, 2);
      expect(spoilt.above).toBeLessThan(LIMIT);
      expect(spoilt.below).toBeLessThan(LIMIT);
    }
  });

  test("covers the quantile of a law with atoms, here 0 or 1 with P(0) = 0.3", () => {
    const coin = (u: number) => (u < 0.3 ? 0 : 1);
    for (const [q, quantile] of [
      [0.3, 0],
      [0.3, 1],
      [0.25, 0],
      [0.35, 1],
    ]) {
      const { above, below } = missed(coin, quantile, q);
      expect(above).toBeGreaterThan(LIMIT);
      expect(below).toBeGreaterThan(LIMIT);
    }
  });

  test("says what is wrong with its arguments", () => {
    expect(() => quantileLimits([], 0.5, 0.05)).toThrow(
      new RangeError("sample is empty; it must hold at least one number"),
    );
    expect(() => quantileLimits([1, Number.NaN, 2], 0.5, 0.05)).toThrow(
      new RangeError("sample holds NaN; it must hold numbers only"),
    );
    expect(() => quantileLimits([1], 1, 0.05)).toThrow(new RangeError("q is 1; it must be in (0, 1)"));
    expect(() => quantileLimits([1], 0.5, 0)).toThrow(new RangeError("alpha is 0; it must be in (0, 1)"));
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, with what is refused", () => {
  const samples = [[1], [3, 1, 2], Array.from({ length: 50 }, (_, i) => (i * 17) % 50), [], [1, Number.NaN]];
  const calls = samples.flatMap((sample) =>
    [0.1, 0.5, 0.99].flatMap((q) => [0.5, 1e-3].map((alpha) => [sample, q, alpha] as const)),
  );
  expect(
    callTable(quantileLimits, [...calls, [[1], 0, 0.1], [[1], 1, 0.1], [[1], 0.5, 0], [[1], 0.5, 1]]),
  ).toMatchSnapshot();
});
