import { dd, product } from "./intervals/double-double.js";
import { powerOfTwo } from "./intervals/powers-of-two.js";
import { expOf } from "./powers/exp-of.js";
import { logOfPositive } from "./powers/log-of-positive.js";
import { wholePower } from "./powers/whole-power.js";

/** x^y for a finite x > 0 and a finite y ≠ 0. */
function positivePower(x: number, y: number): number {
  // What one operation rounds right, or has no error.
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (y === -1) return 1 / x;
  if (y === 0.5) return Math.sqrt(x);
  if (x === 2 && Number.isInteger(y)) return y > 1023 ? Infinity : y < -1074 ? 0 : powerOfTwo(y);
  const whole = Math.abs(y) <= 64 && Number.isInteger(y) ? wholePower(x, y) : null;
  if (whole !== null) return whole;
  const log = logOfPositive(x);
  const size = y * log.high;
  if (size > 710) return Infinity;
  if (size < -746) return 0;
  // Products below are exact only above such sizes.
  if (Math.abs(size) < 2 ** -60) return 1;
  return expOf(product(dd(y), log));
}

const isOdd = (y: number) => Math.abs(y % 2) === 1;

/**
 * x to the power y, with the special cases of `x ** y`. The last bits of `**` and Math.pow differ between versions of
 * Node.js; these do not, since they come of operations that agree everywhere: claims whose powers are taken by `pow`
 * have the same bounds on all of them.
 *
 * Off by less than 0.52 units in the last place, below the normal numbers too: for |y·log x| ≤ 746 a logarithm of
 * relative error 2^−69 costs 746·2^−69 < 2^−59, or 2^−6 of a unit, the exponential 0.503. Integer powers to
 * the 64th are off by less than 0.50001.
 *
 * @example pow(Math.log(d), 3)
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const size = Math.abs(x);
  if (!Number.isFinite(y)) return size === 1 ? Number.NaN : size > 1 === y > 0 ? Infinity : 0;
  const isNegative = x < 0 || Object.is(x, -0);
  if (size === 0 || size === Infinity) {
    const value = (size === 0) === y > 0 ? 0 : Infinity;
    return isNegative && isOdd(y) ? -value : value;
  }
  if (isNegative && !Number.isInteger(y)) return Number.NaN;
  const power = positivePower(size, y);
  return isNegative && isOdd(y) ? -power : power;
}
