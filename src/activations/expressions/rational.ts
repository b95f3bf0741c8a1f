import { pow } from "../../numbers/pow.js";

/** A rational number in lowest terms, the denominator above 0. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** top/bottom for bottom ≠ 0. */
export function rational(top: bigint, bottom = 1n): Rational {
  if (bottom === 1n) return { top, bottom };
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / divisor, bottom: bottom / divisor };
}

/** The double x, exactly. */
export function exactly(x: number): Rational {
  if (Number.isInteger(x)) return { top: BigInt(x), bottom: 1n };
  let [whole, doublings] = [x, 0n];
  for (; !Number.isInteger(whole); doublings++) whole *= 2;
  // Odd, as it was no whole number before.
  return { top: BigInt(whole), bottom: 1n << doublings };
}

export const plus = (a: Rational, b: Rational) => rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Rational): Rational => ({ top: -a.top, bottom: a.bottom });
export const times = (a: Rational, b: Rational) => rational(a.top * b.top, a.bottom * b.bottom);
/** a/b for b ≠ 0. */
export const over = (a: Rational, b: Rational) => rational(a.top * b.bottom, a.bottom * b.top);
export const lessThan = (a: Rational, b: Rational) => a.top * b.bottom < b.top * a.bottom;
export const isWhole = (a: Rational) => a.bottom === 1n;

/** The nearest double, or one beside it; exact for those that are doubles. */
export function toDouble({ top, bottom }: Rational): number {
  // As many bits of the quotient as a double has, and a few more: neither part need be a double itself.
  const shift = BigInt(Math.max(0, bottom.toString(2).length - top.toString(2).length + 70));
  return Number((top << shift) / bottom) * pow(2, -Number(shift));
}

/** Prime factors p^n of n ≥ 1, where primes beyond 1000 are left in one last factor. */
export function factors(n: bigint): readonly (readonly [prime: bigint, power: bigint])[] {
  const found: [bigint, bigint][] = [];
  let rest = n;
  for (let p = 2n; p < 1000n && rest > 1n; p++) {
    let power = 0n;
    for (; rest % p === 0n; rest /= p) power++;
    if (power > 0n) found.push([p, power]);
  }
  if (rest > 1n) found.push([rest, 1n]);
  return found;
}
