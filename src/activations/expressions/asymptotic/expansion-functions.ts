import { PI, TWO_OVER_ROOT_PI } from "../../../numbers/intervals/elementary.js";
import * as arithmetic from "../../../numbers/intervals/interval.js";
import { type Interval, interval, point, ZERO } from "../../../numbers/intervals/interval.js";
import type { Algebra } from "../algebra.js";
import type { FormFunction } from "../form.js";
import { intervalAlgebra } from "../interval-algebra.js";
import { INTERVAL_FUNCTIONS } from "../interval-functions.js";
import { type Rational, rational } from "../rational.js";
import { taylorCoefficients } from "../taylor-coefficients.js";
import type { Coefficient } from "./coefficient.js";
import * as coefficients from "./coefficient.js";
import { constant, type Expansion, type ExpansionArithmetic, isZero, monomial } from "./expansion.js";
import { exponentialOf, growth, LOGARITHM, type Monomial, NoExpansion, UNIT } from "./monomial.js";

const everywhere: Algebra<Interval> = intervalAlgebra(() => {
  throw new NoExpansion();
});
const ONE = constant(coefficients.ofWhole(1));
const HALF = coefficients.ofRational(rational(1n, 2n));
const halfPi = coefficients.times(HALF, coefficients.named("pi", PI));
const log2 = () => coefficients.named("log(2/1*)", INTERVAL_FUNCTIONS.log(point(2)));
const overRootPi = coefficients.named("2/sqrt(pi)", TWO_OVER_ROOT_PI);

function factorial(n: number): bigint {
  return n <= 1 ? 1n : BigInt(n) * factorial(n - 1);
}

/** Taylor coefficients at 0 as rational numbers, where they are. */
const AT_ZERO: Partial<Readonly<Record<FormFunction, (k: number) => Rational>>> = {
  exp: (k) => rational(1n, factorial(k)),
  expm1: (k) => rational(k === 0 ? 0n : 1n, factorial(k)),
  log1p: (k) => (k === 0 ? rational(0n) : rational(k % 2 === 1 ? 1n : -1n, BigInt(k))),
  sin: (k) => (k % 2 === 0 ? rational(0n) : rational(k % 4 === 1 ? 1n : -1n, factorial(k))),
  cos: (k) => (k % 2 === 1 ? rational(0n) : rational(k % 4 === 0 ? 1n : -1n, factorial(k))),
  sinh: (k) => rational(k % 2 === 0 ? 0n : 1n, factorial(k)),
  cosh: (k) => rational(k % 2 === 1 ? 0n : 1n, factorial(k)),
  atan: (k) => (k % 2 === 0 ? rational(0n) : rational(k % 4 === 1 ? 1n : -1n, BigInt(k))),
  // To the order that expansions go to.
  tanh: (k) => [rational(0n), rational(1n), rational(0n), rational(-1n, 3n), rational(0n), rational(2n, 15n)][k],
};

