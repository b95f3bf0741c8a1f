import { betaFraction } from "./beta-fraction.js";
import { deviance } from "./deviance.js";
import { exactProduct } from "./exact-product.js";
import { expm1mx } from "./expm1mx.js";
import { logGamma } from "./log-gamma.js";
import { log1pmx } from "./log1pmx.js";
import { stirlingError } from "./stirling-error.js";
import { fromLower, fromUpper, type LogTails } from "./tail-error.js";
import { type Exponent, type ToldLog, tailIntegral } from "./tail-integral.js";

const U = 2 ** -53;
/** Up to this (a+b)·x·y the fraction is tried. */
const FRACTION = 2e4;

/** a − (a+b)·x, rounded three times, and by 2^−105·(a+b) where its parts cancel. */
export function betaExcess(x: number, a: number, b: number): number {
  const n = a + b;
  const lost = a - (n - b) + (b - (n - (n - b)));
  const { product, rest } = exactProduct(n, x);
  return a - product - rest - lost * x;
}

/**
 * `logBetaKernel` given y = 1 − x and the excess a − (a+b)·x, with its error: the remainders of Stirling's
 * formula are right to 1e-14 (1/12a where they are large), deviances to 60 roundings (deviance.ts), logarithms to 2 ulp.
 */
export function betaKernel(x: number, y: number, a: number, b: number, over: number): ToldLog {
  const n = a + b;
  const logOf = (one: number, other: number) => (one <= other ? Math.log(one) : Math.log1p(-other));
  if (a < 1 && b < 1) {
    // 1/B(a, b) = ab/(a+b)·Γ(a+b+1)/(Γ(a+1)Γ(b+1)), each of which is right to 2.1e-14.
    const [power, shape] = [a * logOf(x, y) + b * logOf(y, x), Math.log(a * (b / n))];
    const gammas = logGamma(n + 1) - logGamma(a + 1) - logGamma(b + 1);
    return { log: power + shape + gammas, error: 7e-14 + U * (8 * Math.abs(power) + 5 * Math.abs(shape)) };
  }
  const below = deviance(a, n * x, Math.log(n) + logOf(x, y), over);
  const above = deviance(b, n * y, Math.log(n) + logOf(y, x), -over);
  const shape = 0.5 * (Math.log(a) + Math.log(b) - Math.log(n) - Math.log(2 * Math.PI));
  return {
    log: stirlingError(n) - stirlingError(a) - stirlingError(b) - below - above + shape,
    error: 3e-14 + U * (64 * (below + above) + 8 * (Math.abs(Math.log(a)) + Math.abs(Math.log(b)) + Math.log(n + 1))),
  };
}

/**
 * log(x^a (1−x)^b / B(a, b)) for a, b > 0 and 0 < x < 1, in Loader's saddle-point form, so that nothing cancels
 * when a and b are large: a·b/(a+b) times the binomial probability of a successes in a+b trials.
 */
export function logBetaKernel(x: number, a: number, b: number): number {
  return betaKernel(x, 1 - x, a, b, betaExcess(x, a, b)).log;
}

/**
 * ∫_x^1 t^(a−1)(1−t)^(b−1) dt over x^a y^b, y = 1 − x, by t/(1−t) = (x/y)·e^s, dt = t(1−t) ds:
 * h = a·s − n·log(1 + x(e^s − 1)) = −λs − n·(log(1 + x(e^s − 1)) − xs), n = a + b, λ = nx − a ≥ 0. The bracket is the same
 * for y and −s. With p the smaller of x, y and u = p(e^w − 1), w = ±s, it is p(e^w − 1 − w) + (log(1+u) − u) up to u = 1,
 * whose terms have 28 roundings each, and log(1+u) − pw beyond, with 12.
 */
function exponent(x: number, y: number, n: number, lambda: number): Exponent {
  const [p, side] = x <= y ? [x, 1] : [y, -1];
  return {
    at: (s, out) => {
      const w = side * s;
      const u = p * Math.expm1(w);
      const [first, second] = u <= 1 ? [p * expm1mx(w), log1pmx(u)] : [Math.log1p(u), -p * w];
      out[0] = -lambda * s - n * (first + second);
      out[1] = 5 * lambda * s + 32 * n * (Math.abs(first) + Math.abs(second)) + 2 ** -50 * n * s;
    },
    fall: (s) => lambda + (n * x * y * Math.expm1(s)) / (1 + x * Math.expm1(s)),
    bend: (s) => (n * x * y * Math.exp(s)) / (1 + x * Math.expm1(s)) ** 2,
    // h'' = −nq(1−q) with q/(1−q) = e^ζ·t/(1−t): |1 − t + te^ζ| is at least cos r times what it is at Re ζ, and (log bend)' ≤ 1.
    remainder: (r) => (r < 1.5 ? (0.5 * r * r * Math.exp(r)) / Math.cos(r) ** 2 : Infinity),
  };
}

/** log ∫_x^1 t^(a−1)(1−t)^(b−1) dt over x^a y^b, y = 1 − x, n = a + b, λ = nx − a. */
export const betaIntegral = (x: number, y: number, n: number, lambda: number) =>
  tailIntegral(exponent(x, y, n, lambda));

/** log P(X > x) for X ~ Beta(a, b), y = 1 − x, λ = (a+b)·x − a ≥ 0: a tail that leads away from the mean. */
export function betaTail(x: number, y: number, a: number, b: number, lambda: number): ToldLog {
  const outside = betaKernel(x, y, a, b, -lambda);
  // For counts the fraction is up to thirty times faster.
  const fraction = Number.isInteger(a) && (a + b) * x * y < FRACTION ? betaFraction(y, x, b, a, lambda) : null;
  const inside = fraction ?? betaIntegral(x, y, a + b, lambda);
  const log = outside.log + inside.log;
  return { log, error: outside.error + inside.error + U * Math.abs(log) };
}

/**
 * log I_x(a, b) and log(1 − I_x(a, b)), the regularised incomplete beta function and its complement, for
 * a, b ≥ 1 and 0 < x < 1. The tail beyond the mean is computed and never underflows; the other is its complement. Errors as
 * `tailEnclosure` says. Some 20 μs.
 *
 * @throws RangeError if x is outside (0, 1), or a or b is below 1 or not finite.
 */
export function logIncompleteBeta(x: number, a: number, b: number): LogTails {
  if (!(x > 0 && x < 1)) throw new RangeError(`x is ${x}; it must be in (0, 1)`);
  if (!(a >= 1 && a < Infinity)) throw new RangeError(`a is ${a}; it must be a number ≥ 1`);
  if (!(b >= 1 && b < Infinity)) throw new RangeError(`b is ${b}; it must be a number ≥ 1`);
  const over = betaExcess(x, a, b);
  if (over >= 0) return fromLower(betaTail(1 - x, x, b, a, over));
  return fromUpper(betaTail(x, 1 - x, a, b, -over));
}
