import { describe, expect, test } from "vitest";
import { logNormalUpperTail } from "../normal-tail.js";
import { callTable } from "../testing/call-table.js";
import { laplace, laplaceTail } from "./laplace-tail.js";

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

  test("M on a line is within its stated error of what mpmath has with 40 digits, and is not without it", () => {
    const truth = [
      [-0.3566749439387324, 0.6435011087932844],
      [-0.8439547639377978, 0.8288490587889792],
      [-1.2356039027149193, 0.844153986113171],
      [-1.5578901579206132, 0.8066715494215095],
      [-1.8351706665575125, 0.7531512809621944],
      [-2.0808744355119573, 0.6970213772525995],
    ];
    const { logModulus, argument, relativeError } = laplace.line(0.75, 0.25, truth.length + 1)!;
    const offs = truth.map(([modulus, angle], i) => Math.hypot(logModulus[i + 1] - modulus, argument[i + 1] - angle));
    for (const [i, off] of offs.entries()) expect(off).toBeLessThanOrEqual(relativeError[i + 1]);
    expect(Math.max(...offs)).toBeGreaterThan(0);
    expect(Math.max(...relativeError)).toBeLessThan(1e-14);
  });

  // The excess kurtosis of the sum is 3/k: the normal tail is off by a factor 1 + O(z⁴/k).
  test("is the normal tail for 10¹⁵ summands", () => {
    const k = 1e15;
    for (const z of [0.5, 3, 7, 20]) {
      const { logLower, logUpper } = laplaceTail(k, z * Math.sqrt(2 * k));
      const normal = logNormalUpperTail(z);
      const off = 1e-15 * (normal ** 2 + Math.abs(normal)) + 1e-12;
      expect(logLower).toBeLessThan(normal + off);
      expect(logUpper).toBeGreaterThan(normal - off);
      expect(logUpper - logLower).toBeLessThan(1e-11);
    }
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("tails, cumulants and lines to the last bit", () => {
  const tails = [1, 2, 5, 200, 201, 1e6].flatMap((k) =>
    [-2, 0, 0.3, 20, 900, 1e307, 1.1e307, Infinity].map((t) => [k, t] as const),
  );
  expect(
    callTable(
      laplaceTail,
      tails.filter(([k, t]) => k < 200 || t < 1000),
    ),
  ).toMatchSnapshot();
  expect(
    callTable(
      laplace.real,
      [0, 1e-9, 0.3, 0.999, 1, 2].map((c) => [c] as const),
    ),
  ).toMatchSnapshot();
  const lines = [0.1, 0.49, 0.5, 0.9].map((c) => [c, 0.3, 4] as const);
  expect(callTable(laplace.line, lines)).toMatchSnapshot();
  const envelope = (c: number, omega: number) => laplace.logEnvelope(c)(omega, -1);
  expect(
    callTable(
      envelope,
      [0.1, 0.9].flatMap((c) => [1e-3, 1, 1e4].map((omega) => [c, omega] as const)),
    ),
  ).toMatchSnapshot();
  expect([laplace.deviation, laplace.supremum, laplace.edge]).toEqual([Math.SQRT2, Infinity, 1]);
});

test("the envelope on a line is the modulus there, and falls", () => {
  for (const c of [0.1, 0.9]) {
    const { logModulus } = laplace.line(c, 0.5, 5)!;
    for (let n = 1; n < 5; n++) expect(laplace.logEnvelope(c)(n * 0.5, -1)).toBeCloseTo(logModulus[n], 13);
  }
});
