import { accurateExp } from "./accurate-exp-log.js";
import { type DoubleDouble, dd, opposite, product, quotient, scaled, sum, twoProduct } from "./double-double.js";
import { add, divide, type Interval, interval, ONE, point } from "./interval.js";
import { powerOfTwo } from "./powers-of-two.js";

const TWO_OVER_ROOT_PI = dd(1.1283791670955126, 1.533545961316588e-17);

/**
 * erf x for 2^−60 ≤ x ≤ 3: (2/√π)·e^(−x²)·x·Σ (2x²)^n/(2n + 1)!! (all terms positive), until the terms, which then
 * fall by half each time or faster, are below 2^−105 of the sum. Relative error below 2^−85.
 */
export function erfSeries(x: number): DoubleDouble {
  const square = twoProduct(x, x);
  const twice = scaled(square, 2);
  let [term, total] = [dd(1), dd(1)];
  for (let n = 1; term.high > 2 ** -108 * total.high || n < 2 * twice.high; n++) {
    term = quotient(product(term, twice), dd(2 * n + 1));
    total = sum(total, term);
  }
  const { mantissa, exponent } = accurateExp(opposite(square));
  const front = product(product(TWO_OVER_ROOT_PI, dd(x)), scaled(mantissa, powerOfTwo(exponent)));
  return product(front, total);
}

/**
 * √π·e^(x²)·erfc(x) = 1/(x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …)))) for x ≥ 3 (DLMF 7.9.1), from inside out, where the
 * innermost denominator may be anything above x: all terms are positive, so this encloses the value.
 */
export function continuedErfc(x: number): Interval {
  const at = point(x);
  let denominator = interval(x, Infinity);
  for (let n = 16 + Math.ceil(400 / (x * x)); n >= 1; n--) denominator = add(at, divide(point(n / 2), denominator));
  return divide(ONE, denominator);
}
