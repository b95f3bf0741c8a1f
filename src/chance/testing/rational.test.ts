import { expect, it } from "vitest";
import { logRational, rational } from "./rational.js";

it("takes a double as it is", () => {
  expect(rational(0.1)).toEqual({ numerator: 3602879701896397n, denominator: 2n ** 55n });
  expect(rational(12)).toEqual({ numerator: 12n, denominator: 1n });
});

it("has the logarithm of large, small and nearly equal integers", () => {
  const power = (exponent: bigint) => ({ numerator: 1n, denominator: 3n ** exponent });
  expect(logRational(power(5000n))).toBeCloseTo(-5000 * Math.log(3), 10);
  expect(logRational({ numerator: 7n ** 4000n, denominator: 2n })).toBeCloseTo(4000 * Math.log(7) - Math.LN2, 10);
  expect(logRational({ numerator: 10n ** 40n + 3n, denominator: 10n ** 40n }) / 3e-40).toBeCloseTo(1, 14);
  expect(logRational({ numerator: 10n ** 40n - 3n, denominator: 10n ** 40n }) / -3e-40).toBeCloseTo(1, 14);
  expect(logRational({ numerator: 5n, denominator: 5n })).toBe(0);
  expect(logRational({ numerator: 0n, denominator: 5n })).toBe(-Infinity);
});
