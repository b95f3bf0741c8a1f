/** An exact nonnegative fraction; the denominator is positive. Not reduced. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A double in [0, 2^53] as the fraction that it is. */
export function rational(value: number): Rational {
  let denominator = 1n;
  let numerator = value;
  for (; !Number.isInteger(numerator); denominator <<= 1n) numerator *= 2;
  return { numerator: BigInt(numerator), denominator };
}

const bitLength = (n: bigint) =>
  n === 0n ? 0 : (n.toString(16).length - 1) * 4 + (32 - Math.clz32(Number(leading(n))));
const leading = (n: bigint) => n >> BigInt((n.toString(16).length - 1) * 4);

/** A positive fraction as mantissa·2^exponent with the mantissa in (½, 2), rounded once. */
function scientific({ numerator, denominator }: Rational): readonly [mantissa: number, exponent: number] {
  const exponent = bitLength(numerator) - bitLength(denominator);
  const shift = 80 - exponent;
  const quotient = shift > 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return [Number(quotient) * 2 ** -80, exponent];
}

/** log of a fraction, right to about 1e-15 of itself also where the fraction is close to 1; −∞ for 0. */
export function logRational({ numerator, denominator }: Rational): number {
  if (numerator === 0n) return -Infinity;
  const excess = numerator - denominator;
  const size = excess < 0n ? -excess : excess;
  if (size > 0n && 2n * size < denominator) {
    const [mantissa, exponent] = scientific({ numerator: size, denominator });
    return Math.log1p(Math.sign(Number(excess)) * mantissa * 2 ** exponent);
  }
  const [mantissa, exponent] = scientific({ numerator, denominator });
  return Math.log(mantissa) + exponent * Math.LN2;
}

export const ONE: Rational = { numerator: 1n, denominator: 1n };

export function add(a: Rational, b: Rational): Rational {
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
  return { numerator, denominator: a.denominator * b.denominator };
}

export function multiply(a: Rational, b: Rational): Rational {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

export function complement(p: Rational): Rational {
  return { numerator: p.denominator - p.numerator, denominator: p.denominator };
}

/** −1, 0 or 1 as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
