import type { Bits } from "./bits.js";
import { gammaVariate } from "./gamma-variate.js";

/**
 * One Beta(a, b) variable, X/(X + Y) for independent Gamma variables X and Y, real a, b from 0.01 to 2^52. Exact up to
 * rounding; below 0.01 both would underflow too often.
 *
 * @throws RangeError if a or b is outside [0.01, 2^52].
 */
export function beta(a: number, b: number, bits: Bits): number {
  if (!(a >= 0.01 && a <= 2 ** 52)) throw new RangeError(`a is ${a}; it must be in [0.01, 2^52]`);
  if (!(b >= 0.01 && b <= 2 ** 52)) throw new RangeError(`b is ${b}; it must be in [0.01, 2^52]`);
  for (;;) {
    const [x, y] = [gammaVariate(a, bits), gammaVariate(b, bits)];
    // Both underflow with probability below e^(−700·(a + b)), 1e-6 at worst.
    if (x + y > 0) return x / (x + y);
  }
}
