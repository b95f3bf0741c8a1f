import { accurateAsinh, accurateExp, accurateExpm1, accurateLog, accurateLog1p } from "./accurate-exp-log.js";
import { accurateAtan, accurateSinCos, TRIG_LIMIT } from "./accurate-trig.js";
import { multiplyDown, multiplyUp, nextDown, nextUp } from "./directed.js";
import { type DoubleDouble, dd, difference, quotient, sum, twoProduct } from "./double-double.js";
import { continuedErfc, erfSeries } from "./error-function.js";
import {
  add,
  divide,
  hull,
  type Interval,
  interval,
  magnitude,
  mignitude,
  multiply,
  negate,
  ONE,
  point,
  square,
  subtract,
  widen,
  ZERO,
} from "./interval.js";
import { powerOfTwo } from "./powers-of-two.js";

/** The doubles around a number known to a relative error of 2^−80 (the functions here are better by 2^5 or more). */
function around({ high, low }: DoubleDouble, relative = 2 ** -80): Interval {
  const error = Math.abs(high) * relative;
  return interval(low - error >= 0 ? high : nextDown(high), low + error <= 0 ? high : nextUp(high));
}

/** a·2^exponent, outwards. */
function shift(a: Interval, exponent: number): Interval {
  const half = Math.trunc(exponent / 2);
  const [first, second] = [powerOfTwo(half), powerOfTwo(exponent - half)];
  return interval(multiplyDown(multiplyDown(a.lo, first), second), multiplyUp(multiplyUp(a.hi, first), second));
}

function expAt(x: DoubleDouble): Interval {
  if (x.high === 0) return ONE;
  if (x.high > 710) return interval(x.high === Infinity ? Infinity : Number.MAX_VALUE, Infinity);
  if (x.high < -746) return interval(0, 2 ** -1074);
  if (Math.abs(x.high) < 2 ** -60) return x.high > 0 ? interval(1, nextUp(1)) : interval(nextDown(1), 1);
  const { mantissa, exponent } = accurateExp(x);
  return shift(around(mantissa), exponent);
}

function expm1At(x: number): Interval {
  if (x === 0) return ZERO;
  if (Math.abs(x) < 2 ** -60) return interval(x < 0 ? x : nextDown(x), nextUp(x));
  if (x < -60) return interval(-1, nextUp(-1));
  return x > 300 ? subtract(expAt(dd(x)), ONE) : around(accurateExpm1(dd(x)));
}

function logAt(x: number): Interval {
  if (x === 0) return point(-Infinity);
  if (x === 1) return ZERO;
  if (x === Infinity) return point(Infinity);
  if (x > 2 ** 500 || x < 2 ** -500) {
    const exponent = x > 1 ? 500 : -500;
    const rest = x > 1 ? x * 2 ** -500 : x * 2 ** 500;
    return add(logAt(rest), multiply(point(exponent), LOG_2));
  }
  return around(accurateLog(dd(x)));
}

/** log 2: its double is below it. */
const LOG_2: Interval = { lo: Math.LN2, hi: nextUp(Math.LN2) };
/** π: its double is below it. */
export const PI: Interval = { lo: Math.PI, hi: nextUp(Math.PI) };
/** e: its double is below it. */
export const E: Interval = { lo: Math.E, hi: nextUp(Math.E) };
/** 2/√π: its double is below it. */
export const TWO_OVER_ROOT_PI: Interval = { lo: 1.1283791670955126, hi: 1.1283791670955128 };
const HALF = point(0.5);
const TWO = point(2);

function log1pAt(x: number): Interval {
  if (x === 0) return ZERO;
  if (Math.abs(x) < 2 ** -60) return interval(nextDown(x), x > 0 ? x : nextUp(x));
  if (x > 2 ** 500) return add(logAt(x), interval(0, 2 ** -500));
  return x <= -1 ? point(-Infinity) : around(accurateLog1p(dd(x)));
}

/** An odd function from its values at x > 0. */
const odd =
  (at: (x: number) => Interval) =>
  (x: number): Interval =>
    x === 0 ? ZERO : x < 0 ? negate(at(-x)) : at(x);

