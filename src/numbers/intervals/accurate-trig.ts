import { pow } from "../pow.js";
import {
  type DoubleDouble,
  dd,
  difference,
  opposite,
  product,
  quotient,
  sum,
  twoProduct,
  twoSum,
} from "./double-double.js";
import { INVERSE_FACTORIAL } from "./inverse-factorial.js";

/** π/2 as four doubles. */
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33, 5.562271104316826e-50] as const;

/** Arguments of sine and cosine beyond this size are not reduced. */
export const TRIG_LIMIT = 2 ** 30;

/** Σ (−1)^j r^(2j+first)/(2j+first)! for |r| ≤ 0.8, to degree 29 or so: remainder below 2^−110. */
function series(r: DoubleDouble, first: 0 | 1): DoubleDouble {
  const square = opposite(product(r, r));
  let tail = INVERSE_FACTORIAL[28 + first];
  for (let n = 26 + first; n >= first; n -= 2) tail = sum(INVERSE_FACTORIAL[n], product(square, tail));
  return first === 1 ? product(r, tail) : tail;
}

/**
 * sin x and cos x for |x| ≤ 2^30, each with absolute error below 2^−95: x less the nearest multiple k of π/2, by four
 * parts of π/2 whose products with k are exact but the last, then Taylor.
 */
export function accurateSinCos(x: number): { readonly sin: DoubleDouble; readonly cos: DoubleDouble } {
  const k = Math.round(x / HALF_PI[0]);
  let r = dd(x);
  if (k !== 0) {
    const [first, second, third] = [0, 1, 2].map((i) => twoProduct(k, HALF_PI[i]));
    r = sum(twoSum(x, -first.high), dd(-first.low));
    r = sum(r, opposite(sum(second, third)));
  }
  const [s, c] = [series(r, 1), series(r, 0)];
  const quarter = ((k % 4) + 4) % 4;
  if (quarter === 0) return { sin: s, cos: c };
  if (quarter === 1) return { sin: c, cos: opposite(s) };
  if (quarter === 2) return { sin: opposite(s), cos: opposite(c) };
  return { sin: opposite(c), cos: s };
}

/**
 * atan x for 0 < x ≤ 1 (a dd): with θ near it, θ + atan δ, δ = (x·cos θ − sin θ)/(cos θ + x·sin θ), atan δ = δ − δ³/3
 * to 2^−200. Relative error below 2^−85.
 */
export function accurateAtan(x: DoubleDouble): DoubleDouble {
  const theta = Math.atan(x.high);
  const { sin, cos } = accurateSinCos(theta);
  const delta = quotient(difference(product(x, cos), sin), sum(cos, product(x, sin)));
  if (!(Math.abs(delta.high) < 2 ** -40 * theta)) throw new RangeError(`atan(${x.high}) came out as ${theta}`);
  return sum(dd(theta), sum(delta, dd(-pow(delta.high, 3) / 3)));
}
