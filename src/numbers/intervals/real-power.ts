import { exp, log } from "./elementary.js";
import { type Interval, integerPower, interval, isPoint, multiply } from "./interval.js";

/**
 * The range of x^r over a, for exponents r > 0: exact integers, or others for a ⊂ [0, ∞], as exp(r·log x).
 */
export function realPower(a: Interval, r: Interval): Interval {
  if (isPoint(r) && Number.isInteger(r.lo)) return integerPower(a, r.lo);
  const at = (x: number) => (x <= 0 ? interval(0, 0) : exp(multiply(r, log(interval(x, x)))));
  return interval(at(a.lo).lo, at(a.hi).hi);
}