/** Functions of expansions for all s ≥ T; they throw NoExpansion where there is none. */
export function expansionFunctions(E: ExpansionArithmetic) {
  const { add, subtract, negate, multiply, divide, power } = E;
  const number = (n: number) => constant(coefficients.ofWhole(n));
  const leadingOf = (a: Expansion): Monomial => a.terms[0]?.m ?? a.rest?.m ?? UNIT;
  const grows = (a: Expansion) => growth(leadingOf(a)) > 0;

  /** The sign of what grows. */
  function direction(a: Expansion): 1 | -1 {
    const range = a.terms[0]?.c.range ?? ZERO;
    if (range.lo > 0) return 1;
    if (range.hi < 0) return -1;
    throw new NoExpansion();
  }

  /** The parts that grow, stay and vanish; what is left out must vanish. */
  function parts(a: Expansion) {
    const kind = (sign: number) => a.terms.filter(({ m }) => growth(m) === sign);
    if (a.rest && growth(a.rest.m) >= 0) throw new NoExpansion();
    const [still] = kind(0);
    return {
      growing: kind(1),
      still: still?.c ?? coefficients.ofWhole(0),
      vanishing: { terms: kind(-1), rest: a.rest },
    };
  }

  /** F(u) for a u that stays bounded: Taylor's series at its limit. */
  function bounded(name: FormFunction | "erfSlope", u: Expansion): Expansion {
    const { still, vanishing } = parts(u);
    const atZero = name === "erfSlope" || !coefficients.isZero(still) ? undefined : AT_ZERO[name];
    const text = coefficients.nameOf(still);
    const at = still.range;
    const known = lazySeries(name, at);
    function F(k: number): Coefficient {
      if (atZero) return coefficients.ofRational(atZero(k));
      const range = known()[k];
      if (range.lo === 0 && range.hi === 0) return coefficients.ofWhole(0);
      const is = k === 0 && name === "exp" && coefficients.isZero(still);
      if (is) return coefficients.ofWhole(1);
      return text === null ? { exact: null, range } : coefficients.named(`${name}${k === 0 ? "" : k}(${text})`, range);
    }
    return E.compose(F, (eps, k) => seriesOf(name, arithmetic.add(at, arithmetic.hull(ZERO, eps)), k)[k], vanishing);
  }

  function exponential(u: Expansion): Expansion {
    const { growing, still, vanishing } = parts(u);
    let factor = UNIT_TERM;
    for (const { m, c } of growing) {
      if (c.exact === null || arithmetic.contains(c.range, 0) || m.rates.length > 0) throw new NoExpansion();
      const q = coefficients.asRational(c);
      if (m.log.top === 0n) factor = multiply(factor, monomial(exponentialOf(m.power, c)));
      else if (q !== null && m.power.top === 0n && m.log.top === m.log.bottom)
        factor = multiply(factor, monomial({ ...UNIT, power: q }));
      else throw new NoExpansion();
    }
    return multiply(multiply(factor, constant(coefficients.exponential(still))), bounded("exp", vanishing));
  }

  function logarithm(u: Expansion): Expansion {
    const { m, c, eps } = E.factored(u);
    if (!(c.range.lo > 0) || m.log.top !== 0n) throw new NoExpansion();
    let result = constant(coefficients.logarithm(c));
    if (m.power.top !== 0n) result = add(result, monomial(LOGARITHM, coefficients.ofRational(m.power)));
    for (const [p, q] of m.rates) result = add(result, monomial({ ...UNIT, power: p }, q));
    return add(result, bounded("log1p", eps));
  }

  const root = (a: Expansion) => power(a, rational(1n, 2n));
  const square = (a: Expansion) => multiply(a, a);
  const halved = (a: Expansion) => multiply(constant(HALF), a);

  /** (2/√π)·e^(−u²) */
  const erfSlope = (u: Expansion) => multiply(constant(overRootPi), exponential(negate(square(u))));

  /** erfc u for u → ∞: e^(−u²)/(u√π)·Σ (−1)^k (2k − 1)!!/(2u²)^k, between any two of its sums (DLMF 7.12.1). */
  function erfcOfGrowing(u: Expansion): Expansion {
    const x = divide(number(-1), multiply(number(2), square(u)));
    let factor = coefficients.ofWhole(1);
    let [result, powers] = [ONE, ONE];
    for (let k = 1; k <= 4; k++) {
      factor = coefficients.times(factor, coefficients.ofWhole(2 * k - 1));
      powers = multiply(powers, x);
      const between = k < 4 ? factor : { exact: null, range: arithmetic.multiply(factor.range, interval(0, 1)) };
      result = add(result, multiply(constant(between), powers));
    }
    return multiply(result, divide(halved(erfSlope(u)), u));
  }

  /** F(u) for a u that tends to ±∞, 1 for ∞. */
  function unbounded(name: FormFunction | "erfSlope", u: Expansion, sign: 1 | -1): Expansion {
    const size = sign > 0 ? u : negate(u);
    const signed = (a: Expansion) => (sign > 0 ? a : negate(a));
    /** e^(−n|u|) */
    const small = (n: number) => exponential(multiply(number(-n), size));
    switch (name) {
      case "exp":
        return exponential(u);
      case "expm1":
        return subtract(exponential(u), ONE);
      case "log":
        return logarithm(u);
      case "log1p":
        return logarithm(add(ONE, u));
      case "sqrt":
        return root(u);
      case "sqrt1pm1":
        return subtract(root(add(ONE, u)), ONE);
      case "sinh":
        return signed(halved(subtract(exponential(size), small(1))));
      case "cosh":
        return halved(add(exponential(size), small(1)));
      case "asinh":
        return signed(logarithm(add(size, root(add(ONE, square(u))))));
      case "atan":
        return signed(subtract(constant(halfPi), bounded("atan", divide(ONE, size))));
      case "tanh": {
        const e = small(2);
        return signed(divide(subtract(ONE, e), add(ONE, e)));
      }
      case "sech2": {
        const e = small(2);
        return divide(multiply(number(4), e), square(add(ONE, e)));
      }
      case "sigmoid": {
        const e = small(1);
        return divide(sign > 0 ? ONE : e, add(ONE, e));
      }
      case "softplus": {
        const rest = bounded("log1p", small(1));
        return sign > 0 ? add(u, rest) : rest;
      }
      case "logCosh":
        return add(subtract(size, constant(log2())), bounded("log1p", small(2)));
      case "erf":
        return signed(subtract(ONE, erfcOfGrowing(size)));
      case "erfc":
        return sign > 0 ? erfcOfGrowing(u) : subtract(number(2), erfcOfGrowing(size));
      case "erfSlope":
        return erfSlope(u);
      case "sin":
      case "cos":
        throw new NoExpansion();
    }
    return name;
  }

  function apply(name: FormFunction | "erfSlope", u: Expansion): Expansion {
    if (grows(u)) return unbounded(name, u, direction(u));
    // What vanishes has a logarithm and roots too.
    const vanishes = !isZero(u) && growth(leadingOf(u)) < 0;
    if (vanishes && name === "log") return logarithm(u);
    if (name === "sqrt") return isZero(u) ? u : root(u);
    return bounded(name, u);
  }

  /** u^r, r > 0. */
  function raised(u: Expansion, r: Rational): Expansion {
    if (isZero(u)) return u;
    return power(u, r);
  }

  return { apply, raised, square };
}

const UNIT_TERM = monomial(UNIT);

/** F, F', F''/2, … over an interval up to an order. */
function seriesOf(name: FormFunction | "erfSlope", u: Interval, order: number): readonly Interval[] {
  if (name !== "erfSlope") return taylorCoefficients(everywhere, name, u, order);
  // erf' and its derivatives: one order further of erf, (k + 1)·erf_(k+1).
  const more = taylorCoefficients(everywhere, "erf", u, order + 1);
  return more.slice(1).map((a, k) => arithmetic.multiply(point(k + 1), a));
}

function lazySeries(name: FormFunction | "erfSlope", u: Interval): () => readonly Interval[] {
  let known: readonly Interval[] | undefined;
  return () => {
    known ??= seriesOf(name, u, 8);
    return known;
  };
}
