import { pow } from "lemmacheck";
import type { Activation } from "lemmacheck/activations";
import type { Bounds } from "lemmacheck/networks";

/** f(x) as s·(2·Bin(n, ½) − n)/√n, where its law is that: n fair signs, and the standard deviation s. */
export interface SymmetricBinomial {
  readonly signs: number;
  readonly deviation: number;
}

/** Up to this n/2 the central term is multiplied out. */
const MULTIPLIED = 4096;

/**
 * The law of f(x) for ψ constant on either side of 0, k fair signs if |ψ| is the same on both, as the sign's, and 2k where ψ is 0 on
 * one of them: aψ(w·x) is then half the sum of two fair signs. Null for others.
 */
export function symmetricBinomial({ sides }: Pick<Activation, "sides">, k: number): SymmetricBinomial | null {
  if (sides?.left.slope !== 0 || sides.right.slope !== 0) return null;
  const [left, right] = [Math.abs(sides.left.value), Math.abs(sides.right.value)];
  const size = Math.max(left, right);
  if (size === 0) return null;
  if (left === right) return { signs: k, deviation: size };
  return Math.min(left, right) === 0 ? { signs: 2 * k, deviation: size * Math.SQRT1_2 } : null;
}

/**
 * 2^(−2m)·C(2m, m), m ≥ 1: a product of m factors, each off by an ulp or so, or between 1/√(π(m + ½)) and 1/√(π(m + ¼))
 * (Kazarinoff 1956).
 */
function centralTerm(m: number): Bounds {
  if (m > MULTIPLIED) return { lower: 1 / Math.sqrt(Math.PI * (m + 0.5)), upper: 1 / Math.sqrt(Math.PI * (m + 0.25)) };
  let term = 1;
  for (let i = 1; i <= m; i++) term *= (2 * i - 1) / (2 * i);
  const error = term * m * 2 ** -51;
  return { lower: term - error, upper: term + error };
}

/** Φ(x) − ½ for 0 < x ≤ 1: its series alternates and its terms fall, so that two sums enclose it. */
function aboveHalf(x: number): Bounds {
  const first = x / Math.sqrt(2 * Math.PI);
  const square = x * x;
  const four = 1 - square / 6 + (square * square) / 40 - pow(square, 3) / 336;
  return { lower: first * four, upper: first * (four + pow(square, 4) / 3456) };
}

/**
 * The distance of Kolmogorov between the standardised law of Bin(n, ½) and N(0, 1): half the central term for even n, and
 * Φ(1/√n) − ½ for odd n (Hipp and Mattner 2007, On the normal approximation to symmetric binomial distributions).
 *
 * @param n an integer from 1 on; even beyond 2^53.
 * @example symmetricBinomialDistance(2) // about ¼
 */
export function symmetricBinomialDistance(n: number): Bounds {
  const { lower, upper } = n % 2 === 0 ? centralTerm(n / 2) : aboveHalf(1 / Math.sqrt(n));
  const [least, most] = n % 2 === 0 ? [lower / 2, upper / 2] : [lower, upper];
  // A few ulp of the formulas themselves.
  return { lower: least * (1 - 2 ** -49), upper: most * (1 + 2 ** -49) };
}
