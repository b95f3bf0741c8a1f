import { expect, test } from "vitest";
import { logBinomialTail, logChiSquareTail, logSubsets } from "./law-tails.js";

/** log C(k, j) by adding logarithms. */
function logChoose(k: number, j: number): number {
  let sum = 0;
  for (let i = 1; i <= j; i++) sum += Math.log((k - j + i) / i);
  return sum;
}

const logSum = (logs: readonly number[]) => {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
};

const TAILS = [
  [10, 0.3, 0],
  [10, 0.3, 3],
  [10, 0.3, 4],
  [10, 0.3, 10],
  [10, 0.3, 11],
  [1, 0.5, 1],
  [100, 0.01, 1],
  [100, 0.01, 2],
  [100, 0.9, 95],
  [400, 0.25, 130],
  [5, 1, 5],
  [5, 0, 1],
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("Chernoff's bound is above the binomial tail, 0 up to the mean and −∞ beyond all", () => {
  expect(TAILS.map(([k, p, m]) => `Bin(${k}, ${p}) ≥ ${m}: ${logBinomialTail(k, p, m)}`)).toMatchSnapshot();
  for (const [k, p, m] of TAILS.filter(([, p, m]) => p > 0 && p < 1 && m <= 400)) {
    const bound = logBinomialTail(k, p, m);
    const terms = Array.from({ length: Math.max(0, k - m + 1) }, (_, i) => m + i).map(
      (j) => logChoose(k, j) + j * Math.log(p) + (k - j) * Math.log(1 - p),
    );
    if (terms.length === 0) expect(bound).toBe(-Infinity);
    else expect(bound).toBeGreaterThanOrEqual(logSum(terms) - 1e-9);
    if (m > k * p && m <= k) {
      // −k·(relative entropy of m/k from p), in the other form.
      const q = m / k;
      const entropy = q * Math.log(q / p) + (q < 1 ? (1 - q) * Math.log((1 - q) / (1 - p)) : 0);
      expect(bound).toBeCloseTo(-k * entropy, 9);
    }
  }
});

test("the bound for χ² is above the tail: e^(−r) for two degrees of freedom", () => {
  const ratios = [0, 0.5, 1, 1 + 1e-9, 1.5, 2, 10, 1e6];
  expect(ratios.flatMap((r) => [1, 2, 7].map((d) => `${d}, ${r}: ${logChiSquareTail(d, r)}`))).toMatchSnapshot();
  for (const r of ratios) {
    expect(logChiSquareTail(2, r)).toBeGreaterThanOrEqual(-r - 1e-12);
    if (r <= 1) expect(logChiSquareTail(3, r)).toBe(0);
    else expect(logChiSquareTail(4, r)).toBeCloseTo(-2 * (r - 1 - Math.log(r)), 12);
  }
});

test("the number of subsets is bounded from above: (ek/n)^n, or 2^k", () => {
  const cases = [
    [5, 0],
    [5, 1],
    [5, 2],
    [5, 4],
    [5, 5],
    [5, 6],
    [40, 3],
    [40, 20],
    [2 ** 53, 2],
  ] as const;
  expect(cases.map(([k, n]) => `${k}, ${n}: ${logSubsets(k, n)}`)).toMatchSnapshot();
  for (const [k, n] of cases.filter(([k]) => k < 100)) {
    const terms = Array.from({ length: Math.min(n, k) + 1 }, (_, j) => logChoose(k, j));
    expect(logSubsets(k, n)).toBeGreaterThanOrEqual(logSum(terms) - 1e-12);
    expect(logSubsets(k, n)).toBeLessThanOrEqual(k * Math.LN2);
  }
  expect(logSubsets(40, 3)).toBe(3 * (1 + Math.log(40 / 3)));
});
