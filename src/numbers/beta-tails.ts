import { betaExcess, betaIntegral, betaKernel, betaTail, logIncompleteBeta } from "./log-incomplete-beta.js";
import { pow } from "./pow.js";
import { fromLower, fromUpper, type LogTails } from "./tail-error.js";
import type { ToldLog } from "./tail-integral.js";

const U = 2 ** -53;
/**
 * Relative error of a series below: for c·b ≤ 1 its terms, of (3n + 14) roundings each, fall like 1/n! or 2^−n and come to
 * at most e² times the sum, since the integrand (1 − t)^(b−1) is at least 1/e.
 */
const OF_SERIES = 300 * U;

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
const lowerSeries = (x: number, a: number, b: number) => binomialSeries(b, (n) => (pow(x, n) * a) / (a + n));

/** log of the tail above c, over c^a(1−c)^b: by the series of the other end where that is convergent, c = ½. */
function beyond(c: number, a: number, b: number): ToldLog {
  if (b >= 1) return betaIntegral(c, 1 - c, a + b, -betaExcess(c, a, b));
  return { log: a * Math.LN2 + Math.log(lowerSeries(0.5, b, a) / b), error: OF_SERIES + 5 * U * Math.abs(Math.log(b)) };
}

/** Both tails at x, y = 1 − x, for a < 1 and either b ≥ 1 or x ≤ ½. */
function tailsNearZero(x: number, y: number, a: number, b: number, over: number): LogTails {
  // Up to c the series has next to no cancellation; from c on the integral serves, for b ≥ 1.
  const c = Math.min(0.5, 1 / b);
  if (x > c) return fromUpper(betaTail(x, y, a, b, -over));
  const [outside, series] = [betaKernel(x, y, a, b, over), Math.log(lowerSeries(x, a, b)) - Math.log(a)];
  const lower = {
    log: outside.log - b * (x <= y ? Math.log1p(-x) : Math.log(y)) + series,
    error: outside.error + OF_SERIES + 5 * U * Math.abs(Math.log(a)),
  };
  if (lower.log < -Math.LN2) return fromLower(lower);
  // The part beyond c and that from x to c, both over c^a (1−c)^b.
  const [kernel, above] = [betaKernel(c, 1 - c, a, b, betaExcess(c, a, b)), beyond(c, a, b)];
  const logShare = Math.log(x) - Math.log(c);
  const between = binomialSeries(b, (n) => (pow(c, n) * -Math.expm1((a + n) * logShare)) / (a + n));
  const log = Math.log(Math.exp(above.log) + between * Math.exp(-b * Math.log1p(-c)));
  return fromUpper({
    log: kernel.log + log,
    error: kernel.error + above.error + OF_SERIES + 4 * U * (Math.abs(log) + Math.abs(kernel.log)),
  });
}

/**
 * log P(X < x) and log P(X > x) for X ~ Beta(a, b), any real a, b from 1e-300 to 2^53; −∞ stands for zero.
 *
 * The smaller tail never underflows; the other is its complement. Errors as `tailEnclosure` says. Some 20 μs.
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
  const over = betaExcess(x, a, b);
  if (a < 1 && (b >= 1 || x <= 0.5)) return tailsNearZero(x, 1 - x, a, b, over);
  const { logLower, logUpper } = tailsNearZero(1 - x, x, b, a, -over);
  return { logLower: logUpper, logUpper: logLower };
}
