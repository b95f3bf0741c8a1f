import type { Bits } from "./bits.js";
import { chiSquare } from "./chi-square.js";

/**
 * One Gamma(shape, 1) variable, any real shape from 0 (which gives 0) to 2^53: half of χ² with 2·shape degrees of freedom,
 * by Marsaglia and Tsang (2000). Exact up to rounding; a tiny shape may underflow to 0.
 *
 * @throws RangeError if shape is outside [0, 2^53].
 */
export function gammaVariate(shape: number, bits: Bits): number {
  if (!(shape >= 0 && shape <= 2 ** 53)) throw new RangeError(`shape is ${shape}; it must be in [0, 2^53]`);
  return chiSquare(2 * shape, bits) / 2;
}
