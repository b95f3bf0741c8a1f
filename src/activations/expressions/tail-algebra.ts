import * as elementary from "../../numbers/intervals/elementary.js";
import * as arithmetic from "../../numbers/intervals/interval.js";
import {
  ENTIRE,
  type Interval,
  interval,
  isPoint,
  magnitude,
  mignitude,
  ONE,
  point,
} from "../../numbers/intervals/interval.js";
import { realPower } from "../../numbers/intervals/real-power.js";
import type { Algebra } from "./algebra.js";
import type { FormFunction } from "./form.js";
import { DOMAIN, INTERVAL_FUNCTIONS } from "./interval-functions.js";
import {
  exactPower,
  exactProduct,
  isPlain,
  isUnbounded,
  isZero,
  monomialRange,
  overCommon,
  plain,
  product,
  rangeOf,
  scaleRates,
  type TailForm,
} from "./tail-form.js";

/** The power 2. */
const TWO = 1n << 81n;

/** Functions with F(0) = 0, and the range of F(x)/x over −r ≤ x ≤ r, r ≤ 1, from F(±r): the ratios are monotone in |x| or x. */
const RATIO: Partial<Readonly<Record<FormFunction, (r: number) => Interval>>> = (() => {
  const ratio = (name: FormFunction, r: number) => arithmetic.divide(INTERVAL_FUNCTIONS[name](point(r)), point(r));
  const below = (name: FormFunction) => (r: number) => interval(ratio(name, r).lo, 1);
  const both = (name: FormFunction) => (r: number) => arithmetic.hull(ratio(name, r), ratio(name, -r));
  return {
    sin: below("sin"),
    tanh: below("tanh"),
    atan: below("atan"),
    asinh: below("asinh"),
    sinh: (r) => interval(1, ratio("sinh", r).hi),
    erf: (r) => interval(ratio("erf", r).lo, elementary.TWO_OVER_ROOT_PI.hi),
    expm1: both("expm1"),
    log1p: (r) => (r < 1 ? both("log1p")(r) : interval(0.69, Infinity)),
    sqrt1pm1: both("sqrt1pm1"),
  };
})();