const atanAt = odd((x) => {
  if (x < 2 ** -60) return interval(nextDown(x), x);
  if (x > 2 ** 60) return interval(nextDown(PI.lo / 2), PI.hi / 2);
  if (x <= 1) return around(accurateAtan(dd(x)));
  const half = dd(1.5707963267948966, 6.123233995736766e-17);
  return around(difference(half, accurateAtan(quotient(dd(1), dd(x)))));
});

const asinhAt = odd((x) => {
  if (x < 2 ** -60) return interval(nextDown(x), x);
  // asinh x = log 2x + log((1 + √(1 + 1/x²))/2), the latter in [0, 1/(4x²)].
  if (x > 2 ** 200) return add(add(logAt(x), LOG_2), interval(0, 2 ** -400));
  return around(accurateAsinh(x));
});

const tanhAt = odd((x) => {
  if (x < 2 ** -60) return interval(nextDown(x), x);
  if (x > 20) return interval(nextDown(1), 1);
  const e = accurateExpm1(dd(2 * x));
  return around(quotient(e, sum(e, dd(2))));
});

const sinhAt = odd((x) => {
  if (x < 2 ** -60) return interval(x, nextUp(x));
  if (x > 1) return multiply(HALF, subtract(expAt(dd(x)), expAt(dd(-x))));
  const e = accurateExpm1(dd(x));
  const twice = around(sum(e, quotient(e, sum(e, dd(1)))));
  return interval(twice.lo / 2, twice.hi / 2);
});

const erfAt = odd((x) => {
  if (x < 2 ** -60) return multiply(TWO_OVER_ROOT_PI, interval(nextDown(x), x));
  if (x > 6) return interval(nextDown(1), 1);
  return x < 3 ? around(erfSeries(x)) : subtract(ONE, erfcAt(x));
});

function erfcAt(x: number): Interval {
  if (x < -6) return interval(nextDown(2), 2);
  if (Math.abs(x) < 2 ** -60) return subtract(ONE, erfAt(x));
  if (x < 3) return x < 0 ? add(ONE, erfAt(-x)) : around(difference(dd(1), erfSeries(x)), 2 ** -70);
  if (x > 27.3) return interval(0, 2 ** -1074);
  const { high, low } = twoProduct(x, x);
  // e^(−x²)·K/√π
  return multiply(expAt(dd(-high, -low)), multiply(continuedErfc(x), divide(TWO_OVER_ROOT_PI, TWO)));
}

const sech2At = (x: number) => {
  const e = expAt(dd(-2 * Math.abs(x)));
  return x === 0 ? ONE : divide(multiply(point(4), e), square(add(ONE, e)));
};

const coshAt = (x: number) => (x === 0 ? ONE : multiply(HALF, add(expAt(dd(x)), expAt(dd(-x)))));

function sigmoidAt(x: number): Interval {
  if (x === 0) return HALF;
  const e = expAt(dd(-Math.abs(x)));
  return x > 0 ? divide(ONE, add(ONE, e)) : divide(e, add(ONE, e));
}

function softplusAt(x: number): Interval {
  if (x === 0) return LOG_2;
  const rest = log1p(expAt(dd(-Math.abs(x))));
  return x > 0 ? add(point(x), rest) : rest;
}

function logCoshAt(x: number): Interval {
  const size = Math.abs(x);
  if (size === 0) return ZERO;
  // At most x²/2; half of the least double is 0.
  if (size < 2 ** -1022) return interval(0, 2 ** -1074);
  if (size < 1) return log1p(multiply(TWO, square(sinhAt(size / 2))));
  return add(point(size), subtract(log1p(expAt(dd(-2 * size))), LOG_2));
}

/** The range over a of an increasing function with values in `range`. */
const increasing =
  (at: (x: number) => Interval, low = -Infinity, high = Infinity) =>
  (a: Interval): Interval => {
    const first = at(a.lo);
    if (a.lo === a.hi) return interval(Math.max(low, first.lo), Math.min(high, first.hi));
    return interval(Math.max(low, first.lo), Math.min(high, at(a.hi).hi));
  };

