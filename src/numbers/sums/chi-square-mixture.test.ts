import { describe, expect, test } from "vitest";
import { logChiSquareTails } from "../chi-square-tail.js";
import { callTable } from "../testing/call-table.js";
import { chiSquareMixture } from "./chi-square-mixture.js";

describe("chiSquareMixture", () => {
  test("of 1/(χ²_2/2) is Fisher's law with (m, 2) degrees of freedom: P(F < y) = (1 + 2/(my))^(−m/2)", () => {
    for (const m of [16, 100, 10_000, 1e15]) {
      // P(1/(χ²_2/2) < q) = P(χ²_2/2 > 1/q) = e^(−1/q).
      const lowerTail = (q: number) => ({ logLower: -1 / q, logUpper: -1 / q });
      for (const y of [0.02, 0.3, 1, 5]) {
        const truth = (-m / 2) * Math.log1p(2 / (m * y));
        const { logLower, logUpper } = chiSquareMixture({ lowerTail, mean: 1, deviation: 1 }, m, y);
        expect(logLower).toBeLessThanOrEqual(truth + 1e-11 * (1 + Math.abs(truth)));
        expect(logUpper).toBeGreaterThanOrEqual(truth - 1e-11 * (1 + Math.abs(truth)));
        expect(logUpper - logLower).toBeLessThan(0.01);
      }
    }
  });

  test("of a Q that is 1 is χ²_m/m itself, with a step in the integrand", () => {
    const lowerTail = (q: number) =>
      q > 1 ? { logLower: 0, logUpper: 0 } : { logLower: -Infinity, logUpper: -Infinity };
    for (const m of [50, 1e6, 2 ** 53]) {
      for (const z of [-2, 0.5, 3]) {
        const deviation = z * Math.sqrt(2 * m);
        const truth = logChiSquareTails(m, deviation).logLower;
        const { logLower, logUpper } = chiSquareMixture(
          { lowerTail, mean: 1, deviation: 1e-3 / Math.sqrt(m) },
          m,
          1 + deviation / m,
        );
        // 1 + deviation/m and log of it lose digits for m = 2^53: 1e-16 of y is 1e-8 standard deviations.
        expect(logLower).toBeLessThanOrEqual(truth + 1e-6);
        expect(logUpper).toBeGreaterThanOrEqual(truth - 1e-6);
        expect(logUpper - logLower).toBeLessThan(0.01);
      }
    }
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("mixtures to the last bit, of smooth and of stepped laws, near and far", () => {
  const tails = [
    (q: number) => ({ logLower: -1 / q, logUpper: -1 / q }),
    (q: number) => (q > 1 ? { logLower: 0, logUpper: 0 } : { logLower: -Infinity, logUpper: -Infinity }),
    (q: number) => ({ logLower: Math.min(0, Math.log(q)) - 0.2, logUpper: Math.min(0, Math.log(q)) }),
    () => ({ logLower: -Infinity, logUpper: -Infinity }),
  ];
  const calls = tails.flatMap((_, i) =>
    [16, 1000, 1e12].flatMap((m) => [1e-3, 0.5, 1, 20].map((y) => [i, m, y, i === 1 ? 1e-3 : 1] as const)),
  );
  const at = (i: number, m: number, y: number, deviation: number) =>
    chiSquareMixture({ lowerTail: tails[i], mean: 1, deviation }, m, y);
  expect(callTable(at, calls)).toMatchSnapshot();
});
