import erfc from "@stdlib/math-base-special-erfc";
import erfcx from "@stdlib/math-base-special-erfcx";
import { pow } from "../../numbers/pow.js";
import { END, type FarLaw, type FarSum, farShare, ORDER, STEP } from "./far-sum.js";

/** What is proved of the shape of a sum's density. */
export interface FarSumError {
  /** No shape that is printed is further from the true one. */
  readonly error: number;
  /** No true shape is above this, wherever it is looked at. */
  readonly peak: number;
}

/** E e^(tV) for real t, V a far variable or its square; Infinity where there is none. */
function generating({ beyond, shift, squares }: FarLaw, t: number): number {
  if (!squares) return (Math.exp(shift * t + 0.5 * t * t) * farShare(beyond, shift + t)) / farShare(beyond, shift);
  if (t >= 0.5) return Infinity;
  const narrower = Math.sqrt(1 - 2 * t);
  return erfc(beyond * narrower * Math.SQRT1_2) / (narrower * erfc(beyond * Math.SQRT1_2));
}

/** A radius r on which |log E e^(zX)| ≤ most, X the variable in units of its deviation from its mean. */
interface Disc {
  readonly radius: number;
  readonly most: number;
}

/**
 * As E X = 0, |E e^(zX) − 1| ≤ E(e^(r|X|) − 1 − r|X|) ≤ E e^(rX) + E e^(−rX) − 2 = q on |z| ≤ r; below 1 the logarithm is
 * analytic there and at most −log(1 − q).
 */
function discOf(law: FarLaw, { mean, variance }: FarSum, radius: number): Disc {
  const t = radius / Math.sqrt(variance);
  const q = [t, -t].reduce((sum, s) => sum + Math.exp(-s * mean) * generating(law, s), -2);
  return { radius, most: q < 1 ? -Math.log1p(-q) : Infinity };
}

/** What the terms that are left out come to at v: by Cauchy's estimate the j-th is at most most·(v/r)^j. */
const restOf = ({ radius, most }: Disc, v: number) =>
  v < radius ? (most * pow(v / radius, ORDER + 1)) / (1 - v / radius) : Infinity;

/** |sin x/x| ≤ 1 − SINC·min(1, x²): up to 1 as it is at most 1 − x²/6 + x⁴/120, and beyond it is below sin 1. */
const SINC = 0.158;

/** How much of the integral of |φ|^n is beyond END for a χ²₁ variable cut off below: |φ(t)| ≤ (1 + 4t²)^(−1/4), whatever is cut off. */
function beyondSquares({ variance }: FarSum, n: number): number {
  // |erfc(z√(1 − 2it))| ≤ erfc(z) for z ≥ 0, as |erfcx(x + iy)| ≤ erfcx(x). In units, and with 1 ≤ u/END under the integral:
  const a = 4 / (n * variance);
  return pow(1 + a * END * END, 1 - n / 4) / (2 * END * a * (n / 4 - 1));
}

/** The largest |φ(t)|, t ≥ `from`, that one side of the cut normal variable may have, and the peak of its density. */
function sideOf(a: number, from: number): { readonly most: number; readonly peak: number } {
  // On the side the density of s = |W| − beyond is h = C·exp(−s²/2 − as): E s = C − a, E s² = 1 − a·E s.
  const c = Math.sqrt(2 / Math.PI) / erfcx(a * Math.SQRT1_2);
  const mode = Math.max(0, -a);
  const mean = c - a;
  const spread = 1 - a * mean - 2 * mode * mean + mode * mode;
  // Khinchin: a density with one peak is that of mode + UY, U uniform, so that |φ(t)| ≤ E|sinc(tY/2)|, and E Y² = 3·spread.
  // What is cut off at |Y| > w = 2/t is ∫ y³|h'| = w³h(w) + 3∫ y²h from there on, on either side of the mode.
  const wide = 2 / from;
  const h = c * Math.exp(-0.5 * wide * wide - (mode === 0 ? a * wide : -0.5 * a * a));
  const cut = 2 * h * (pow(wide, 3) + 3 * (wide + 1 / wide));
  const turned = (SINC * Math.max(0, 3 * spread - cut)) / wide ** 2;
  return { most: 1 - Math.min(SINC, turned), peak: mode === 0 ? c : c * Math.exp(0.5 * a * a) };
}

