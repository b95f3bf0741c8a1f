import erfcx from "@stdlib/math-base-special-erfcx";
import { type Interval, isPoint, point } from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import type { FormFunction } from "./form.js";
import { RATIO_FUNCTIONS } from "./ratio-functions.js";
import { REAL_FUNCTIONS } from "./real-functions.js";
import {
  minus,
  over,
  plus,
  type Scaled,
  scaled,
  scaledExp,
  scaledLog,
  scaledPower,
  times,
  toDouble,
} from "./scaled.js";

const ONE = scaled(1);
const half = (a: Scaled) => times(scaled(0.5), a);

/** e^(−x²), x² split so that its rounding is not magnified. */
function gaussian(x: number): Scaled {
  const head = Math.fround(x);
  if (!(Math.abs(x) < 1e18)) return scaled(0);
  return times(scaled(Math.exp(-(x - head) * (x + head))), scaledExp(-head * head));
}

/** 1/(1 + e^−x) */
function logistic(x: number): Scaled {
  const e = scaledExp(-Math.abs(x));
  return over(x < 0 ? e : ONE, plus(ONE, e));
}

/** The functions that doubles would lose at large arguments. */
const LARGE: Partial<Readonly<Record<FormFunction | "erfSlope", (x: Scaled, real: number) => Scaled>>> = {
  exp: (_, real) => scaledExp(real),
  expm1: (_, real) => (real < 40 ? scaled(Math.expm1(real)) : scaledExp(real)),
  log: scaledLog,
  log1p: (x, real) => (real < 1e300 ? scaled(Math.log1p(real)) : scaledLog(x)),
  sqrt: (x) => scaledPower(x, 0.5),
  sqrt1pm1: (x, real) => (real < 1e300 ? scaled(REAL_FUNCTIONS.sqrt1pm1.value(real)) : scaledPower(x, 0.5)),
  sinh: (_, real) =>
    Math.abs(real) < 1 ? scaled(Math.sinh(real)) : half(plus(scaledExp(real), minus(scaledExp(-real)))),
  cosh: (_, real) => half(plus(scaledExp(real), scaledExp(-real))),
  asinh: (x, real) => {
    if (Math.abs(real) < 1e100) return scaled(Math.asinh(real));
    const grown = plus(scaledLog(real < 0 ? minus(x) : x), scaled(Math.LN2));
    return real < 0 ? minus(grown) : grown;
  },
  logCosh: (x, real) => {
    if (Math.abs(real) < 1e300) return scaled(REAL_FUNCTIONS.logCosh.value(real));
    return real < 0 ? minus(x) : x;
  },
  sech2: (_, real) => {
    const e = scaledExp(-2 * Math.abs(real));
    return over(times(scaled(4), e), scaledPower(plus(ONE, e), 2));
  },
  sigmoid: (_, real) => logistic(real),
  softplus: (x, real) => {
    if (real > 700) return x;
    return real < -700 ? scaledExp(real) : scaled(REAL_FUNCTIONS.softplus.value(real));
  },
  erfc: (_, real) => (real < 5 ? scaled(REAL_FUNCTIONS.erfc.value(real)) : times(scaled(erfcx(real)), gaussian(real))),
  erfSlope: (_, real) => times(scaled(1.1283791670955126), gaussian(real)),
};

/** The point that a number is, with its sign where the double would be 0. */
function rangeOf(a: Scaled): Interval {
  const x = toDouble(a);
  return point(x === 0 ? Math.sign(a.mantissa) * Number.MIN_VALUE : x);
}

/** Numbers that neither overflow nor underflow, for single points: slow, for where doubles gave ∞ or NaN. */
export const SCALED_ALGEBRA: Algebra<Scaled> = {
  constant: (a, nearest = a.lo + (a.hi - a.lo) / 2) => scaled(nearest),
  add: plus,
  subtract: (a, b) => plus(a, minus(b)),
  negate: minus,
  multiply: times,
  square: (a) => times(a, a),
  divide: over,
  power: (a, r) => scaledPower(a, isPoint(r) ? r.lo : (r.lo + r.hi) / 2),
  apply: (name, a) => {
    const real = toDouble(a);
    const large = LARGE[name];
    if (large) return large(a, real);
    return name === "erfSlope" ? scaled(REAL_FUNCTIONS.erf.first(real)) : scaled(REAL_FUNCTIONS[name].value(real));
  },
  ratio: (name, a, order) => {
    const x = toDouble(a);
    const { value, first, second } = RATIO_FUNCTIONS[name];
    return Math.abs(x) < 0.25 ? [value(x), first(x), second(x) / 2].slice(0, order + 1).map((y) => scaled(y)) : null;
  },
  // At a kink of |u| the mean of both sides.
  hull: (a, b) => half(plus(a, b)),
  isZero: ({ mantissa }) => mantissa === 0,
  range: rangeOf,
};
