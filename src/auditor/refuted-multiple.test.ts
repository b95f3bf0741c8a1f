import { describe, expect, test } from "vitest";
import { refutingFailures } from "../chance/deciding-counts.js";
import { refutedMultiple } from "./refuted-multiple.js";

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
