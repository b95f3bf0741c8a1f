import { log1pmx } from "../special/log1pmx.js";
import { type Bits, uniform } from "./bits.js";
import { normal } from "./normal.js";

/** log1p(y) − y + y²/2 − y³/3 = −y⁴/4 + y⁵/5 − …, without cancellation for small y. */
function log1pRemainder(y: number): number {
  if (Math.abs(y) > 0.02) return log1pmx(y) + y * y * (0.5 - y / 3);
  let sum = 0;
  for (let j = 12; j >= 4; j--) sum = (j % 2 ? 1 : -1) / j + y * sum;
  return sum * y ** 4;
}

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
    if (Math.log(uniform(bits)) < 3 * m * log1pRemainder(y)) return m * (1 + y * (3 + y * (3 + y)));
  }
}

/**
 * One χ² variable with n degrees of freedom, any real n ≥ 0 up to 2^53 (n = 0 gives 0). Exact up to rounding.
 *
 * @throws RangeError if n is outside [0, 2^53].
 */
export function chiSquare(n: number, bits: Bits): number {
  if (!(n >= 0 && n <= 2 ** 53)) throw new RangeError(`degrees of freedom are ${n}; they must be in [0, 2^53]`);
  if (n === 0) return 0;
  if (n >= 2) return 2 * gammaVariable(n / 2, bits);
  // Gamma(s) = Gamma(s+1)·U^(1/s), through exp and log since Math.pow differs between versions of Node.
  return 2 * gammaVariable(n / 2 + 1, bits) * Math.exp((2 / n) * Math.log(uniform(bits)));
}
