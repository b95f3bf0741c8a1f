import { deviance } from "../numbers/deviance.js";
import { stirlingError } from "../numbers/stirling-error.js";
import { type Bits, uniform } from "./bits.js";

/** −log x! + x·log x − x = −stirlingError(x) − ½·log(2πx), up to the constant −½·log 2π; at 0 its limit. */
function end(x: number): number {
  return x === 0 ? Math.log(2 * Math.PI) / 2 : -stirlingError(x) - Math.log(x) / 2;
}

/**
 * log P(N = x) for N ~ Bin(n, p) up to a term of n alone: Loader's saddle-point form (2000). The excess x − np is
 * given apart, so that it has all its digits where np is huge.
 */
function logMass(n: number, p: number, x: number, excess: number): number {
  const [mean, other] = [n * p, n * (1 - p)];
  const deviances = deviance(x, mean, Math.log(mean), excess) + deviance(n - x, other, Math.log(other), -excess);
  return end(x) + end(n - x) - deviances;
}

/** np < 10: the number of geometric waiting times, ⌊log U/log(1−p)⌋ + 1 each, that fit into n trials. */
function byWaiting(n: number, p: number, bits: Bits): number {
  const logMiss = Math.log1p(-p);
  let count = -1;
  for (let trial = 0; trial <= n; count++) trial += Math.floor(Math.log(uniform(bits)) / logMiss) + 1;
  return count;
}

/** The constants of Hörmann's hat for given n and p. */
export function binomialHat(n: number, p: number) {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const mean = n * p;
  const mode = Math.min(n, Math.floor(mean + p));
  return {
    /** x = ⌊mean⌋ + ⌊(2a/(½−|u|) + b)u + shift⌋, with ⌊mean⌋ apart so that the sum is exact. */
    a: -0.0873 + 0.0248 * b + 0.01 * p,
    b,
    shift: mean - Math.floor(mean) + 0.5,
    alpha: (2.83 + 5.1 / b) * deviation,
    /** Candidates with ½ − |u| ≥ 0.07 and v up to this are accepted unseen. */
    safe: 0.92 - 4.2 / b,
    /** log of P(N = x)/P(N = mode) */
    logRatio: (x: number) => {
      const excess = (t: number) => t - Math.floor(mean) - (mean - Math.floor(mean));
      return logMass(n, p, x, excess(x)) - logMass(n, p, mode, excess(mode));
    },
  };
}

/** np ≥ 10, p ≤ ½: transformed rejection (Hörmann 1993, BTRS), the ratio of probabilities by `logMass`. */
function byRejection(n: number, p: number, bits: Bits): number {
  const { a, b, shift, alpha, safe, logRatio } = binomialHat(n, p);
  const floor = Math.floor(n * p);
  for (;;) {
    const u = uniform(bits) - 0.5;
    const v = uniform(bits);
    const rest = 0.5 - Math.abs(u);
    const x = floor + Math.floor(((2 * a) / rest + b) * u + shift);
    if (rest >= 0.07 && v <= safe) return x;
    if (x < 0 || x > n) continue;
    if (Math.log((v * alpha) / (a / (rest * rest) + b)) <= logRatio(x)) return x;
  }
}

/**
 * One Bin(n, p) variable for any integer n in [0, 2^53]. Exact up to the rounding of np, 2⁻⁵³ of itself, and that of
 * elementary functions; for p = ½ there is no rounding of np. A few uniforms on average, whatever n.
 *
 * @throws RangeError if n is no integer in [0, 2^53] or p is outside [0, 1].
 */
export function binomial(n: number, p: number, bits: Bits): number {
  if (!(Number.isInteger(n) && n >= 0 && n <= 2 ** 53))
    throw new RangeError(`n is ${n}; it must be an integer in [0, 2^53]`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}; it must be in [0, 1]`);
  if (p > 0.5) return n - binomial(n, 1 - p, bits);
  if (n === 0 || p === 0) return 0;
  return n * p < 10 ? byWaiting(n, p, bits) : byRejection(n, p, bits);
}
