import { exp, log } from "../../../numbers/intervals/elementary.js";
import { add, divide, type Interval, multiply, point, ZERO } from "../../../numbers/intervals/interval.js";
import { isWhole, lessThan, plus, type Rational, rational, times } from "../rational.js";
import type { Coefficient } from "./coefficient.js";
import * as coefficients from "./coefficient.js";
import { enclosed } from "./coefficient.js";

/** (log s)^log·s^power·exp(Σ q·s^p), as a function of s ≥ 2: rates are (p, q) with p > 0 descending and q known not to be 0. */
export interface Monomial {
  readonly log: Rational;
  readonly power: Rational;
  readonly rates: readonly (readonly [p: Rational, q: Coefficient])[];
}

const NONE = rational(0n);
export const UNIT: Monomial = { log: NONE, power: NONE, rates: [] };
const ofPower = (power: Rational): Monomial => ({ ...UNIT, power });
export const VARIABLE = ofPower(rational(1n));
export const LOGARITHM: Monomial = { ...UNIT, log: rational(1n) };

const signOf = ({ top }: Rational): -1 | 0 | 1 => (top > 0n ? 1 : top < 0n ? -1 : 0);

/** 1 for one that tends to ∞, −1 to 0, 0 for the unit. */
export const growth = ({ log: l, power, rates }: Monomial): -1 | 0 | 1 =>
  rates.length > 0 ? signOfRate(rates[0][1]) : signOf(power) || signOf(l);

/** What has no expansion for all s ≥ T: perhaps further out. */
export class NoExpansion extends RangeError {}

function signOfRate({ range }: Coefficient): -1 | 1 {
  if (range.lo > 0) return 1;
  if (range.hi < 0) return -1;
  throw new NoExpansion();
}

export function product(a: Monomial, b: Monomial): Monomial {
  return { log: plus(a.log, b.log), power: plus(a.power, b.power), rates: joined(a.rates, b.rates) };
}

function joined(a: Monomial["rates"], b: Monomial["rates"]): Monomial["rates"] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all = [...a];
  for (const [p, q] of b) {
    const i = all.findIndex(([other]) => other.top === p.top && other.bottom === p.bottom);
    if (i < 0) all.push([p, q]);
    else all[i] = [p, coefficients.sum(all[i][1], q)];
  }
  const left = all.filter(([, q]) => !coefficients.isZero(q));
  for (const [, q] of left) signOfRate(q);
  return left.toSorted(([p], [o]) => (lessThan(p, o) ? 1 : -1));
}

export const raised = ({ log: l, power, rates }: Monomial, r: Rational): Monomial => ({
  log: times(l, r),
  power: times(power, r),
  rates: r.top === 0n ? [] : rates.map(([p, q]) => [p, coefficients.times(q, coefficients.ofRational(r))] as const),
});

const MINUS_ONE = rational(-1n);
export const ratio = (a: Monomial, b: Monomial) => product(a, raised(b, MINUS_ONE));

/** Whether a outgrows b (1), the other way (−1), or they are the same (0). */
export const compare = (a: Monomial, b: Monomial) => growth(ratio(a, b));

/** exp(q·s^p) */
export const exponentialOf = (p: Rational, q: Coefficient): Monomial => ({ ...UNIT, rates: [[p, q]] });

function valueAt(T: number, { log: l, power, rates }: Monomial): Interval {
  const logT = log(point(T));
  let exponent = l.top === 0n ? ZERO : multiply(enclosed(l), log(logT));
  exponent = add(exponent, multiply(enclosed(power), logT));
  for (const [p, q] of rates) {
    const whole = isWhole(p) && p.top === 1n;
    exponent = add(exponent, multiply(q.range, whole ? point(T) : exp(multiply(enclosed(p), logT))));
  }
  return exp(exponent);
}

const up = (x: number) => Math.max(0, x);

/**
 * The most that a monomial which tends to 0 is over s ≥ T; Infinity where it is not seen to fall from T on. Its logarithmic
 * derivative times s is l/log s + power + Σ p·q·s^p: what is positive of it, over the leading part, falls as s grows.
 */
function most(T: number, m: Monomial): number {
  const direction = growth(m);
  if (direction === 0) return 1;
  if (direction > 0) return Infinity;
  const logT = log(point(T)).lo;
  const size = (p: Rational, q: Coefficient) =>
    multiply(multiply(enclosed(p), q.range), exp(multiply(enclosed(p), log(point(T)))));
  const [leading, ...others] = m.rates;
  const rising = others.reduce((sum, [p, q]) => sum + up(size(p, q).hi), 0);
  const fromLog = up(enclosed(m.log).hi) / logT;
  if (leading) {
    const falling = up(-size(leading[0], leading[1]).hi);
    return rising + fromLog + up(enclosed(m.power).hi) <= 0.99 * falling ? valueAt(T, m).hi : Infinity;
  }
  const falling = up(-enclosed(m.power).hi);
  return fromLog <= 0.99 * falling || m.log.top <= 0n ? valueAt(T, m).hi : Infinity;
}

/** The range over s ≥ T of a monomial that tends to 0, or is the unit. */
export const rangeOf = (T: number, m: Monomial): Interval => (growth(m) === 0 ? point(1) : { lo: 0, hi: most(T, m) });

/** At least so much for all s ≥ T, where it tends to ∞. */
export const least = (T: number, m: Monomial): number => {
  const inverse = most(T, raised(m, MINUS_ONE));
  return inverse < Infinity && inverse > 0 ? divide(point(1), point(inverse)).lo : 0;
};
