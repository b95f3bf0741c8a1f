import {
  addDown,
  addUp,
  divideDown,
  divideUp,
  multiplyDown,
  multiplyUp,
  nextDown,
  nextUp,
  sqrtDown,
  sqrtUp,
} from "./directed.js";

/** The real numbers from lo to hi; lo may be −∞ and hi +∞. */
export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

export const interval = (lo: number, hi: number): Interval => ({ lo, hi });
export const point = (x: number): Interval => ({ lo: x, hi: x });
export const ENTIRE: Interval = { lo: -Infinity, hi: Infinity };
export const ZERO: Interval = { lo: 0, hi: 0 };
export const ONE: Interval = { lo: 1, hi: 1 };

export const isPoint = (a: Interval) => a.lo === a.hi;
export const contains = (a: Interval, x: number) => a.lo <= x && x <= a.hi;
export const magnitude = (a: Interval) => Math.max(Math.abs(a.lo), Math.abs(a.hi));
/** The least |x| for x in a. */
export const mignitude = (a: Interval) => (a.lo > 0 ? a.lo : a.hi < 0 ? -a.hi : 0);
export const hull = (a: Interval, b: Interval) => interval(Math.min(a.lo, b.lo), Math.max(a.hi, b.hi));

/** The doubles next to the ends. */
export const widen = (a: Interval) => interval(nextDown(a.lo), nextUp(a.hi));

export const add = (a: Interval, b: Interval) => interval(addDown(a.lo, b.lo), addUp(a.hi, b.hi));
export const subtract = (a: Interval, b: Interval) => interval(addDown(a.lo, -b.hi), addUp(a.hi, -b.lo));
export const negate = (a: Interval) => interval(-a.hi, -a.lo);

export function multiply(a: Interval, b: Interval): Interval {
  if (a.lo >= 0) {
    if (b.lo >= 0) return interval(multiplyDown(a.lo, b.lo), multiplyUp(a.hi, b.hi));
    if (b.hi <= 0) return interval(multiplyDown(a.hi, b.lo), multiplyUp(a.lo, b.hi));
    return interval(multiplyDown(a.hi, b.lo), multiplyUp(a.hi, b.hi));
  }
  if (a.hi <= 0) return negate(multiply(negate(a), b));
  if (b.lo >= 0 || b.hi <= 0) return multiply(b, a);
  return interval(
    Math.min(multiplyDown(a.lo, b.hi), multiplyDown(a.hi, b.lo)),
    Math.max(multiplyUp(a.lo, b.lo), multiplyUp(a.hi, b.hi)),
  );
}

/** The quotients a/b with b ≠ 0; everything if b holds numbers of both signs, or only 0. */
export function divide(a: Interval, b: Interval): Interval {
  if (b.lo < 0 && b.hi > 0) return ENTIRE;
  if (b.lo < 0) return negate(divide(a, negate(b)));
  if (b.hi === 0) return ENTIRE;
  // b ≥ 0 here; dividing by its lower end 0 gives ±∞ unless the numerator is 0.
  const least = (x: number) =>
    x === 0 ? 0 : b.lo === 0 ? x * Infinity : x > 0 ? divideUp(x, b.lo) : divideDown(x, b.lo);
  const most = (x: number) => (x > 0 ? divideDown(x, b.hi) : divideUp(x, b.hi));
  const greatest = (x: number) => (Number.isFinite(x) || Number.isFinite(b.hi) ? most(x) : 0);
  return interval(a.lo >= 0 ? greatest(a.lo) : least(a.lo), a.hi <= 0 ? greatest(a.hi) : least(a.hi));
}

export function square(a: Interval): Interval {
  const [low, high] = [mignitude(a), magnitude(a)];
  return interval(Math.max(0, multiplyDown(low, low)), multiplyUp(high, high));
}

export function absolute(a: Interval): Interval {
  return interval(mignitude(a), magnitude(a));
}

/** Roots of what is not negative in a; a.hi ≥ 0. */
export const squareRoot = (a: Interval) => interval(sqrtDown(Math.max(0, a.lo)), sqrtUp(a.hi));

/** x^n for x ≥ 0 and an integer n ≥ 1, rounded by `times`. */
function powerOf(x: number, n: number, times: (a: number, b: number) => number): number {
  let [result, base] = [1, x];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, base);
    if (rest > 1) base = times(base, base);
  }
  return result;
}

/** a^n for an integer n from 0 to 2^31. */
export function integerPower(a: Interval, n: number): Interval {
  if (n === 0) return ONE;
  if (n === 1) return a;
  if (n % 2 === 1) {
    const low = a.lo < 0 ? -powerOf(-a.lo, n, multiplyUp) : powerOf(a.lo, n, multiplyDown);
    return interval(low, a.hi < 0 ? -powerOf(-a.hi, n, multiplyDown) : powerOf(a.hi, n, multiplyUp));
  }
  return interval(Math.max(0, powerOf(mignitude(a), n, multiplyDown)), powerOf(magnitude(a), n, multiplyUp));
}
