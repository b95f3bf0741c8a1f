import { describe, expect, test } from "vitest";
import { refutingFailures } from "../chance/deciding-counts.js";
import { nearestToOne, refutedMultiple } from "./refuted-multiple.js";

const draws = 500;
const observed = Float64Array.from({ length: draws }, (_, i) => 1 + ((i * 37) % draws) / draws);
const bounds = Float64Array.from({ length: draws }, (_, i) => 2 + (i % 3));
const needed = refutingFailures(draws, 0.1, 1e-10);

const both = (values: Float64Array) => ({ lower: values, upper: values });

describe("the refuted multiple", () => {
  test.each(["<=", ">="] as const)("is the last at which enough draws break the bound: %s", (relation) => {
    const multiple = refutedMultiple(both(observed), bounds, relation, 0.1, 1e-10) ?? Number.NaN;
    const broken = (m: number) =>
      observed.filter((x, i) => (relation === "<=" ? x > m * bounds[i] : x < m * bounds[i])).length;
    const towardsOne = relation === "<=" ? 1 : -1;
    expect(broken(multiple * (1 - towardsOne * 1e-12))).toBeGreaterThanOrEqual(needed);
    expect(broken(multiple * (1 + towardsOne * 1e-12))).toBeLessThan(needed);
  });

  test("needs a single draw where the statement holds always", () => {
    expect(refutedMultiple(both(observed), new Float64Array(draws).fill(4), "<=", 0, 1e-10)).toBeCloseTo(
      observed.toSorted()[draws - 1] / 4,
      14,
    );
  });

  test("is null where nothing would refute, and for bounds that are not positive", () => {
    expect(refutedMultiple(both(observed.subarray(0, 5)), bounds.subarray(0, 5), "<=", 0.1, 1e-10)).toBeNull();
    expect(refutedMultiple(both(observed), new Float64Array(draws), "<=", 0.1, 1e-10)).toBeNull();
    expect(refutedMultiple(both(observed), new Float64Array(draws).fill(Number.NaN), "<=", 0.1, 1e-10)).toBeNull();
  });

  test("of an equality is outside the first enclosure that excludes it", () => {
    const enclosures = { lower: Float64Array.of(1.9, 1.99), upper: Float64Array.of(2.01, 2.1) };
    const two = Float64Array.of(2, 2);
    expect(refutedMultiple(enclosures, two, "=", 0, 1e-10)).toBeCloseTo(2.01 / 2, 12);
    expect(refutedMultiple({ ...enclosures, upper: Float64Array.of(3, 3) }, two, "=", 0, 1e-10)).toBeCloseTo(
      1.99 / 2,
      12,
    );
    expect(refutedMultiple({ ...enclosures, lower: Float64Array.of(-1, -1) }, two, "=", 0, 1e-10)).toBeNull();
  });
});

test.each([
  [0.5, 3, 0.5],
  [0.2, 3, 3],
  [0.5, 2, 2],
  [0, 2, null],
  [-1, 2, null],
  [0.5, 0, null],
  [0.5, -1, null],
  [0.5, Infinity, null],
  [Number.NaN, 2, null],
  [0.5, Number.NaN, null],
])("of %d and %d, %s is nearer to 1 by its factor", (below, above, nearest) => {
  expect(nearestToOne(below, above)).toBe(nearest);
});

describe("the multiple of unlike ends", () => {
  const wide = { lower: Float64Array.of(1, 3, 5), upper: Float64Array.of(2, 4, 6) };
  const ones = Float64Array.of(1, 1, 1);
  test("is by the lower ends from above, by the upper ones from below", () => {
    expect(refutedMultiple(wide, ones, "<=", 0, 1e-10)).toBe(5);
    expect(refutedMultiple(wide, ones, ">=", 0, 1e-10)).toBe(2);
  });

  test("is null without draws, where one bound is not positive, and where a ratio is not, or infinite", () => {
    const none = Float64Array.of();
    expect(refutedMultiple({ lower: none, upper: none }, none, "<=", 0, 1e-10)).toBeNull();
    for (const bad of [0, -1, Number.NaN])
      expect(refutedMultiple(wide, Float64Array.of(1, bad, 1), "<=", 0, 1e-10)).toBeNull();
    for (const x of [0, -1, Infinity]) {
      const column = Float64Array.of(x, x, x);
      expect(refutedMultiple({ lower: column, upper: column }, ones, "<=", 0, 1e-10)).toBeNull();
    }
  });

  test("takes all draws where it needs as many", () => {
    const draws = 10;
    const all = Float64Array.from({ length: draws }, (_, i) => 1 + i);
    const alpha = 1e-3;
    const needed = refutingFailures(draws, 0.2, alpha);
    expect(needed).toBeLessThanOrEqual(draws);
    const few = Float64Array.from({ length: needed }, (_, i) => 1 + i);
    const bounds = new Float64Array(needed).fill(1);
    const enough = refutingFailures(needed, 0.2, alpha) <= needed;
    expect(refutedMultiple(both(few), bounds, "<=", 0.2, alpha) !== null).toBe(enough);
    expect(refutedMultiple(both(all), new Float64Array(draws).fill(1), "<=", 0.2, alpha)).toBe(all[draws - needed]);
    expect(refutedMultiple(both(all), new Float64Array(draws).fill(1), ">=", 0.2, alpha)).toBe(all[needed - 1]);
  });
});
