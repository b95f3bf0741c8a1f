import { describe, expect, test } from "vitest";
import { logIrwinHall } from "../testing/irwin-hall.js";
import { uniformTail } from "./uniform-tail.js";

describe("uniformTail", () => {
  test.each([1, 2, 7, 20, 21, 40, 80])("is Irwin and Hall's law, by integers (k = %d)", (k) => {
    for (const part of [0, 0.0625, 0.25, 0.5, 0.75, 0.9375]) {
      const truth = logIrwinHall(k, part * k);
      if (truth < -700) continue;
      const { logLower, logUpper } = uniformTail(k, part * k);
      expect(logLower).toBeLessThanOrEqual(truth + 1e-13 * (1 + Math.abs(truth)));
      expect(logUpper).toBeGreaterThanOrEqual(truth - 1e-13 * (1 + Math.abs(truth)));
      expect(logUpper - logLower).toBeLessThan(1e-8);
    }
  });

  test("is 0 from k on, and the complement below 0", () => {
    expect(uniformTail(5, 5).logUpper).toBe(-Infinity);
    expect(uniformTail(30, 30).logUpper).toBe(-Infinity);
    expect(Math.exp(uniformTail(9, -2).logUpper) + Math.exp(uniformTail(9, 2).logLower)).toBeCloseTo(1, 12);
  });
});