/** Where it is asked how far φ is like a normal variable's, in units of 1/deviation. */
const PLACES = [0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6];

/**
 * The same for a normal variable cut off around 0. As far as v the logarithm's real part is at most −v²/4: what is beyond
 * −v²/2, over v², grows with v. From there on either side is taken by itself, and |φ(t)| ≤ 2·peak/t beyond t = 4·peak.
 */
function beyondPlain(law: FarLaw, { variance, coefficients }: FarSum, n: number, rest: (v: number) => number): number {
  const isNormal = (v: number) => {
    let off = rest(v);
    for (let j = 4; j <= ORDER; j += 2) off += Math.abs(coefficients[j]) * pow(v, j);
    return off <= (v * v) / 4;
  };
  const v = PLACES.findLast(isNormal);
  if (v === undefined || v * Math.sqrt(n) <= END) return Infinity;
  // ∫ exp(−u²/4) from END on
  const bent = (2 / END) * Math.exp((-END * END) / 4);
  const t = v / Math.sqrt(variance);
  const sides = [law.beyond - law.shift, law.beyond + law.shift].map((a) => sideOf(a, t));
  const largest = Math.max(...sides.map((side) => side.most));
  const end = Math.max(t, 4 * Math.max(...sides.map(({ peak }) => peak)));
  // In steps of u = t·√(n·variance), and one more step for the first point of each part.
  const length = end * Math.sqrt(n * variance) + STEP;
  return bent + length * (pow(largest, n) + pow(0.5, n));
}

const RADII = [0.3, 0.4, 0.5, 0.6, 0.7, 0.85];

/**
 * What is proved of `farSum`'s shape for n variables, n ≥ 2^10 and even, for what the series leaves out; rounding comes on
 * top, and aliases of the density, which are 25 deviations away.
 *
 * By Poisson's formula the trapezoid rule on the true φ(u/√n)^n gives the shape and its aliases, so that the two differ by
 * what the integrands differ by at its points, e^modulus·(e^rest − 1) with the rest of n·log φ from order 9 on, and by the
 * points beyond its end, of which the sum of a falling bound is below its integral. For the peak: a shape is at most
 * ∫|φ|^n/√(2π), and the trapezoid rule gives no less than that, as for even n it is a density's value at 0 with aliases ≥ 0.
 */
export function farSumError(law: FarLaw, sum: FarSum, n: number): FarSumError {
  const root = Math.sqrt(n);
  const discs = RADII.map((radius) => discOf(law, sum, radius)).filter(({ most }) => most < Infinity);
  const restAt = (v: number) => discs.reduce((least, disc) => Math.min(least, restOf(disc, v)), Infinity);
  let [error, area] = [0, 0.5];
  for (let u = STEP; u <= END; u += STEP) {
    const v = u / root;
    let modulus = -0.5 * u * u;
    for (let j = 4, power = n * pow(v, 4); j <= ORDER; j += 2, power *= v * v)
      modulus += (j % 4 === 0 ? power : -power) * sum.coefficients[j];
    const rest = n * restAt(v);
    error += Math.exp(modulus) * Math.expm1(rest);
    area += Math.exp(modulus + rest);
  }
  const beyond = law.squares ? beyondSquares(sum, n) : beyondPlain(law, sum, n, restAt);
  const scale = Math.sqrt(2 / Math.PI);
  return { error: scale * (STEP * error + beyond), peak: scale * (STEP * area + beyond) };
}
