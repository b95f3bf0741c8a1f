import { describe, expect, test } from "vitest";
import { laplaceTail } from "./laplace-tail.js";

describe("laplaceTail", () => {
  test("is e^(−t)/2 for k = 1 and (2 + t)e^(−t)/4 for k = 2", () => {
    for (const t of [0, 0.1, 1, 30, 700]) {
      for (const [k, truth] of [
        [1, -t - Math.LN2],
        [2, Math.log(2 + t) - t - 2 * Math.LN2],
      ]) {
        const { logLower, logUpper } = laplaceTail(k, t);
        expect(logLower).toBeLessThanOrEqual(truth);
        expect(logUpper).toBeGreaterThanOrEqual(truth - 1e-15);
        expect(logUpper - logLower).toBeLessThan(1e-10);
      }
    }
  });

  test("by the closed form (k = 200) and by the contour (k = 201) are as close as neighbours are", () => {
    // In standard deviations, P changes by its skewness and kurtosis of order 1/k: second differences vanish.
    for (const z of [0.5, 2, 6, 20, 36]) {
      const at = (k: number) => laplaceTail(k, z * Math.sqrt(2 * k)).logUpper;
      const slope = at(200) - at(199);
      expect(Math.abs(at(201) - at(200) - slope)).toBeLessThan(0.03 * Math.abs(slope) + 1e-9);
    }
  });

  test("is 1/2 at 0 and the complement below", () => {
    for (const k of [3, 1000]) {
      expect(laplaceTail(k, 0).logUpper).toBeCloseTo(-Math.LN2, 9);
      expect(Math.exp(laplaceTail(k, -2).logUpper) + Math.exp(laplaceTail(k, 2).logLower)).toBeCloseTo(1, 9);
    }
  });
});
