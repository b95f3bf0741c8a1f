import { logIncompleteBeta } from "../statistics/log-incomplete-beta.js";

/** log P(N ≥ m) for N ~ Bin(n, p), integers n ≥ 1 and m, 0 < p < 1: I_p(m, n − m + 1). */
export function logBinomialUpperTail(n: number, p: number, m: number): number {
  if (m <= 0) return 0;
  return m > n ? -Infinity : logIncompleteBeta(p, m, n - m + 1).logLower;
}
