import { describe, expect, test } from "vitest";
import { sampledFlip } from "./sampled-flip.js";

/** A line with f(x) = 1 and ‖∇f‖ = 1 unless told, so that the tangent meets 0 at 1. */
function line(value: (eta: number) => number, f = 1, gradientNorm = 1) {
  const at = (etas: readonly number[]) => etas.map((eta) => ({ value: value(eta), rounding: 0 }));
  return { value: f, gradientNorm, at };
}

/** A function on the ray and how often it was looked at. */
function looked(g: (t: number) => number) {
  const points: number[] = [];
  const value = (eta: number) => {
    points.push(-eta);
    return g(-eta);
  };
  return { points, value };
}

describe("a root is enclosed to the relative tolerance", () => {
  test.each<[string, (t: number) => number, number]>([
    ["of a line", (t) => 1 - t, 1],
    ["early", (t) => 1 - 4 * t, 0.25],
    ["of a curve", (t) => 1 - t + 0.02 * t * t, (1 - Math.sqrt(0.92)) / 0.04],
    ["far out", (t) => 1 - t / 18, 18],
    ["of a cube", (t) => 1 - t ** 3 / 27, 3],
    ["after a stretch of 0", (t) => (t < 0.6 ? 1 - t / 0.6 : t < 1 ? 0 : 1 - t), 1],
  ])("%s", (_, g, root) => {
    const { points, value } = looked(g);
    const flip = sampledFlip(line(value), { tolerance: 1e-9 });
    expect(flip?.lower).toBeLessThanOrEqual(root);
    expect(flip?.upper).toBeGreaterThanOrEqual(root);
    expect((flip?.upper ?? 0) - (flip?.lower ?? 0)).toBeLessThanOrEqual(1e-9 * root * (1 + 1e-9));
    expect(points.length).toBeLessThan(100);
  });
});

test("a line takes five points or fewer", () => {
  const { points, value } = looked((t) => 1 - 1.001 * t);
  sampledFlip(line(value), { tolerance: 1e-3 });
  expect(points.length).toBeLessThanOrEqual(5);
});

test("a dip between two points is not seen, and the gap says that it may be there", () => {
  const dip = (t: number) => (Math.abs(t - 0.75) < 0.01 ? -1 : 3 - t);
  const coarse = sampledFlip(line((eta) => dip(-eta)));
  expect(coarse?.lower).toBeCloseTo(3, 4);
  expect(coarse?.gap).toBeGreaterThan(0.02);
  const fine = sampledFlip(
    line((eta) => dip(-eta)),
    { gap: 0.015 },
  );
  expect(fine?.upper).toBeLessThan(0.77);
  expect(fine?.gap).toBeLessThanOrEqual(0.0150001);
});

test("no flip below the limit is none, nor one where f or ∇f is 0; negative f is turned", () => {
  expect(
    sampledFlip(
      line((eta) => 1 + eta),
      { limit: 0.999 },
    ),
  ).toBeNull();
  expect(
    sampledFlip(
      line((eta) => 1 + eta),
      { limit: 1.001 },
    )?.upper,
  ).toBeCloseTo(1, 5);
  expect(sampledFlip(line(() => -1, 0))).toBeNull();
  expect(sampledFlip(line(() => -1, 1, 0))).toBeNull();
  expect(sampledFlip(line((eta) => eta - 1, -1))?.upper).toBeCloseTo(1, 5);
});

test.each<[object, string]>([
  [{ limit: Infinity }, "limit is Infinity; it must be positive and finite"],
  [{ tolerance: 1 }, "tolerance is 1; it must be in (0, 1)"],
  [{ gap: 0 }, "gap is 0; it must be positive"],
])("%j is refused", (wrong, message) => {
  expect(() =>
    sampledFlip(
      line(() => 0),
      wrong,
    ),
  ).toThrow(new RangeError(message));
});

test("a line that goes beyond doubles before it flips shows no flip, and the search ends", () => {
  const straight = (eta: number) => 1 + eta;
  for (const [f, gradientNorm] of [
    [Number.NaN, 1],
    [1e300, 1e160],
    [1, 1e-170],
    [1e-300, 1e100],
    [1, Infinity],
  ])
    expect(sampledFlip(line(straight, f, gradientNorm))).toBeNull();
  expect(sampledFlip(line((eta) => (eta > -5 ? 1 : Infinity)))).toBeNull();
  expect(sampledFlip(line((eta) => (eta > -5 ? 1 : -Infinity)))).toBeNull();
});
