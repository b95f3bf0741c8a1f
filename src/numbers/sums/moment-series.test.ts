import { expect, test } from "vitest";
import { exactly } from "../testing/exactly.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import type { GaussianVariable } from "./gaussian-variable.js";
import { momentSeries } from "./moment-series.js";

const half: GaussianVariable = { ...rectified, signed: false };
const HALF_MEAN = 1 / Math.sqrt(2 * Math.PI);

test("the normal law's cumulants are c²/2, and on a line −ω²/2 + icω", () => {
  const { deviation, radius, real, line } = momentSeries(normal, 0);
  expect(deviation).toBeCloseTo(1, 14);
  expect(radius).toBeGreaterThan(0.2);
  for (const c of [1e-6, 1e-3, 0.1, radius]) {
    expect(real(c).value).toBeGreaterThanOrEqual((c * c) / 2);
    expect(real(c).value).toBeLessThan((c * c) / 2 + 1e-12 * c * c);
    expect(real(c).slope).toBeCloseTo(c, 12);
  }
  const { logModulus, argument, relativeError } = line(0.1, 0.05, 4, 0);
  for (let n = 0; n < 4; n++) {
    const omega = n * 0.05;
    const off = Math.hypot(logModulus[n] + 0.5 * omega * omega, argument[n] - 0.1 * omega);
    expect(off).toBeLessThanOrEqual(relativeError[n] + 1e-18);
    expect(relativeError[n]).toBeLessThan(1e-14);
  }
});

test("a uniform variable's are log(sinh c/c)", () => {
  const { deviation, real } = momentSeries(uniform, 0);
  expect(deviation).toBeCloseTo(1 / Math.sqrt(3), 13);
  for (const c of [0.01, 0.3]) {
    // log(sinh c/c) = c²/6 − c⁴/180 + c⁶/2835 − c⁸/37800 + …
    const truth = (c * c) / 6 - c ** 4 / 180 + c ** 6 / 2835 - c ** 8 / 37800 + c ** 10 / 467775;
    expect(real(c).value).toBeGreaterThanOrEqual(truth - 1e-6 * c ** 12);
    expect(real(c).value - truth).toBeLessThan(1e-13);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("series to the last bit", () => {
  const cases = [
    [normal, 0],
    [uniform, 0],
    [{ ...dimple, error: (z: number) => 1e-12 * (1 + Math.abs(z)) }, 0],
    [half, HALF_MEAN],
  ] as const;
  for (const [variable, mean] of cases) {
    const { deviation, radius, real, line } = momentSeries(variable, mean);
    const lines = [1e-3, 0.01, 0.1, 0.4, 1].map((part) => {
      const c = (part * 2) / deviation;
      const long = Math.hypot(c, 3 * c) <= radius ? line(c, 3 * c, 2, 0) : null;
      return [real(c), line(c, c / 3, 3, 1e-13), long].map(exactly).join("\n  ");
    });
    expect([`${deviation} ${radius}`, ...lines].join("\n")).toMatchSnapshot();
  }
});
