import { betaExcess, betaFraction, type LogTails, logBetaKernel, logIncompleteBeta } from "./log-incomplete-beta.js";
import { log1mexp } from "./log-space.js";

const HALF = -Math.LN2;

/** Σ (1−b)_n/n! · term(n) until the terms no longer count; term(n) falls at least like 2^(−n), or like b^(−n). */
function binomialSeries(b: number, term: (n: number) => number): number {
  let sum = term(0);
  for (let n = 1, coefficient = 1; n < 100; n++) {
    coefficient *= (n - b) / n;
    const next = coefficient * term(n);
    sum += next;
    if (Math.abs(next) <= sum * 2 ** -56) break;
  }
  return sum;
}

/** a·∫_0^x t^(a−1) (1−t)^(b−1) dt/x^a for x ≤ ½, x·b ≤ 1: the binomial series of (1−t)^(b−1), term by term. */
const lowerSeries = (x: number, a: number, b: number) => binomialSeries(b, (n) => (x ** n * a) / (a + n));

/**
 * Both tails at x, y = 1 − x, for a < 1 and either b ≥ 1 or x ≤ ½.
 *
 * @param kernel log(x^a y^b/B(a, b)).
 * @param over a − (a+b)·x.
 */
function tailsNearZero(x: number, y: number, a: number, b: number, kernel: number, over: number): LogTails {
  // Up to c the series has next to no cancellation; from c on the fraction serves, for b ≥ 1.
  const c = Math.min(0.5, 1 / b);
  if (x > c) {
    const logUpper = Math.min(0, kernel + Math.log(betaFraction(y, x, b, a, -over)));
    return { logLower: log1mexp(logUpper), logUpper };
  }
  const logY = Math.log1p(-x);
  const logLower = Math.min(0, kernel - b * logY + Math.log(lowerSeries(x, a, b) / a));
  if (logLower < HALF) return { logLower, logUpper: log1mexp(logLower) };
  // The part beyond c and that from x to c, both over c^a (1−c)^b.
  const beyond = b < 1 ? (2 ** a * lowerSeries(0.5, b, a)) / b : betaFraction(1 - c, c, b, a, -betaExcess(c, a, b));
  const logShare = Math.log(x) - Math.log(c);
  const between = binomialSeries(b, (n) => (c ** n * -Math.expm1((a + n) * logShare)) / (a + n));
  const logUpper = logBetaKernel(c, a, b) + Math.log(beyond + between * Math.exp(-b * Math.log1p(-c)));
  return { logLower: log1mexp(Math.min(0, logUpper)), logUpper: Math.min(0, logUpper) };
}

/**
 * log P(X < x) and log P(X > x) for X ~ Beta(a, b), any real a, b from 1e-300 to 2^53; −∞ stands for zero.
 *
 * The smaller tail never underflows; the other is its complement. Relative error of either probability: below
 * 3e-15·(10 + |log of the smaller|) wherever tested, which is up to a, b = 1e12; near the median of a = b = 2^53 it is
 * 3e-11. By series and a continued fraction; at most about 30 ms.
 *
 * @throws RangeError if a or b is outside [1e-300, 2^53] or x is outside [0, 1].
 */
export function logBetaTails(a: number, b: number, x: number): LogTails {
  if (!(a >= 1e-300 && a <= 2 ** 53)) throw new RangeError(`a is ${a}; it must be in [1e-300, 2^53]`);
  if (!(b >= 1e-300 && b <= 2 ** 53)) throw new RangeError(`b is ${b}; it must be in [1e-300, 2^53]`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x is ${x}; it must be in [0, 1]`);
  if (x === 0) return { logLower: -Infinity, logUpper: 0 };
  if (x === 1) return { logLower: 0, logUpper: -Infinity };
  if (a >= 1 && b >= 1) return logIncompleteBeta(x, a, b);
  const [kernel, over] = [logBetaKernel(x, a, b), betaExcess(x, a, b)];
  if (a < 1 && (b >= 1 || x <= 0.5)) return tailsNearZero(x, 1 - x, a, b, kernel, over);
  const { logLower, logUpper } = tailsNearZero(1 - x, x, b, a, kernel, -over);
  return { logLower: logUpper, logUpper: logLower };
}
