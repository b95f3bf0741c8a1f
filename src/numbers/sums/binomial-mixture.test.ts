import { describe, expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { binomialMixture } from "./binomial-mixture.js";

/** log Σ C(k, n)·2^−k·x^n = k·log((1 + x)/2). */
const logPowerMean = (k: number, logX: number) => k * Math.log1p(Math.expm1(logX) / 2);

const told = (log: number) => ({ logLower: log, logUpper: log });

describe("binomialMixture", () => {
  test.each([1, 2, 7, 100, 2000])("of x^n is ((1 + x)/2)^k (k = %d)", (k) => {
    for (const logX of [-1e-3, -0.1, -1, -20]) {
      const { logLower, logUpper } = binomialMixture(k, (n) => told(n * logX));
      const truth = logPowerMean(k, logX);
      expect(logLower).toBeLessThanOrEqual(truth + 1e-13);
      expect(logUpper).toBeGreaterThanOrEqual(truth - 1e-13);
      expect(logUpper - logLower).toBeLessThan(1e-10);
    }
  });

  test("encloses where the counts are too many to take one by one", () => {
    const k = 2 ** 53;
    const logX = -1 / Math.sqrt(k);
    // x^(−k/2)·((1 + x)/2)^k = cosh(log(x)/2)^k.
    const truth = (k * logX * logX) / 8;
    const mixture = binomialMixture(k, (n) => told(Math.min(0, (n - k / 2) * logX - 50)));
    const [logLower, logUpper] = [mixture.logLower + 50, mixture.logUpper + 50];
    expect(logLower).toBeLessThanOrEqual(truth + 1e-8);
    expect(logUpper).toBeGreaterThanOrEqual(truth - 1e-8);
    expect(logUpper - logLower).toBeLessThan(0.01);
  });

  test("is −∞ for 0", () => {
    expect(binomialMixture(5, () => told(-Infinity))).toEqual({ logLower: -Infinity, logUpper: -Infinity });
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("mixtures to the last bit, of few counts and of many, that rise, fall and vanish", () => {
  const values = [
    (n: number) => told(-0.1 * n),
    (n: number) => told(Math.min(0, n - 40)),
    (n: number) => ({ logLower: -n - 0.01, logUpper: -n }),
    (n: number) => told(n > 3 ? -Infinity : -1),
  ];
  const calls = values.flatMap((_, i) => [1, 2, 50, 4096, 4097, 1e6].map((k) => [k, i] as const));
  expect(callTable((k: number, i: number) => binomialMixture(k, values[i]), calls)).toMatchSnapshot();
});
