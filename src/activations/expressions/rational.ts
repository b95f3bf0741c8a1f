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
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / divisor, bottom: bottom / divisor };
}

/** The double x, exactly. */
export function exactly(x: number): Rational {
  let [whole, doublings] = [x, 0n];
  for (; !Number.isInteger(whole); doublings++) whole *= 2;
  return rational(BigInt(whole), 2n ** doublings);
}

export const plus = (a: Rational, b: Rational) => rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Rational, b: Rational) => rational(a.top * b.top, a.bottom * b.bottom);
/** 1/a for a ≠ 0. */
export const inverse = (a: Rational) => rational(a.bottom, a.top);
