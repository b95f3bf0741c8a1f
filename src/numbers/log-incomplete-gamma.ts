import erfcx from "@stdlib/math-base-special-erfcx";
import gammaln from "@stdlib/math-base-special-gammaln";
import type { LogTails } from "./log-incomplete-beta.js";
import { log1mexp } from "./log-space.js";
import { log1pmx } from "./log1pmx.js";
import { stirlingError } from "./stirling-error.js";
import { temmeCorrection } from "./temme-expansion.js";

/** Temme's expansion serves shapes from here on, for relative deviations up to the second number. */
const TEMME_SHAPE = 1e4;
const TEMME_REACH = 0.25;

/**
 * log(x^a e^(−x)/Γ(a+1)) for x = a + over > 0. With x = a(1+e), Stirling's formula for Γ turns it into
 * a·(log(1+e) − e) − ½·log 2πa − stirlingError(a) (Loader 2000), where a·e = over has all its digits.
 */
function logKernel(a: number, x: number, over: number): number {
  if (a < 1) return a * Math.log(x) - x - gammaln(a + 1);
  const e = over / a;
  // Below −½ x has all its digits, and 1 + e would not; x/a may underflow.
  const far = () => (x > 1e-290 ? Math.log(x / a) : Math.log(x) - Math.log(a));
  const logRatio = e < -0.5 ? far() : Math.log1p(e);
  const exponent = e < -0.5 || e > 1 ? a * logRatio - over : a * log1pmx(e);
  return exponent - 0.5 * Math.log(2 * Math.PI * a) - stirlingError(a);
}

/** log P(a, x) by P = kernel · Σ x^n/((a+1)…(a+n)) (DLMF 8.11.4): all terms positive. */
function logLowerSeries(a: number, x: number, over: number): number {
  let sum = 1;
  for (let n = 1, term = 1; term > sum * 2 ** -56; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return logKernel(a, x, over) + Math.log(sum);
}

/**
 * Γ(a, x)·e^x/x^a by Legendre's continued fraction (DLMF 8.9.2, even part), Lentz's method. Needs x ≥ a or x ≥ 1.
 *
 * @param over x − a.
 */
function upperFraction(a: number, over: number): number {
  let b = over + 1;
  let c = Infinity;
  let d = 1 / b;
  let f = d;
  for (let n = 1; ; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    f *= c * d;
    if (Math.abs(c * d - 1) <= 2 ** -52) return f;
  }
}

/** log Q(a, x) = log of a · kernel · fraction. */
function logUpperFraction(a: number, x: number, over: number): number {
  return logKernel(a, x, over) + Math.log(a) + Math.log(upperFraction(a, over));
}

/**
 * log Q(a, x) for a < 1 and x < 1, where 1 − P would cancel: Γ(a, x) = Γ(a, 1) + ∫_x^1 t^(a−1) e^(−t) dt, the integral
 * term by term in the series of e^(−t).
 */
function logUpperSmall(a: number, x: number): number {
  const logX = Math.log(x);
  let integral = 0;
  for (let n = 0, factor = 1; n < 20; n++, factor /= -n) {
    // (1 − x^(a+n))/(a+n) → −log x as a + n → 0.
    integral += (factor * -Math.expm1((a + n) * logX)) / (a + n);
  }
  return Math.log(a) + Math.log(upperFraction(a, 1 - a) / Math.E + integral) - gammaln(a + 1);
}

/** log of the tail that starts at a + over and leads away from a, by Temme's expansion. */
function logTemmeTail(a: number, over: number): number {
  const halfEtaSquared = -log1pmx(over / a);
  const exponent = a * halfEtaSquared;
  const sign = over < 0 ? -1 : 1;
  const correction = temmeCorrection(a, sign * Math.sqrt(2 * halfEtaSquared)) / Math.sqrt(2 * Math.PI * a);
  return Math.log(0.5 * erfcx(Math.sqrt(exponent)) + sign * correction) - exponent;
}

/**
 * log P(a, x) and log Q(a, x), the regularised incomplete gamma functions, for a in [5e-301, 2^53]: −∞ and 0 for x ≤ 0.
 * Both x and x − a are arguments, since either would lose digits of the other.
 *
 * The tail that leads away from a is computed directly and never underflows; the other is its complement. Error of the
 * former's logarithm: below 1e-13 + 1e-15·|log|, and the same relative error of the latter's. Under 1 ms: at most about
 * 10³ steps of a series or fraction.
 *
 * @param over x − a.
 */
export function logIncompleteGamma(a: number, x: number, over: number): LogTails {
  if (x <= 0) return { logLower: -Infinity, logUpper: 0 };
  const fromUpper = (logUpper: number) => ({ logLower: log1mexp(logUpper), logUpper });
  const fromLower = (logLower: number) => ({ logLower, logUpper: log1mexp(logLower) });
  if (a >= TEMME_SHAPE && Math.abs(over) <= TEMME_REACH * a) {
    const logTail = logTemmeTail(a, over);
    return over < 0 ? fromLower(logTail) : fromUpper(logTail);
  }
  if (a >= 1) return over < 0 ? fromLower(logLowerSeries(a, x, over)) : fromUpper(logUpperFraction(a, x, over));
  if (x >= 1) return fromUpper(logUpperFraction(a, x, over));
  const logLower = logLowerSeries(a, x, over);
  return logLower < -Math.LN2 ? fromLower(logLower) : fromUpper(logUpperSmall(a, x));
}
