import { nextDown, nextUp } from "../../numbers/intervals/directed.js";
import { divide, type Interval, interval, point } from "../../numbers/intervals/interval.js";
import { rational } from "./rational.js";

/** Coefficients, lowest first. */
type Polynomial = readonly bigint[];

/** The polynomial after P_k, from P_k, its derivative and k. */
type Next = (p: Polynomial, slope: Polynomial, k: number) => Polynomial;

const plus = (a: Polynomial, b: Polynomial): Polynomial =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0n) + (b[i] ?? 0n));
const times = (factor: bigint, a: Polynomial): Polynomial => a.map((x) => factor * x);
const raised = (a: Polynomial): Polynomial => [0n, ...a];
const slopeOf = (a: Polynomial): Polynomial => a.slice(1).map((x, i) => x * BigInt(i + 1));
/** (1 + s·x²)·a */
const byQuadratic = (s: bigint, a: Polynomial) => plus(a, times(s, raised(raised(a))));

/**
 * The k-th derivatives of functions, k ≥ 1, as a known factor times a polynomial P_k with whole coefficients, P_1 = 1:
 *
 *   tanh      w·P_k(v) for w = 1/cosh², v = tanh, since w' = −2vw and v' = 1 − v²;
 *   logistic  w·P_k(z)/2^(k−1) for w = σ(1 − σ), z = 1 − 2σ, since w' = zw and z' = −(1 − z²)/2;
 *   erf       g·P_k(u), g' = −2ug;
 *   atan      w^k·P_k(u) for w = 1/(1 + u²), since w' = −2uw²;
 *   asinh     w^(2k−1)·P_k(u) for w = 1/√(1 + u²), since w' = −uw³.
 */
const RULES = {
  tanh: (p, slope) => plus(times(-2n, raised(p)), byQuadratic(-1n, slope)),
  logistic: (p, slope) => plus(times(2n, raised(p)), times(-1n, byQuadratic(-1n, slope))),
  erf: (p, slope) => plus(times(-2n, raised(p)), slope),
  atan: (p, slope, k) => plus(times(BigInt(-2 * k), raised(p)), byQuadratic(1n, slope)),
  asinh: (p, slope, k) => plus(times(BigInt(1 - 2 * k), raised(p)), byQuadratic(1n, slope)),
} satisfies Record<string, Next>;
export type PolynomialFamily = keyof typeof RULES;

/** A function of 0, 1, 2, … that computes each value once. */
function kept<T>(make: (n: number) => T): (n: number) => T {
  const known: T[] = [];
  return (n) => {
    known[n] ??= make(n);
    return known[n];
  };
}

/** The coefficients of P_k, lowest first; P_1 = 1. */
function derivativePolynomial(family: PolynomialFamily, k: number): Polynomial {
  let p: Polynomial = [1n];
  for (let n = 1; n < k; n++) p = RULES[family](p, slopeOf(p), n);
  return p;
}

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));

/** An enclosure of a whole number. */
function enclosed(n: bigint): Interval {
  const x = Number(n);
  return BigInt(x) === n ? point(x) : interval(nextDown(x), nextUp(x));
}

/** An enclosure of top/bottom, exact where it is a double. */
function enclosedQuotient(top: bigint, bottom: bigint): Interval {
  const lowest = rational(top, bottom);
  return divide(enclosed(lowest.top), enclosed(lowest.bottom));
}

/** 1/k! */
export const overFactorial = kept((k) => enclosedQuotient(1n, factorial(k)));

function coefficients(family: PolynomialFamily) {
  return kept((n) =>
    kept((k) => {
      const divisor = factorial(k) * (family === "logistic" ? 2n ** BigInt(n - 1) : 1n);
      return derivativePolynomial(family, n)
        .filter((_, i) => i % 2 === (n + 1) % 2)
        .map((x) => enclosedQuotient(x, divisor));
    }),
  );
}

const made: Readonly<Record<PolynomialFamily, ReturnType<typeof coefficients>>> = {
  tanh: coefficients("tanh"),
  logistic: coefficients("logistic"),
  erf: coefficients("erf"),
  atan: coefficients("atan"),
  asinh: coefficients("asinh"),
};

/**
 * The coefficients of P_n/k!, over 2^(n−1) for the logistic function, by powers of the square of the argument, lowest first:
 * all powers in P_n are even if n is odd, and odd if n is even.
 */
export const derivativeCoefficients = (family: PolynomialFamily, n: number, k: number): readonly Interval[] =>
  made[family](n)(k);
