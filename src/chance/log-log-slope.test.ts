import fc from "fast-check";
import { linearRegression } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { logLogSlope, logLogSlopeLimits } from "./log-log-slope.js";

const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const sizes = [10, 40, 160, 1000];

describe("the log-log slope", () => {
  test("is that of simple-statistics' regression", () => {
    fc.assert(
      fc.property(fc.array(positive, { minLength: 4, maxLength: 4 }), (values) => {
        const { m } = linearRegression(sizes.map((n, i) => [Math.log(n), Math.log(values[i])]));
        expect(Math.abs(logLogSlope(sizes, values) - m)).toBeLessThan(1e-12);
      }),
      { seed: 1 },
    );
  });

  test("of a power is its exponent", () => {
    expect(
      logLogSlope(
        sizes,
        sizes.map((n) => 7 * n ** -0.5),
      ),
    ).toBeCloseTo(-0.5, 12);
  });

  test("lies within its limits wherever the values lie within theirs, and reaches them", () => {
    const widths = fc.array(fc.tuple(positive, positive, fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(widths, (triples) => {
        const lower = triples.map(([a, b]) => Math.min(a, b));
        const upper = triples.map(([a, b]) => Math.max(a, b));
        const between = triples.map(([, , share], i) => lower[i] * (upper[i] / lower[i]) ** share);
        const limits = logLogSlopeLimits(sizes, lower, upper);
        const slope = logLogSlope(sizes, between);
        expect(slope).toBeGreaterThan(limits.lower - 1e-12);
        expect(slope).toBeLessThan(limits.upper + 1e-12);
      }),
      { seed: 1 },
    );
    const reached = logLogSlope([1, 10], [2, 3]);
    expect(logLogSlopeLimits([1, 10], [1, 3], [2, 5]).lower).toBeCloseTo(reached, 13);
  });

  test("of powers hold the exponent, whatever is rounded, and no more than that", () => {
    const powers = fc.tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 53 }), { minLength: 2, maxLength: 8 }),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(powers, ([some, exponent]) => {
        const at = some.toSorted((a, b) => a - b);
        // Rounded outwards to a double: the power itself is in between.
        const [low, high] = [1 - 2 ** -50, 1 + 2 ** -50].map((by) => at.map((n) => n ** exponent * by));
        const limits = logLogSlopeLimits(at, low, high);
        expect(limits.lower).toBeLessThanOrEqual(exponent);
        expect(limits.upper).toBeGreaterThanOrEqual(exponent);
        if (at[at.length - 1] > 2 * at[0]) expect(limits.upper - limits.lower).toBeLessThan(1e-10);
      }),
      { seed: 1, numRuns: 1000 },
    );
    const exact = logLogSlopeLimits([10, 1000], [1, 100], [1, 100]);
    expect(exact.lower).toBeLessThanOrEqual(1);
    expect(exact.upper).toBeGreaterThanOrEqual(1);
  });

  // Pinned: how much rounding may do is derived where it is computed, and no test tells a bound from one a few times less.
  test.each([
    [
      [7, 1000, 3000],
      [1, 100, 250],
      [1, 100, 250],
    ],
    [
      [3, 20, 700],
      [2, 0.5, 9],
      [2.5, 0.75, 11],
    ],
    [
      [1e6, 1e6 + 1],
      [0.1, 3],
      [0.2, 5],
    ],
    [
      [0.01, 0.5, 2, 90],
      [1e-200, 1e-100, 1, 1e8],
      [1e-200, 1e-100, 1, 1e9],
    ],
  ])("of sizes %j is known to its rounding", (at, low, high) => {
    expect(logLogSlopeLimits(at, low, high)).toMatchSnapshot();
  });

  test("is unknown for sizes that are next to equal", () => {
    expect(logLogSlopeLimits([2 ** 53 - 1, 2 ** 53], [1, 1], [2, 2])).toEqual({ lower: -Infinity, upper: Infinity });
  });

  test("has open limits where a value may be 0 or anything", () => {
    expect(logLogSlopeLimits([1, 10], [0, 1], [1, 2])).toEqual({ lower: expect.closeTo(0, 13), upper: Infinity });
    expect(logLogSlopeLimits([1, 10], [1, 1], [1, Infinity])).toEqual({
      lower: expect.closeTo(0, 13),
      upper: Infinity,
    });
  });

  test.each([[[1]], [[]], [[2, 1]], [[1, 1]], [[1, 3, 2]], [[0, 1]], [[-1, 1]], [[1, Infinity]]])(
    "refuses sizes %j",
    (wrong) => {
      expect(() => logLogSlope(wrong, [1, 1])).toThrow(
        new RangeError(`sizes are [${wrong.join(", ")}]; they must be at least two, positive and ascending`),
      );
    },
  );
});
