import { pow } from "../../numbers/pow.js";

/** mantissa·2^exponent with ½ ≤ |mantissa| < 1, or 0, ±∞, NaN with exponent 0: a double that does not overflow. */
export interface Scaled {
  readonly mantissa: number;
  readonly exponent: number;
}

/** 2^n for any integer n, in two factors where one would overflow. */
function timesPowerOfTwo(x: number, n: number): number {
  const exponent = Math.max(-2200, Math.min(2200, n));
  const part = Math.trunc(exponent / 3);
  return x * pow(2, part) * pow(2, part) * pow(2, exponent - 2 * part);
}

export function scaled(x: number, exponent = 0): Scaled {
  if (x === 0 || !Number.isFinite(x)) return { mantissa: x, exponent: 0 };
  let shift = Math.floor(Math.log2(Math.abs(x))) + 1;
  let mantissa = timesPowerOfTwo(x, -shift);
  if (Math.abs(mantissa) >= 1) [mantissa, shift] = [mantissa / 2, shift + 1];
  if (Math.abs(mantissa) < 0.5) [mantissa, shift] = [mantissa * 2, shift - 1];
  return { mantissa, exponent: exponent + shift };
}

/** The nearest double: ±∞ or 0 beyond the doubles' range. */
export const toDouble = ({ mantissa, exponent }: Scaled): number => timesPowerOfTwo(mantissa, exponent);

const isZero = (a: Scaled) => a.mantissa === 0;

/** a·b; 0·∞ = 0, since what underflows even here decays faster than what it meets grows. */
export function times(a: Scaled, b: Scaled): Scaled {
  if (isZero(a) || isZero(b)) return scaled(0);
  return scaled(a.mantissa * b.mantissa, a.exponent + b.exponent);
}

export function over(a: Scaled, b: Scaled): Scaled {
  return scaled(a.mantissa / b.mantissa, a.exponent - b.exponent);
}

export function plus(a: Scaled, b: Scaled): Scaled {
  if (isZero(a) || !Number.isFinite(b.mantissa)) return b;
  if (isZero(b) || !Number.isFinite(a.mantissa)) return a;
  const [large, small] = a.exponent >= b.exponent ? [a, b] : [b, a];
  return scaled(large.mantissa + timesPowerOfTwo(small.mantissa, small.exponent - large.exponent), large.exponent);
}

export const minus = (a: Scaled): Scaled => ({ mantissa: -a.mantissa, exponent: a.exponent });

/** e^x; 0 or ∞ for x beyond 2^50 in size. */
export function scaledExp(x: number): Scaled {
  if (!(Math.abs(x) < 2 ** 50)) return scaled(x < 0 ? 0 : x > 0 ? Infinity : NaN);
  const exponent = Math.round(x / Math.LN2);
  return scaled(Math.exp(x - exponent * 0.6931471803691238 - exponent * 1.9082149292705877e-10), exponent);
}

export const scaledLog = ({ mantissa, exponent }: Scaled): Scaled => scaled(Math.log(mantissa) + exponent * Math.LN2);

export function scaledPower(a: Scaled, r: number): Scaled {
  if (Number.isInteger(r) && r <= 1000) {
    let result = scaled(1);
    let base = a;
    for (let rest = r; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = times(result, base);
      base = times(base, base);
    }
    return result;
  }
  if (r === 0.5 && a.exponent % 2 === 0) return scaled(Math.sqrt(a.mantissa), a.exponent / 2);
  if (r === 0.5) return scaled(Math.sqrt(2 * a.mantissa), (a.exponent - 1) / 2);
  return isZero(a) ? a : times(scaled(1), scaledExp(r * toDouble(scaledLog(a))));
}
