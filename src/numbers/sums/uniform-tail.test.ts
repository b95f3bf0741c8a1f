import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
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

// Pinned to the last bit: an error bound that changes must be seen.
test("tails to the last bit, on both sides of what the closed form serves", () => {
  const calls = [1, 2, 3, 19, 20].flatMap((k) =>
    [-k - 1, -k, -0.3, 0, 0.3, 1, k - 1e-9, k, k + 1].map((t) => [k, t] as const),
  );
  expect(callTable(uniformTail, [...calls, [21, 0], [21, 3], [21, -3], [21, 21], [1e6, 2000]])).toMatchSnapshot();
});
