import { nextDown, nextUp } from "../../numbers/intervals/directed.js";
import { exp, log } from "../../numbers/intervals/elementary.js";
import * as arithmetic from "../../numbers/intervals/interval.js";
import { add, type Interval, interval, multiply, ONE, point } from "../../numbers/intervals/interval.js";
import { pow } from "../../numbers/pow.js";

/** Powers are counted in units of 2^−80, so that their sums are exact. */
const UNIT = 2 ** 80;

/** x in those units, or null if it is no whole number of them. */
export const exactPower = (x: number): bigint | null => (Number.isInteger(x * UNIT) ? BigInt(x * UNIT) : null);

/** a·b in those units, or null. */
export function exactProduct(a: bigint, b: bigint): bigint | null {
  const exact = a * b;
  return exact % (1n << 80n) === 0n ? exact / (1n << 80n) : null;
}

/** The power as a double, or the doubles around it. */
function powerRange(power: bigint): Interval {
  const x = Number(power) / UNIT;
  return exactPower(x) === power ? point(x) : interval(nextDown(x), nextUp(x));
}

/**
 * Bounds of a function of s for all s ≥ T: at each s the value is c·s^power·exp(Σ q_i·s^{p_i}) for some c in `factor` and
 * q_i in the rates, (p_i, q_i), with powers p_i > 0. With such forms cancellation of growth against decay, as
 * in s·e^−s, is exact.
 */
export interface TailForm {
  readonly factor: Interval;
  readonly power: bigint;
  readonly rates: readonly (readonly [power: bigint, rate: Interval])[];
}

export const plain = (factor: Interval): TailForm => ({ factor, power: 0n, rates: [] });
export const isPlain = (a: TailForm) => a.power === 0n && a.rates.length === 0;
export const isZero = ({ factor }: TailForm) => factor.lo === 0 && factor.hi === 0;

/** The rates of a product. */
function joinRates(a: TailForm["rates"], b: TailForm["rates"]): TailForm["rates"] {
  const joined = new Map(a);
  for (const [p, q] of b) {
    const before = joined.get(p);
    joined.set(p, before ? add(before, q) : q);
  }
  return [...joined].filter(([, q]) => q.lo !== 0 || q.hi !== 0).toSorted(([p], [q]) => (p > q ? -1 : 1));
}

export const scaleRates = (rates: TailForm["rates"], by: Interval): TailForm["rates"] =>
  rates.map(([p, q]) => [p, multiply(q, by)] as const);

export function product(a: TailForm, b: TailForm): TailForm {
  if (isZero(a) || isZero(b)) return plain(interval(0, 0));
  return {
    factor: multiply(a.factor, b.factor),
    power: a.power + b.power,
    rates: joinRates(a.rates, b.rates),
  };
}

/** One end of a monomial: s^power·exp(Σ q_i·s^{p_i}) with numbers for all of them, the rates' powers descending. */
interface Monomial {
  readonly power: number;
  readonly rates: readonly (readonly [power: Interval, rate: number])[];
}

function endOf(power: bigint, rates: TailForm["rates"], end: "lo" | "hi"): Monomial {
  return {
    power: powerRange(power)[end],
    rates: rates.map(([p, q]) => [powerRange(p), q[end]] as const).filter(([, q]) => q !== 0),
  };
}

function valueAt(T: number, { power, rates }: Monomial): Interval {
  const logT = log(point(T));
  let exponent = multiply(point(power), logT);
  for (const [p, q] of rates) exponent = add(exponent, multiply(point(q), exp(multiply(p, logT))));
  return exp(exponent);
}

/** Whether it decreases on [T, ∞): its logarithmic derivative, times s, is below 0 with room for rounding. */
function decreases(T: number, { power, rates }: Monomial): boolean {
  const [leading, ...others] = rates;
  if (leading === undefined) return power <= 0;
  // −p·q·s^p of the leading rate outgrows each positive term from T on if it does so at T.
  let growth = Math.max(0, power);
  for (const [p, q] of others) growth += Math.max(0, p.hi * q * pow(T, p.hi));
  return leading[1] < 0 && growth <= 0.99 * -leading[0].lo * leading[1] * pow(T, leading[0].lo);
}

/** The range of s^power·exp(Σ rates) over s ≥ T. */
export function monomialRange(T: number, power: bigint, rates: TailForm["rates"]): Interval {
  if (power === 0n && rates.length === 0) return ONE;
  const [low, high] = [endOf(power, rates, "lo"), endOf(power, rates, "hi")];
  const least = low.power >= 0 && low.rates.every(([, q]) => q >= 0) ? valueAt(T, low).lo : 0;
  const most = decreases(T, high) ? valueAt(T, high).hi : Infinity;
  const falling = power <= 0n && high.rates.every(([, q]) => q <= 0);
  return interval(Math.max(0, least), falling ? Math.min(1, most) : most);
}

export const rangeOf = (T: number, a: TailForm): Interval =>
  isPlain(a) ? a.factor : multiply(a.factor, monomialRange(T, a.power, a.rates));

/** The least monomial that both stay below, whatever their rates are: the larger power, the larger upper end of each rate. */
function above(a: TailForm, b: TailForm): TailForm {
  const [mine, others] = [new Map(a.rates), new Map(b.rates)];
  const most = (p: bigint) => Math.max(mine.get(p)?.hi ?? 0, others.get(p)?.hi ?? 0);
  const rates = [...new Set([...mine.keys(), ...others.keys()])]
    .map((p) => [p, point(most(p))] as const)
    .filter(([, q]) => q.lo !== 0)
    .toSorted(([p], [q]) => (p > q ? -1 : 1));
  const { power } = a.power > b.power ? a : b;
  return { factor: ONE, power, rates };
}

/**
 * Both over the monomial of the one that is not outgrown, or over one that neither outgrows and that is bounded (where
 * rates are known too roughly to compare): [a's factor, b's factor, that monomial]; null if there is none.
 */
export function overCommon(T: number, a: TailForm, b: TailForm): readonly [Interval, Interval, TailForm] | null {
  const invert = (rates: TailForm["rates"]) => scaleRates(rates, point(-1));
  const second = monomialRange(T, b.power - a.power, joinRates(b.rates, invert(a.rates)));
  if (second.hi <= 1 || isPlain(a) === isPlain(b)) {
    if (second.hi < Infinity) return [a.factor, multiply(b.factor, second), a];
  }
  const first = monomialRange(T, a.power - b.power, joinRates(a.rates, invert(b.rates)));
  if (first.hi < Infinity) return [multiply(a.factor, first), b.factor, b];
  if (second.hi < Infinity) return [a.factor, multiply(b.factor, second), a];
  const common = above(a, b);
  if (isPlain(common) || monomialRange(T, common.power, common.rates).hi === Infinity) return null;
  const over = (u: TailForm) =>
    multiply(u.factor, monomialRange(T, u.power - common.power, joinRates(u.rates, invert(common.rates))));
  return [over(a), over(b), common];
}

/** Whether |a| → ∞ for certain. */
export function isUnbounded({ factor, power, rates }: TailForm): boolean {
  if (arithmetic.contains(factor, 0)) return false;
  const leading = rates[0]?.[1];
  if (leading === undefined) return power > 0n;
  return leading.lo > 0;
}
