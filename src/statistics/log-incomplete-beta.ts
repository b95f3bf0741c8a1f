import { deviance } from "../special/deviance.js";
import { log1mexp } from "../special/log-space.js";
import { stirlingError } from "../special/stirling-error.js";

/** A lower and an upper tail as natural logarithms; −∞ stands for zero. */
export interface LogTails {
  readonly logLower: number;
  readonly logUpper: number;
}

const TINY = 1e-300;

/** Lentz's continued fraction for I_x(a, b), x < (a+1)/(a+b+2) (DLMF 8.17.22): about √max(a, b) steps. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let h = d;
  for (let m = 1; m < 1e9; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) return h;
  }
  throw new Error(`incomplete beta: no convergence at x = ${x}, a = ${a}, b = ${b}`);
}

/**
 * log(x^a (1−x)^b / B(a, b)) for a, b > 0 and 0 < x < 1, in Loader's saddle-point form, so that nothing cancels
 * when a and b are large: a·b/(a+b) times the binomial probability of a successes in a+b trials.
 */
export function logBetaKernel(x: number, a: number, b: number): number {
  const n = a + b;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x, Math.log(n) + Math.log(x)) -
    deviance(b, n * (1 - x), Math.log(n) + Math.log1p(-x)) +
    0.5 * (Math.log(a) + Math.log(b) - Math.log(n) - Math.log(2 * Math.PI))
  );
}

/**
 * log I_x(a, b) and log(1 − I_x(a, b)), the regularised incomplete beta function and its complement, for
 * a, b ≥ 1 and 0 < x < 1. The smaller tail comes from a continued fraction and never underflows; the other is its
 * complement. Relative error of either probability: about 1e-13 · (1 + |log of it|).
 */
export function logIncompleteBeta(x: number, a: number, b: number): LogTails {
  const kernel = logBetaKernel(x, a, b);
  if (x <= (a + 1) / (a + b + 2)) {
    const logLower = Math.min(0, kernel - Math.log(a) + Math.log(continuedFraction(x, a, b)));
    return { logLower, logUpper: log1mexp(logLower) };
  }
  const logUpper = Math.min(0, kernel - Math.log(b) + Math.log(continuedFraction(1 - x, b, a)));
  return { logLower: log1mexp(logUpper), logUpper };
}
