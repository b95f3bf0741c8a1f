import type { FormFunction } from "./form.js";
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

/** F(x), F'(x), F''(x). */
export type ScaledTriple = readonly [Scaled, Scaled, Scaled];

const ONE = scaled(1);
const number = (x: number) => scaled(x);
const square = (a: Scaled) => times(a, a);

/** log(c + x) and its derivatives where c + x is `inside`. */
const logarithm = (value: Scaled, inside: Scaled): ScaledTriple => [
  value,
  over(ONE, inside),
  minus(over(ONE, square(inside))),
];

const root = (value: Scaled, of: Scaled): ScaledTriple => {
  const r = scaledPower(of, 0.5);
  return [value, over(number(0.5), r), over(number(-0.25), times(r, of))];
};

/** The functions whose derivatives decay like a power or an exponential at ∞, which doubles would lose or not divide. */
const LARGE: Partial<Readonly<Record<FormFunction, (x: Scaled, real: number) => ScaledTriple>>> = {
  exp: (_, real) => {
    const e = scaledExp(real);
    return [e, e, e];
  },
  expm1: (_, real) => {
    const e = scaledExp(real);
    return [real < 40 ? number(Math.expm1(real)) : e, e, e];
  },
  log: (x) => logarithm(scaledLog(x), x),
  log1p: (x, real) => logarithm(real < 1e300 ? number(Math.log1p(real)) : scaledLog(x), plus(ONE, x)),
  sqrt: (x) => root(scaledPower(x, 0.5), x),
  sqrt1pm1: (x, real) =>
    root(real < 1e300 ? number(REAL_FUNCTIONS.sqrt1pm1.value(real)) : scaledPower(x, 0.5), plus(ONE, x)),
  sinh: (_, real) => {
    const [up, down] = [scaledExp(real), scaledExp(-real)];
    const sinh = Math.abs(real) < 1 ? number(Math.sinh(real)) : times(number(0.5), plus(up, minus(down)));
    return [sinh, times(number(0.5), plus(up, down)), sinh];
  },
  cosh: (_, real) => {
    const [up, down] = [scaledExp(real), scaledExp(-real)];
    const cosh = times(number(0.5), plus(up, down));
    const sinh = Math.abs(real) < 1 ? number(Math.sinh(real)) : times(number(0.5), plus(up, minus(down)));
    return [cosh, sinh, cosh];
  },
  asinh: (x, real) => {
    if (Math.abs(real) < 1e100) return doubles("asinh", real);
    const size = real < 0 ? minus(x) : x;
    const value = plus(scaledLog(size), number(Math.LN2));
    const slope = over(ONE, size);
    return real < 0 ? [minus(value), slope, square(slope)] : [value, slope, minus(square(slope))];
  },
  atan: (x, real) => {
    const w = over(ONE, plus(ONE, square(x)));
    return [number(Math.atan(real)), w, times(number(-2), times(x, square(w)))];
  },
  tanh: (_, real) => {
    const w = hyperbolicSlope(real);
    return [number(Math.tanh(real)), w, times(number(-2 * Math.tanh(real)), w)];
  },
  logCosh: (x, real) => [
    Math.abs(real) < 1e300 ? number(REAL_FUNCTIONS.logCosh.value(real)) : real < 0 ? minus(x) : x,
    number(Math.tanh(real)),
    hyperbolicSlope(real),
  ],
  sech2: (_, real) => {
    const w = hyperbolicSlope(real);
    return [w, times(number(-2 * Math.tanh(real)), w), times(w, number(4 - 6 * toDouble(w)))];
  },
  sigmoid: (_, real) => {
    const slope = logisticSlope(real);
    return [logistic(real), slope, times(number(-Math.tanh(real / 2)), slope)];
  },
  softplus: (x, real) => [
    real > 700 ? x : real < -700 ? scaledExp(real) : number(REAL_FUNCTIONS.softplus.value(real)),
    logistic(real),
    logisticSlope(real),
  ],
  erf: (x, real) => gaussian(number(REAL_FUNCTIONS.erf.value(real)), 1, x, real),
  erfc: (x, real) => gaussian(number(REAL_FUNCTIONS.erfc.value(real)), -1, x, real),
};

function gaussian(value: Scaled, sign: number, x: Scaled, real: number): ScaledTriple {
  const slope = times(number(sign * 1.1283791670955126), scaledExp(-real * real));
  return [value, slope, times(number(-2), times(x, slope))];
}

function hyperbolicSlope(x: number): Scaled {
  const e = scaledExp(-2 * Math.abs(x));
  return times(number(4 / (1 + toDouble(e)) ** 2), e);
}

function logistic(x: number): Scaled {
  const e = scaledExp(-Math.abs(x));
  return x < 0 ? times(number(1 / (1 + toDouble(e))), e) : number(1 / (1 + toDouble(e)));
}

function logisticSlope(x: number): Scaled {
  const e = scaledExp(-Math.abs(x));
  return times(number(1 / (1 + toDouble(e)) ** 2), e);
}

function doubles(name: FormFunction, x: number): ScaledTriple {
  const { value, first, second } = REAL_FUNCTIONS[name];
  return [number(value(x)), number(first(x)), number(second(x))];
}

/** F, F', F'' at x, in numbers that do not overflow. */
export function scaledFunction(name: FormFunction, x: Scaled): ScaledTriple {
  const real = toDouble(x);
  return LARGE[name]?.(x, real) ?? doubles(name, real);
}
