import { log1pRemainder } from "../numbers/log1p-remainder.js";
import { type Bits, uniform } from "./bits.js";
import { normal } from "./normal.js";

/**
 * One Gamma(shape, 1) variable for shape ≥ 1, by Marsaglia and Tsang (2000): the cube of a shifted normal, accepted
 * with the exact ratio of densities. With y = cz, c = 1/√(9m), m = shape − ⅓ that ratio's logarithm
 * z²/2 + m − m(1+y)³ + 3m·log(1+y) is 3m·(log(1+y) − y + y²/2 − y³/3), which keeps its digits for huge shapes.
 */
function gammaVariable(shape: number, bits: Bits): number {
  const m = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * m);
  for (;;) {
    const y = c * normal(bits);
    if (y <= -1) continue;
    const root = 1 + y;
    if (Math.log(uniform(bits)) < 3 * m * log1pRemainder(y)) return m * root * root * root;
  }
}

/**
 * One χ² variable with n degrees of freedom, any real n ≥ 0 up to 2^54 (n = 0 gives 0). Exact up to rounding.
 *
 * @throws RangeError if n is outside [0, 2^54].
 */
export function chiSquare(n: number, bits: Bits): number {
  if (!(n >= 0 && n <= 2 ** 54)) throw new RangeError(`degrees of freedom are ${n}; they must be in [0, 2^54]`);
  if (n === 0) return 0;
  if (n >= 2) return 2 * gammaVariable(n / 2, bits);
  // Gamma(s) = Gamma(s+1)·U^(1/s), through exp and log since Math.pow differs between versions of Node.
  return 2 * gammaVariable(n / 2 + 1, bits) * Math.exp((2 / n) * Math.log(uniform(bits)));
}