/** Enclosures by tail forms, for all s ≥ T ≥ 2. `outside` is told whenever an operand may lie outside a domain. */
export function tailAlgebra(T: number, outside: () => void): Algebra<TailForm> {
  const range = (a: TailForm) => rangeOf(T, a);
  const number = (x: number) => plain(point(x));

  function add(a: TailForm, b: TailForm): TailForm {
    if (isZero(a)) return b;
    if (isZero(b)) return a;
    const common = overCommon(T, a, b);
    if (!common) return plain(arithmetic.add(range(a), range(b)));
    return { ...common[2], factor: arithmetic.add(common[0], common[1]) };
  }
  const negate = (a: TailForm): TailForm => ({ ...a, factor: arithmetic.negate(a.factor) });
  const subtract = (a: TailForm, b: TailForm) => add(a, negate(b));

  function hull(a: TailForm, b: TailForm): TailForm {
    const common = overCommon(T, a, b);
    if (!common) return plain(arithmetic.hull(range(a), range(b)));
    return { ...common[2], factor: arithmetic.hull(common[0], common[1]) };
  }

  const square = (a: TailForm): TailForm => ({ ...product(a, a), factor: arithmetic.square(a.factor) });

  function divide(a: TailForm, b: TailForm): TailForm {
    if (arithmetic.contains(b.factor, 0)) {
      outside();
      return plain(ENTIRE);
    }
    const inverse = {
      factor: arithmetic.divide(ONE, b.factor),
      power: -b.power,
      rates: scaleRates(b.rates, point(-1)),
    };
    return { ...product(a, inverse), factor: arithmetic.divide(a.factor, b.factor) };
  }

  function power(a: TailForm, r: Interval): TailForm {
    const whole = isPoint(r) && Number.isInteger(r.lo);
    if (!whole && a.factor.lo < 0) {
      outside();
      return plain(ENTIRE);
    }
    const by = isPoint(r) ? exactPower(r.lo) : null;
    const raised = by === null ? null : exactProduct(a.power, by);
    if (raised === null) return plain(realPower(range(a), r));
    const factor = r.lo === 0.5 ? arithmetic.squareRoot(a.factor) : realPower(a.factor, r);
    return { factor, power: raised, rates: scaleRates(a.rates, r) };
  }

  const root = (a: TailForm) => power(a, point(0.5));

  /** e^a for a that grows or falls without bound, as exactly as its rates allow; or its range. */
  function exponential(a: TailForm): TailForm {
    if (a.rates.length === 0 && a.power > 0n) return { factor: ONE, power: 0n, rates: [[a.power, a.factor]] };
    const bounds = range(a);
    if (isUnbounded(a) && a.factor.hi < 0) {
      // −a outgrows s²: with c the least of −a/s² (1/c the most of s²/−a), e^a ≤ e^(−c·s²).
      const most = monomialRange(T, TWO - a.power, scaleRates(a.rates, point(-1))).hi;
      const c = arithmetic.divide(point(mignitude(a.factor)), point(most)).lo;
      if (c > 0 && c < Infinity) return { factor: interval(0, 1), power: 0n, rates: [[TWO, point(-c)]] };
    }
    return plain(elementary.exp(bounds));
  }

  /** log a for a > 0: log of the factor, plus power·log s (as a part of √s), plus rates. */
  function logarithm(a: TailForm): TailForm {
    let result = plain(elementary.log(a.factor));
    for (const [p, q] of a.rates) result = add(result, { factor: q, power: p, rates: [] });
    if (a.power === 0n) return result;
    // log s/√s is largest at s = e², where it is 2/e < 0.736, and falls beyond.
    const most = T < 8 ? 0.736 : arithmetic.divide(elementary.log(point(T)), arithmetic.squareRoot(point(T))).hi;
    return add(result, {
      factor: arithmetic.multiply(arithmetic.widen(point(Number(a.power) / 2 ** 80)), interval(0, most)),
      power: TWO / 4n,
      rates: [],
    });
  }

  const sign = (a: TailForm) => (a.factor.lo > 0 ? 1 : a.factor.hi < 0 ? -1 : 0);
  const tends = (a: TailForm) => (isUnbounded(a) ? sign(a) : 0);
  const half = (a: TailForm) => product(number(0.5), a);

  /** F(a) where the range of a says all there is to say. */
  const ranged = (name: FormFunction, a: TailForm) => plain(INTERVAL_FUNCTIONS[name](range(a)));

  function special(name: FormFunction, a: TailForm): TailForm | null {
    const direction = tends(a);
    switch (name) {
      case "exp":
        return exponential(a);
      case "log":
        return logarithm(a);
      case "sqrt":
        return root(a);
      case "expm1":
        return direction > 0 ? subtract(exponential(a), number(1)) : null;
      case "log1p":
        return direction > 0 ? logarithm(add(number(1), a)) : null;
      case "sqrt1pm1":
        return direction > 0 ? subtract(root(add(number(1), a)), number(1)) : null;
      case "sinh":
      case "cosh": {
        if (direction === 0) return null;
        const pair = [exponential(a), exponential(negate(a))] as const;
        return half(name === "sinh" ? subtract(...pair) : add(...pair));
      }
      case "sech2": {
        if (direction === 0) return null;
        const e = exponential(product(number(-2 * direction), a));
        return divide(product(number(4), e), square(add(number(1), e)));
      }
      case "sigmoid": {
        if (direction >= 0) return null;
        const e = exponential(a);
        return divide(e, add(number(1), e));
      }
      case "softplus":
        if (direction < 0) return apply("log1p", exponential(a));
        return direction > 0 ? add(a, apply("log1p", exponential(negate(a)))) : null;
      case "logCosh": {
        if (direction === 0) return null;
        const size = direction > 0 ? a : negate(a);
        const rest = apply("log1p", exponential(product(number(-2), size)));
        return add(size, subtract(rest, plain(elementary.log(point(2)))));
      }
      case "asinh": {
        if (direction === 0) return null;
        const size = direction > 0 ? a : negate(a);
        const grown = logarithm(add(size, root(add(number(1), square(size)))));
        return direction > 0 ? grown : negate(grown);
      }
      case "erfc": {
        const least = range(a).lo;
        if (direction <= 0 || !(least >= 1)) return null;
        // e^(−x²)/(x√π)·(1 − 1/(2x²)) ≤ erfc x ≤ e^(−x²)/(x√π) (DLMF 7.12.1)
        const slack = arithmetic.divide(ONE, arithmetic.multiply(point(2), arithmetic.square(point(least))));
        const factor = plain(interval(arithmetic.subtract(ONE, slack).lo, 1));
        return product(factor, divide(half(slope(a)), a));
      }
      case "sin":
      case "cos":
      case "tanh":
      case "atan":
      case "erf":
        return null;
    }
    return name;
  }

  /** (2/√π)·e^(−a²) */
  const slope = (a: TailForm) => product(plain(elementary.TWO_OVER_ROOT_PI), exponential(negate(square(a))));

  function apply(name: FormFunction | "erfSlope", a: TailForm): TailForm {
    if (name === "erfSlope") return slope(a);
    const bounds = range(a);
    const domain = DOMAIN[name];
    if (
      domain &&
      !(
        bounds.lo > domain.least ||
        (domain.closed && bounds.lo === domain.least) ||
        (domain.least === 0 && a.factor.lo > 0)
      )
    ) {
      outside();
      return plain(ENTIRE);
    }
    const ratio = RATIO[name];
    const size = magnitude(bounds);
    if (ratio && size <= 1 && size > 0 && !isPlain(a)) return product(plain(ratio(size)), a);
    if (name === "logCosh" && size <= 1 && size > 0 && !isPlain(a)) {
      // log cosh(x)/x² falls from ½ as |x| grows.
      const least = arithmetic.divide(elementary.logCosh(point(size)), arithmetic.square(point(size))).lo;
      return product(plain(interval(least, 0.5)), square(a));
    }
    return special(name, a) ?? ranged(name, a);
  }

  return {
    constant: (a) => plain(a),
    add,
    subtract,
    negate,
    multiply: product,
    square,
    divide,
    power,
    apply,
    ratio: () => null,
    hull,
    isZero,
    range,
    sign: ({ factor }) => (factor.lo > 0 ? 1 : factor.hi < 0 ? -1 : 0),
  };
}
