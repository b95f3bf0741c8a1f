import { productRest } from "./directed.js";

/**
 * A number as an unevaluated sum of two doubles, |low| ≤ ulp(high)/2. Operations have relative error below 2^−100
 * (Joldes, Muller and Popescu, Tight and rigorous error bounds for basic building blocks of double-word arithmetic,
 * TOMS 2017) while operands and results are between 2^−900 and 2^900 in size, or 0.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

export const dd = (high: number, low = 0): DoubleDouble => ({ high, low });

/** a + b without error, for any two doubles. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const virtual = high - a;
  return { high, low: a - (high - virtual) + (b - virtual) };
}

/** a + b without error for |a| ≥ |b|. */
function fastTwoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  return { high, low: b - (high - a) };
}

/** a·b without error. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  return { high, low: high === 0 ? 0 : productRest(a, b, high) };
}

export function sum(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const s = twoSum(a.high, b.high);
  const t = twoSum(a.low, b.low);
  const v = fastTwoSum(s.high, s.low + t.high);
  return fastTwoSum(v.high, t.low + v.low);
}

export const opposite = (a: DoubleDouble): DoubleDouble => ({ high: -a.high, low: -a.low });
export const difference = (a: DoubleDouble, b: DoubleDouble) => sum(a, opposite(b));

export function product(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const p = twoProduct(a.high, b.high);
  return fastTwoSum(p.high, p.low + (a.high * b.low + a.low * b.high));
}

/** a times a power of two. */
export const scaled = (a: DoubleDouble, power: number): DoubleDouble => ({ high: a.high * power, low: a.low * power });

export function quotient(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const rest = difference(a, product(b, dd(first)));
  const second = rest.high / b.high;
  const more = difference(rest, product(b, dd(second)));
  return sum(fastTwoSum(first, second), dd(more.high / b.high));
}

/** √a for a > 0, or 0. */
export function root(a: DoubleDouble): DoubleDouble {
  if (a.high === 0) return a;
  const guess = Math.sqrt(a.high);
  const rest = difference(a, twoProduct(guess, guess));
  return fastTwoSum(guess, rest.high / (2 * guess));
}
