import { logBetaTails } from "./beta-tails.js";

/**
 * log P(T > t) for Student's T with the given degrees of freedom ν, any real ν from 1e-100 to 2^53, and |t| ≤ 1e150:
 * P(|T| > |t|) = P(X < ν/(ν + t²)) for X ~ Beta(ν/2, ½). Errors as `tailEnclosure` says.
 *
 * @throws RangeError if degrees is outside [1e-100, 2^53] or |t| > 1e150.
 */
export function logStudentTail(degrees: number, t: number): number {
  if (!(degrees >= 1e-100 && degrees <= 2 ** 53))
    throw new RangeError(`degrees is ${degrees}; it must be in [1e-100, 2^53]`);
  if (!(Math.abs(t) <= 1e150)) throw new RangeError(`t is ${t}; it must be in [-1e150, 1e150]`);
  if (t < 0) return Math.log1p(-Math.exp(logStudentTail(degrees, -t)));
  const square = t * t;
  // Of ν/(ν + t²) and its complement the smaller has all its digits.
  const logTwoSided =
    square > degrees
      ? logBetaTails(degrees / 2, 0.5, degrees / (degrees + square)).logLower
      : logBetaTails(0.5, degrees / 2, square / (degrees + square)).logUpper;
  return logTwoSided - Math.LN2;
}
