import type { Rational } from "./rational.js";

/** C(n, v). */
export function choose(n: number, v: number): bigint {
  let product = 1n;
  for (let i = 1; i <= v; i++) product = (product * BigInt(n - v + i)) / BigInt(i);
  return product;
}

/** P(Bin(n, p) = v), 0 ≤ v ≤ n, over the denominator p.denominator^n. */
export function binomialTerm(n: number, v: number, p: Rational): Rational {
  const failure = p.denominator - p.numerator;
  const numerator = choose(n, v) * p.numerator ** BigInt(v) * failure ** BigInt(n - v);
  return { numerator, denominator: p.denominator ** BigInt(n) };
}

/** P(low ≤ Bin(n, p) ≤ high), over the denominator p.denominator^n; each term from the one before. */
export function binomialRange(n: number, low: number, high: number, p: Rational): Rational {
  let sum = 0n;
  let { numerator: term } = binomialTerm(n, low, p);
  const { denominator } = binomialTerm(n, low, p);
  const failure = p.denominator - p.numerator;
  for (let v = low; v <= high; v++) {
    sum += term;
    if (v < high) term = (term * BigInt(n - v) * p.numerator) / (BigInt(v + 1) * failure);
  }
  return { numerator: sum, denominator };
}
