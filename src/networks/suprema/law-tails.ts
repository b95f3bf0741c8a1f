import { deviance } from "../../numbers/deviance.js";

/** log P(Bin(k, p) ≥ m) from above, by Chernoff: minus k times the relative entropy of m/k from p. */
export function logBinomialTail(k: number, p: number, m: number): number {
  if (m <= k * p) return 0;
  if (m > k) return -Infinity;
  return -deviance(m, k * p) - deviance(k - m, k * (1 - p));
}

/** log P(χ²_d > d·r) from above, by Chernoff: −(d/2)(r − 1 − log r). */
export function logChiSquareTail(d: number, r: number): number {
  return r <= 1 ? 0 : -(d / 2) * (r - 1 - Math.log(r));
}

/** log Σ_{j ≤ n} C(k, j) from above: (ek/n)^n for n ≤ k, and 2^k. */
export function logSubsets(k: number, n: number): number {
  if (n === 0) return 0;
  return Math.min(k * Math.LN2, n <= k ? n * (1 + Math.log(k / n)) : Infinity);
}
