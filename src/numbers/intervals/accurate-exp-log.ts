import { productRest } from "./directed.js";
import {
  type DoubleDouble,
  dd,
  difference,
  opposite,
  product,
  quotient,
  root,
  scaled,
  sum,
  twoProduct,
  twoSum,
} from "./double-double.js";
import { INVERSE_FACTORIAL } from "./inverse-factorial.js";
import { powerOfTwo } from "./powers-of-two.js";

/** log 2 as three doubles; what they leave is below 2^−160. */
const LOG2 = [Math.LN2, 2.3190468138462996e-17, 5.707708438416212e-34] as const;

/**
 * e^r − 1 for |r| ≤ 0.36: Taylor at r/256 to degree 10 (remainder below 2^−120 of the whole), then
 * e^2y − 1 = (e^y − 1)(2 + (e^y − 1)) eight times. Relative error below 2^−95.
 */
function smallExpm1(r: DoubleDouble): DoubleDouble {
  // The operations of double-double.ts, on numbers instead of objects: this is where most of the time goes.
  const [high, low] = [r.high * 2 ** -8, r.low * 2 ** -8];
  let { high: a, low: b } = INVERSE_FACTORIAL[10];
  for (let n = 9; n >= 0; n--) {
    // (a, b) := (high, low)·(a, b)
    const p = high * a;
    const rest = (p === 0 ? 0 : productRest(high, a, p)) + (high * b + low * a);
    a = p + rest;
    b = rest - (a - p);
    if (n === 0) break;
    // … + 1/n!
    const c = INVERSE_FACTORIAL[n];
    const s = c.high + a;
    const virtual = s - c.high;
    const left = c.high - (s - virtual) + (a - virtual) + (c.low + b);
    a = s + left;
    b = left - (a - s);
  }
  for (let i = 0; i < 8; i++) {
    // 2y + y²
    const p = a * a;
    const square = (p === 0 ? 0 : productRest(a, a, p)) + 2 * a * b;
    const s = 2 * a + p;
    const left = 2 * a - s + p + (2 * b + square);
    a = s + left;
    b = left - (a - s);
  }
  return { high: a, low: b };
}

/** x = k·log 2 + r with an integer k and |r| ≤ 0.35, for |x| ≤ 800; r's absolute error is below 2^−110. */
function reduce(x: DoubleDouble): { readonly k: number; readonly r: DoubleDouble } {
  const k = Math.round(x.high / LOG2[0]);
  if (k === 0) return { k, r: x };
  const [first, second] = [twoProduct(k, LOG2[0]), twoProduct(k, LOG2[1])];
  // x.high − k·log 2 to the leading part cancels without error or nearly so.
  const leading = sum(twoSum(x.high, -first.high), dd(-first.low));
  const r = sum(sum(leading, dd(x.low)), opposite(sum(second, dd(k * LOG2[2]))));
  return { k, r };
}

/** e^x = mantissa·2^exponent with the mantissa in [0.7, 1.42], for |x| ≤ 800. Relative error below 2^−92. */
export function accurateExp(x: DoubleDouble): { readonly mantissa: DoubleDouble; readonly exponent: number } {
  const { k, r } = reduce(x);
  return { mantissa: sum(dd(1), smallExpm1(r)), exponent: k };
}

/** e^x − 1 for |x| ≤ 300, of relative error below 2^−90. */
export function accurateExpm1(x: DoubleDouble): DoubleDouble {
  if (Math.abs(x.high) <= 0.35) return smallExpm1(x);
  const { mantissa, exponent } = accurateExp(x);
  return difference(scaled(mantissa, powerOfTwo(exponent)), dd(1));
}

/**
 * log(1 + a) for −0.3 ≤ a ≤ 0.42, of relative error below 2^−90: with y near it, log(1 + a) = y + log(1 + δ) for
 * δ = (1 + a)e^−y − 1 = a + (1 + a)(e^−y − 1), and the cubic series in δ, which is below 2^−50.
 */
function smallLog1p(a: DoubleDouble): DoubleDouble {
  const y = Math.log1p(a.high);
  const delta = sum(a, product(sum(dd(1), a), smallExpm1(dd(-y))));
  if (!(Math.abs(delta.high) < 2 ** -40 * Math.abs(y) + 2 ** -900))
    throw new RangeError(`log1p(${a.high}) came out as ${y}`);
  const square = product(delta, delta);
  return sum(dd(y), sum(delta, sum(scaled(square, -0.5), dd((square.high * delta.high) / 3))));
}

/** log x for x > 0 with 2^−500 ≤ x ≤ 2^500, of relative error below 2^−90. */
export function accurateLog(x: DoubleDouble): DoubleDouble {
  const exponent = Math.round(Math.log2(x.high));
  const mantissa = scaled(x, powerOfTwo(-exponent));
  const rest = smallLog1p(difference(mantissa, dd(1)));
  return exponent === 0 ? rest : sum(sum(twoProduct(exponent, LOG2[0]), twoProduct(exponent, LOG2[1])), rest);
}

/** log(1 + a) for a dd a > −1 of relative error below 2^−90, for a ≤ 2^500 and 1 + a ≥ 2^−500. */
export function accurateLog1p(a: DoubleDouble): DoubleDouble {
  return a.high >= -0.25 && a.high <= 0.25 ? smallLog1p(a) : accurateLog(sum(dd(1), a));
}

/** asinh x for 0 < x ≤ 2^240: log(1 + x + x²/(1 + √(1 + x²))). Relative error below 2^−88. */
export function accurateAsinh(x: number): DoubleDouble {
  const square = twoProduct(x, x);
  const hypotenuse = root(sum(dd(1), square));
  return accurateLog1p(sum(dd(x), quotient(square, sum(dd(1), hypotenuse))));
}
