import { expect, it, test } from "vitest";
import { kolmogorovTail } from "./kolmogorov-tail.js";
import { callTable } from "./testing/call-table.js";
import { steck } from "./testing/steck.js";

it.each([1, 2, 3, 10, 29, 60])("holds Steck's determinant between its bounds for %d draws", (n) => {
  for (const t of [0.01, 0.0625, 0.1, 0.15, 0.2, 1 / 3, 0.45, 0.5, 0.7, 0.95]) {
    const expected = steck(n, t);
    const { logLower, logUpper } = kolmogorovTail(n, t);
    expect(logLower, `t ${t}`).toBeLessThanOrEqual(expected);
    expect(logUpper, `t ${t}`).toBeGreaterThanOrEqual(expected);
    expect(logUpper - logLower, `t ${t}`).toBeLessThan(1e-6);
  }
});

it("has the values of Marsaglia, Tsang and Wang's paper", () => {
  // Pr(D_10 < 0.274) = 0.6284796154565043 and Pr(D_2000 < 0.04) = 0.99676943191713676984.
  for (const [n, t, below] of [
    [10, 0.274, 0.6284796154565043],
    [2000, 0.04, 0.9967694319171368],
  ]) {
    const { logLower, logUpper } = kolmogorovTail(n, t);
    expect(-Math.expm1((logLower + logUpper) / 2)).toBeCloseTo(below, 12);
  }
});

it("is narrow, and near Kolmogorov's limit at t + 1/(6n) + (√n·t − 1)/(4n)", () => {
  const n = 5000;
  for (const z of [0.5, 1, 1.36, 2]) {
    const { logLower, logUpper } = kolmogorovTail(n, z / Math.sqrt(n));
    expect(logUpper - logLower).toBeLessThan(1e-6);
    // Vrbik's shift of the argument leaves an error of order n^(−3/2).
    const at = z + 1 / (6 * Math.sqrt(n)) + (z - 1) / (4 * n);
    let limit = 0;
    for (let k = 1; k <= 20; k++) limit += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * at * at);
    expect(Math.abs(Math.exp(logUpper) - limit)).toBeLessThan(1e-5);
  }
});

it("encloses the limit where the recursion would take too long", () => {
  const n = 1e5;
  for (const z of [1.6, 2, 3]) {
    const { logLower, logUpper } = kolmogorovTail(n, z / Math.sqrt(n));
    const at = z + 1 / (6 * Math.sqrt(n)) + (z - 1) / (4 * n);
    const limit = Math.log(2 * (Math.exp(-2 * at * at) - Math.exp(-8 * at * at)));
    // The exponent of the exact law has terms of order z⁴/n that the shift leaves out.
    const rest = (8 + z ** 4) / n;
    expect(logLower).toBeLessThan(limit + rest);
    expect(logUpper).toBeGreaterThan(limit - rest);
    expect(logUpper - logLower).toBeLessThan(Math.exp(-2 * z * z));
  }
});

it("knows what is sure, and names the argument that is out of range", () => {
  expect(kolmogorovTail(10, 0.05)).toEqual({ logLower: 0, logUpper: 0 });
  expect(kolmogorovTail(10, 1)).toEqual({ logLower: -Infinity, logUpper: -Infinity });
  expect(() => kolmogorovTail(0, 0.1)).toThrow(new RangeError("n is 0; it must be an integer in [1, 1e7]"));
  expect(() => kolmogorovTail(9, Number.NaN)).toThrow(new RangeError("t is NaN; it must be a number"));
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  const calls = [1, 2, 5, 12, 13, 40, 200].flatMap((n) =>
    [-1, 0.5 / n, 0.51 / n, 1 / n, 0.3, 0.499, 0.5, 0.9, 1].map((t) => [n, t] as const),
  );
  expect(callTable(kolmogorovTail, [...calls, [3000, 0.02], [1e5, 0.006], [0.5, 0.1]])).toMatchSnapshot();
});