export const exp = increasing((x) => expAt(dd(x)), 0);
export const expm1 = increasing(expm1At, -1);
/** For a with a.lo ≥ 0. */
export const log = increasing(logAt);
/** For a with a.lo ≥ −1. */
export const log1p = increasing(log1pAt);
export const atan = increasing(atanAt, -Math.PI / 2 - 1e-15, Math.PI / 2 + 1e-15);
export const asinh = increasing(asinhAt);
export const tanh = increasing(tanhAt, -1, 1);
export const sinh = increasing(sinhAt);
export const erf = increasing(erfAt, -1, 1);
export const sigmoid = increasing(sigmoidAt, 0, 1);
export const softplus = increasing(softplusAt, 0);
export const erfc = (a: Interval) => {
  const [low, high] = [erfcAt(a.hi), erfcAt(a.lo)];
  return interval(Math.max(0, low.lo), Math.min(2, high.hi));
};

/** The range of an even function that increases in |x|. */
const even =
  (at: (x: number) => Interval) =>
  (a: Interval): Interval =>
    interval(at(mignitude(a)).lo, at(magnitude(a)).hi);

export const cosh = even(coshAt);
export const logCosh = even(logCoshAt);
export const sech2 = (a: Interval) =>
  interval(Math.max(0, sech2At(magnitude(a)).lo), Math.min(1, sech2At(mignitude(a)).hi));

/** Absolute error of accurateSinCos, generously. */
const TRIG_ERROR = 2 ** -90;

const trigAt = (x: number, which: "sin" | "cos") => {
  if (Math.abs(x) < 2 ** -60) return which === "cos" ? interval(nextDown(1), 1) : widen(point(x));
  const value = accurateSinCos(x)[which];
  const near = around(value);
  // Without reduction there is no absolute error, only a relative one.
  if (Math.abs(x) < 0.78) return near;
  return interval(
    Math.max(-1, Math.min(near.lo, value.high + value.low - TRIG_ERROR)),
    Math.min(1, Math.max(near.hi, value.high + value.low + TRIG_ERROR)),
  );
};

/** The range of sin (phase 0) or cos (phase 1) over a: ends, and ±1 where a reaches an extremum. */
function trig(a: Interval, which: "sin" | "cos"): Interval {
  if (!(a.hi - a.lo < 6.3) || magnitude(a) > TRIG_LIMIT) return interval(-1, 1);
  if (which === "sin" && a.lo === 0 && a.hi === 0) return ZERO;
  let range = a.lo === a.hi ? trigAt(a.lo, which) : hull(trigAt(a.lo, which), trigAt(a.hi, which));
  // Extrema are at (k + ½)π or kπ, the largest for even k. Nearly reached counts as reached.
  const offset = which === "sin" ? 0.5 : 0;
  const slack = 1e-15 * (1 + magnitude(a));
  for (
    let k = Math.ceil((a.lo - slack) / Math.PI - offset - 1e-15);
    k <= (a.hi + slack) / Math.PI - offset + 1e-15;
    k++
  )
    range = hull(range, point(k % 2 === 0 ? 1 : -1));
  return range;
}

export const sin = (a: Interval) => trig(a, "sin");
export const cos = (a: Interval) => (a.lo === 0 && a.hi === 0 ? ONE : trig(a, "cos"));

/** e^(−x²)·2/√π, the derivative of erf. */
export const erfSlope = (a: Interval) => {
  const at = (x: number) => {
    const { high, low } = twoProduct(x, x);
    return multiply(
      TWO_OVER_ROOT_PI,
      x > 28 ? interval(0, 2 ** -1074) : x < 2 ** -400 ? widen(ONE) : expAt(dd(-high, -low)),
    );
  };
  return interval(Math.max(0, at(magnitude(a)).lo), Math.min(TWO_OVER_ROOT_PI.hi, at(mignitude(a)).hi));
};
