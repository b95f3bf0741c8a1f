import erfcx from "@stdlib/math-base-special-erfcx";
import gammaln from "@stdlib/math-base-special-gammaln";
import type { LogTails } from "./log-incomplete-beta.js";
import { log1mexp, logAddExp } from "./log-space.js";
import { log1pmx } from "./log1pmx.js";
import { stirlingError } from "./stirling-error.js";
import { temmeCorrection } from "./temme-expansion.js";

/** Temme's expansion serves k/2 from here on, for relative deviations up to the second number. */
const TEMME_SHAPE = 1e4;
const TEMME_REACH = 0.25;

/**
 * log(x^a e^(−x)/Γ(a+1)) for a = k/2, x = (k + deviation)/2 > 0. With x = a(1+e), Stirling's formula for Γ turns it into
 * a·(log(1+e) − e) − ½·log 2πa − stirlingError(a) (Loader 2000), where a·e = deviation/2 has all its digits.
 */
function logKernel(k: number, deviation: number): number {
  const a = k / 2;
  if (a < 1) return a * Math.log((k + deviation) / 2) - (k + deviation) / 2 - gammaln(a + 1);
  const e = deviation / k;
  // Below −½ the sum k + deviation is exact, and 1 + e would not be.
  const logRatio = e < -0.5 ? Math.log((k + deviation) / k) : Math.log1p(e);
  const exponent = e < -0.5 || e > 1 ? a * logRatio - deviation / 2 : a * log1pmx(e);
  return exponent - 0.5 * Math.log(2 * Math.PI * a) - stirlingError(a);
}

/** log P(a, x) by P = kernel · Σ x^n/((a+1)…(a+n)) (DLMF 8.11.4): all terms positive. */
function logLowerSeries(k: number, deviation: number): number {
  const a = k / 2;
  const x = (k + deviation) / 2;
  let sum = 1;
  for (let n = 1, term = 1; term > sum * 2 ** -56; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return logKernel(k, deviation) + Math.log(sum);
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
function logUpperFraction(k: number, deviation: number): number {
  return logKernel(k, deviation) + Math.log(k / 2) + Math.log(upperFraction(k / 2, deviation / 2));
}

/**
 * log Q(a, x) for a < 1 and x < 1, where 1 − P would cancel: Γ(a, x) = Γ(a, 1) + ∫_x^1 t^(a−1) e^(−t) dt, the integral
 * term by term in the series of e^(−t).
 */
function logUpperSmall(k: number, deviation: number): number {
  const a = k / 2;
  const logX = Math.log((k + deviation) / 2);
  let integral = 0;
  for (let n = 0, factor = 1; n < 20; n++, factor /= -n) {
    // (1 − x^(a+n))/(a+n) → −log x as a + n → 0.
    integral += (factor * -Math.expm1((a + n) * logX)) / (a + n);
  }
  return Math.log(a) + Math.log(upperFraction(a, 1 - a) / Math.E + integral) - gammaln(a + 1);
}

/** log of the tail that starts at k + deviation and leads away from k, by Temme's expansion. */
function logTemmeTail(k: number, deviation: number): number {
  const a = k / 2;
  const halfEtaSquared = -log1pmx(deviation / k);
  const exponent = a * halfEtaSquared;
  const sign = deviation < 0 ? -1 : 1;
  const correction = temmeCorrection(a, sign * Math.sqrt(2 * halfEtaSquared)) / Math.sqrt(2 * Math.PI * a);
  return Math.log(0.5 * erfcx(Math.sqrt(exponent)) + sign * correction) - exponent;
}

function requireDegrees(k: number): void {
  if (!(k >= 1e-300 && k <= 2 ** 53)) throw new RangeError(`k is ${k}; it must be in [1e-300, 2^53]`);
}

/**
 * log P(χ²_k < k + deviation) and log P(χ²_k > k + deviation) for k degrees of freedom, any real k from 1e-300 to 2^53. The
 * deviation from the mean is an argument of its own because k + deviation loses digits for large k.
 *
 * The tail that leads away from the centre is computed directly and never underflows; the other is its complement.
 * Error of the former's logarithm: below 1e-13 + 1e-15·|log|, so 1e-12 of a probability of 1e-300, and the same relative
 * error of the latter's. Under 1 ms: at most about 10³ steps of a series or fraction.
 *
 * @throws RangeError if k is outside [1e-300, 2^53] or deviation is not finite.
 */
export function logChiSquareTails(k: number, deviation: number): LogTails {
  requireDegrees(k);
  if (!Number.isFinite(deviation)) throw new RangeError(`deviation is ${deviation}; it must be finite`);
  if (k + deviation <= 0) return { logLower: -Infinity, logUpper: 0 };
  const fromUpper = (logUpper: number) => ({ logLower: log1mexp(logUpper), logUpper });
  const fromLower = (logLower: number) => ({ logLower, logUpper: log1mexp(logLower) });
  if (k >= 2 * TEMME_SHAPE && Math.abs(deviation) <= TEMME_REACH * k) {
    const logTail = logTemmeTail(k, deviation);
    return deviation < 0 ? fromLower(logTail) : fromUpper(logTail);
  }
  if (k >= 2)
    return deviation < 0 ? fromLower(logLowerSeries(k, deviation)) : fromUpper(logUpperFraction(k, deviation));
  if (k + deviation >= 2) return fromUpper(logUpperFraction(k, deviation));
  const logLower = logLowerSeries(k, deviation);
  return logLower < -Math.LN2 ? fromLower(logLower) : fromUpper(logUpperSmall(k, deviation));
}

/**
 * log P(|χ²_k − k| > deviation), 0 for a negative deviation; range and accuracy as `logChiSquareTails`.
 *
 * @throws RangeError if k is outside [1e-300, 2^53] or deviation is not finite.
 */
export function logChiSquareTwoSided(k: number, deviation: number): number {
  const { logUpper } = logChiSquareTails(k, deviation);
  if (deviation < 0) return 0;
  return Math.min(0, logAddExp(logUpper, logChiSquareTails(k, -deviation).logLower));
}
