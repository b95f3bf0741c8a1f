import { expect, test } from "vitest";
import { refinedFlip } from "./refined-flip.js";

/** A line with f(x) = 1 and ‖∇f(x)‖ = 1 on which g is given. */
function lineOf(g: (t: number) => number) {
  const asked: number[] = [];
  return {
    asked,
    line: {
      value: 1,
      gradientNorm: 1,
      at: (etas: readonly number[]) =>
        etas.map((eta) => {
          asked.push(-eta);
          return { value: g(-eta), rounding: 0 };
        }),
    },
  };
}

test("a straight line is followed little further than it takes", () => {
  const { line, asked } = lineOf((t) => 1 - t);
  expect(refinedFlip(line).eta).toBeCloseTo(1, 6);
  expect(asked).toEqual([1.0625]);
});

test("a line that is bent a little is narrowed down to the tolerance", () => {
  for (const bend of [1e-3, 3e-3, 0.01, 0.1]) {
    const g = (t: number) => 1 - t - bend * t * t;
    const root = (Math.sqrt(1 + 4 * bend) - 1) / (2 * bend);
    expect(Math.abs(refinedFlip(lineOf(g).line).eta! / root - 1)).toBeLessThan(1e-3);
  }
});

test("a flip there and back between the first points is found, and one that is too narrow is not passed over in silence", () => {
  // The first points are 1.0625, 3.1875, 7.4375, 15.9375 and 20.
  const dip = (at: number, width: number) => (t: number) => 1 - 1.2 * Math.exp(-(((t - at) / width) ** 2));
  expect(refinedFlip(lineOf(dip(5.4, 0.8)).line).eta).toBeGreaterThan(4);
  expect(refinedFlip(lineOf(dip(12, 2)).line).eta).toBeGreaterThan(9);
  const shallow = (t: number) => Math.abs(t - 6.1) + 1e-9;
  expect(refinedFlip(lineOf(shallow).line)).toEqual({ eta: null, unresolved: true });
});

test("what stays away from 0, or dies, is resolved", () => {
  expect(refinedFlip(lineOf((t) => 1 + t).line)).toEqual({ eta: null, unresolved: false });
  expect(refinedFlip(lineOf(() => 1).line)).toEqual({ eta: null, unresolved: false });
  expect(refinedFlip({ ...lineOf(() => 0).line, value: 0 })).toEqual({ eta: null, unresolved: false });
});

test("options out of range are refused", () => {
  const { line } = lineOf((t) => 1 - t);
  expect(() => refinedFlip(line, { limit: 0 })).toThrow("limit is 0; it must be positive and finite");
  expect(() => refinedFlip(line, { tolerance: 2 })).toThrow("tolerance is 2");
  expect(() => refinedFlip(line, { most: -1 })).toThrow("most is -1");
});

test("a line that goes beyond doubles is unresolved, and the search ends", () => {
  const unseen = { eta: null, unresolved: true };
  const { line } = lineOf((t) => 1 - t);
  for (const beyond of [
    { value: Number.NaN, gradientNorm: 1 },
    { value: Infinity, gradientNorm: 1 },
    { value: 1, gradientNorm: Infinity },
    // ‖∇f‖² is beyond doubles, or where the tangent meets 0.
    { value: 1e300, gradientNorm: 1e160 },
    { value: 1, gradientNorm: 1e-170 },
    { value: 1e-300, gradientNorm: 1e100 },
  ])
    expect(refinedFlip({ ...line, ...beyond })).toEqual(unseen);
  expect(refinedFlip(lineOf((t) => (t < 5 ? 1 : Infinity)).line)).toEqual(unseen);
  expect(refinedFlip(lineOf((t) => (t < 5 ? 1 : -Infinity)).line)).toEqual(unseen);
  expect(refinedFlip(lineOf((t) => (t === 0.53125 ? Number.NaN : 1)).line)).toEqual(unseen);
  // Unknown within a bracket: the flip is in it.
  const torn = (t: number) => (t < 0.3 ? 1 : t < 0.7 ? Number.NaN : -1);
  expect(refinedFlip(lineOf(torn).line).eta).toBeCloseTo(0.7, 2);
});
