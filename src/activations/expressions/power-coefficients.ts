import {
  divide,
  type Interval,
  isPoint,
  multiply,
  ONE,
  point,
  subtract,
  ZERO,
} from "../../numbers/intervals/interval.js";
import type { Algebra } from "./algebra.js";
import type { Exponent } from "./form.js";
import { plus, rational } from "./rational.js";

/** r(r − 1)…(r − k + 1)/k! */
export function binomial(r: Interval, k: number): Interval {
  let factor = ONE;
  for (let j = 0; j < k; j++) factor = divide(multiply(factor, subtract(r, point(j))), point(j + 1));
  return factor;
}

/** u^r, r·u^(r−1), … over k!, for r > 0. */
export function powerCoefficients<S>(A: Algebra<S>, u: S, r: Exponent, order: number): readonly S[] {
  /** u^(r − k); as a quotient where r − k is inexact, since exact powers say more of tails. */
  const powered = (left: Exponent, k: number) => {
    if (left.lo > 0 && (isPoint(left) || A.range(u).lo <= 0)) return A.power(u, left);
    if (isPoint(left)) return A.divide(A.constant(ONE), A.power(u, point(-left.lo)));
    return A.divide(A.power(u, r), A.power(u, point(k)));
  };
  return Array.from({ length: order + 1 }, (_, k) => {
    const left = { ...subtract(r, point(k)), exact: r.exact ? plus(r.exact, rational(BigInt(-k))) : null };
    if (left.lo === 0 && left.hi === 0) return A.constant(binomial(r, k));
    if (isPoint(r) && Number.isInteger(r.lo) && r.lo < k) return A.constant(ZERO);
    return A.multiply(A.constant(binomial(r, k)), powered(left, k));
  });
}
