import { deviance } from "./deviance.js";
import { exactProduct } from "./exact-product.js";
import { log1mexp } from "./log-space.js";
import { stirlingError } from "./stirling-error.js";

/** A lower and an upper tail as natural logarithms; −∞ stands for zero. */
export interface LogTails {
  readonly logLower: number;
  readonly logUpper: number;
}

/** a − (a+b)·x, rounded once or twice: near its mean a binomial tail depends on nothing else so much. */
export function betaExcess(x: number, a: number, b: number): number {
  const n = a + b;
  const lost = a - (n - b) + (b - (n - (n - b)));
  const { product, rest } = exactProduct(n, x);
  return a - product - rest - lost * x;
}

/** The kernel of `logBetaKernel`, given the excess a − (a+b)·x. */
function logKernel(x: number, a: number, b: number, over: number): number {
  const n = a + b;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x, Math.log(n) + Math.log(x), over) -
    deviance(b, n * (1 - x), Math.log(n) + Math.log1p(-x), -over) +
    0.5 * (Math.log(a) + Math.log(b) - Math.log(n) - Math.log(2 * Math.PI))
  );
}

/**
 * log(x^a (1−x)^b / B(a, b)) for a, b > 0 and 0 < x < 1, in Loader's saddle-point form, so that nothing cancels
 * when a and b are large: a·b/(a+b) times the binomial probability of a successes in a+b trials.
 */
export function logBetaKernel(x: number, a: number, b: number): number {
  return logKernel(x, a, b, betaExcess(x, a, b));
}

/**
 * I_x(a, b) over its kernel x^a·y^b/B(a, b), y = 1 − x, for λ = a − (a+b)·x ≥ 0 and b ≥ 1 (Didonato and Morris 1992,
 * eq. 9; Lentz's method). Takes about √max(a, b) steps, at most b when b is an integer, where it terminates. Unlike
 * the fraction of DLMF 8.17.22 it takes λ as it is, so that neither a small x nor a small y costs digits.
 */
export function betaFraction(x: number, y: number, a: number, b: number, lambda: number): number {
  let previous = a * (lambda + 1);
  previous /= a + 1;
  let c = previous;
  let d = 0;
  let f = previous;
  for (let m = 1; m < 1e9; m++) {
    const t = a + 2 * m - 1;
    const numerator = ((((a + m - 1) / t) * (a + b + m - 1)) / t) * m * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / t + ((a + m) / (t + 2)) * (lambda + 1 + m * (1 + y));
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const factor = c * d;
    f *= factor;
    if (Math.abs(factor - 1) <= 2 ** -52) return 1 / f;
  }
  throw new Error(`incomplete beta: no convergence at x = ${x}, a = ${a}, b = ${b}`);
}

/**
 * log I_x(a, b) and log(1 − I_x(a, b)), the regularised incomplete beta function and its complement, for
 * a, b ≥ 1 and 0 < x < 1. The tail beyond the mean comes from a continued fraction and never underflows; the other is
 * its complement. Relative error of either probability: below 2e-15 · (10 + |log of it|) wherever tested.
 *
 * @throws RangeError if x is outside (0, 1), or a or b is below 1 or not finite.
 */
export function logIncompleteBeta(x: number, a: number, b: number): LogTails {
  if (!(x > 0 && x < 1)) throw new RangeError(`x is ${x}; it must be in (0, 1)`);
  if (!(a >= 1 && a < Infinity)) throw new RangeError(`a is ${a}; it must be a number ≥ 1`);
  if (!(b >= 1 && b < Infinity)) throw new RangeError(`b is ${b}; it must be a number ≥ 1`);
  const over = betaExcess(x, a, b);
  const kernel = logKernel(x, a, b, over);
  if (over >= 0) {
    const logLower = Math.min(0, kernel + Math.log(betaFraction(x, 1 - x, a, b, over)));
    return { logLower, logUpper: log1mexp(logLower) };
  }
  const logUpper = Math.min(0, kernel + Math.log(betaFraction(1 - x, x, b, a, -over)));
  return { logLower: log1mexp(logUpper), logUpper };
}
