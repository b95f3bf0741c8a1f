import { expm1mx } from "./expm1mx.js";
import { logGamma } from "./log-gamma.js";
import { log1pmx } from "./log1pmx.js";
import { stirlingError } from "./stirling-error.js";
import { fromLower, fromUpper, type LogTails } from "./tail-error.js";
import { type Exponent, type ToldLog, tailIntegral } from "./tail-integral.js";

const U = 2 ** -53;

/**
 * log(x^a e^(−x)/Γ(a)) for x = a + over > 0. With x = a(1+e), Stirling's formula for Γ turns it into
 * a·(log(1+e) − e) + ½·log(a/2π) − stirlingError(a) (Loader 2000). Roundings: e has one, which moves log(1+e) − e by at
 * most 3 of them (e ≥ −½); log1pmx and the logarithms have 12.
 */
export function gammaKernel(a: number, x: number, over: number): ToldLog {
  if (a < 1) {
    const [power, rest] = [a * Math.log(x), Math.log(a) - logGamma(a + 1)];
    return { log: power - x + rest, error: 2.1e-14 + 8 * U * (Math.abs(power) + x + Math.abs(rest)) };
  }
  const e = over / a;
  const rest = 0.5 * Math.log(a / (2 * Math.PI)) - stirlingError(a);
  const restError = 1e-14 + 8 * U * Math.abs(rest);
  if (e >= -0.5 && e <= 1) {
    const exponent = a * log1pmx(e);
    return { log: exponent + rest, error: restError + 18 * U * Math.abs(exponent) };
  }
  // Below −½ x has all its digits, and 1 + e would not; x/a may underflow.
  const far = () => (x > 1e-290 ? Math.log(x / a) : Math.log(x) - Math.log(a));
  const power = a * (e < -0.5 ? far() : Math.log1p(e));
  return { log: power - over + rest, error: restError + 10 * U * (Math.abs(power) + Math.abs(over)) };
}

/**
 * ∫ t^(a−1)e^(−t) dt over x^a e^(−x), above x for side = 1 and below it for −1, by t = x·e^(side·s): h = (a − x)·side·s −
 * x·(e^(side·s) − 1 − side·s). The first has 3 roundings, the second 30.
 */
const exponent = (x: number, over: number, side: 1 | -1): Exponent => ({
  at: (s, out) => {
    const [line, curve] = [side * over * s, x * expm1mx(side * s)];
    out[0] = -line - curve;
    out[1] = 4 * Math.abs(line) + 31 * curve;
  },
  fall: (s) => side * (over + x * Math.expm1(side * s)),
  bend: (s) => x * Math.exp(side * s),
  // |e^ζ − 1 − ζ| ≤ e^r − 1 − r, term by term.
  remainder: expm1mx,
});

/** log P(a, x) for a < 1 and x < 1: P = x^a e^(−x)/Γ(a+1)·Σ x^n/((a+1)…(a+n)) (DLMF 8.11.4), at most twenty terms, all positive. */
function lowerSmall(a: number, x: number): ToldLog {
  let sum = 1;
  for (let n = 1, term = 1; term > sum * 2 ** -56; n++) {
    term *= x / (a + n);
    sum += term;
  }
  const power = a * Math.log(x);
  return { log: power - x - logGamma(a + 1) + Math.log(sum), error: 2.1e-14 + 100 * U + 8 * U * Math.abs(power) };
}

/**
 * log Q(a, x) for a < 1 and x < 1, where 1 − P would cancel: Γ(a, x) = Γ(a, 1) + ∫_x^1 t^(a−1) e^(−t) dt, the integral
 * term by term in the series of e^(−t). The terms fall from (1 − x^a)/a on, and the integral is at least 1/e of that: their
 * sizes come to at most e² times it, each with 14 roundings.
 */
function upperSmall(a: number, x: number): ToldLog {
  const logX = Math.log(x);
  let integral = 0;
  for (let n = 0, factor = 1; n < 20; n++, factor /= -n) {
    // (1 − x^(a+n))/(a+n) → −log x as a + n → 0.
    integral += (factor * -Math.expm1((a + n) * logX)) / (a + n);
  }
  const beyond = tailIntegral(exponent(1, 1 - a, 1));
  const [logA, logSum] = [Math.log(a), Math.log(Math.exp(beyond.log - 1) + integral)];
  return {
    log: logA - logGamma(a + 1) + logSum,
    error: 2.1e-14 + beyond.error + 130 * U + 4 * U * (Math.abs(logA) + Math.abs(logSum)),
  };
}

/** The tail above x (side 1, x ≥ a or x ≥ 1) or below it (side −1, x < a). */
function direct(a: number, x: number, over: number, side: 1 | -1): ToldLog {
  const [outside, inside] = [gammaKernel(a, x, over), tailIntegral(exponent(x, over, side))];
  const log = outside.log + inside.log;
  return { log, error: outside.error + inside.error + U * Math.abs(log) };
}

/**
 * log P(a, x) and log Q(a, x), the regularised incomplete gamma functions, for a in [5e-301, 2^53]: −∞ and 0 for x ≤ 0.
 * Both x and x − a are arguments, since either would lose digits of the other; each may be off by one rounding.
 *
 * The tail that leads away from a is computed directly and never underflows; the other is its complement. Errors as
 * `tailEnclosure` says. Some 10 μs.
 *
 * @param over x − a.
 */
export function logIncompleteGamma(a: number, x: number, over: number): LogTails {
  if (x <= 0) return { logLower: -Infinity, logUpper: 0 };
  if (a >= 1) return over < 0 ? fromLower(direct(a, x, over, -1)) : fromUpper(direct(a, x, over, 1));
  if (x >= 1) return fromUpper(direct(a, x, over, 1));
  const lower = lowerSmall(a, x);
  return lower.log < -Math.LN2 ? fromLower(lower) : fromUpper(upperSmall(a, x));
}
