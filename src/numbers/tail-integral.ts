import { LEGENDRE_NODES, LEGENDRE_WEIGHTS } from "./gauss-legendre.js";
import { pow } from "./pow.js";

/**
 * The logarithm h of an integrand: concave on s ≥ 0, h(0) = 0, falling in the end, with |(log bend)'| ≤ 1.
 */
export interface Exponent {
  /** Writes h(s), and what rounding may have made of it in units of 2^−53. */
  at(s: number, out: Float64Array): void;
  /** −h'(s) */
  fall(s: number): number;
  /** −h''(s) ≥ 0 */
  bend(s: number): number;
  /** |h(s + ζ) − h(s) − h'(s)ζ| is at most bend(s) times this for complex ζ with |ζ| ≤ r; grows in r, ∞ where that is not so. */
  remainder(r: number): number;
}

/** A logarithm and what it may be off by. */
export interface ToldLog {
  readonly log: number;
  readonly error: number;
}

const U = 2 ** -53;
/** |e^h| is at most e^this in the discs around a panel. */
const ROOM = 22;
/** The length of a panel over the radius of the discs. */
const LENGTH = 1.2;
/** What is left beyond the last panel, relative to the whole. */
const REST = 2 ** -46;
/** Of exp (2 ulp), a weight, its product and sums of 24 nodes and up to a hundred panels, in units of 2^−53. */
const OF_SUMS = 150;

/**
 * log ∫_0^∞ e^(h(s)) ds with a proven error, by the 24-point Gauss rule on panels of length 2h = 1.2r. With A = max |e^h| over
 * the discs of radius r around a panel, Cauchy's estimate bounds the n-th Taylor coefficient there by A·r^−n, and the rule,
 * exact up to degree 47, is off by at most 4h·2A·(h/2r)^48, as in kronrod-error.ts. Beyond the last
 * panel h falls at least as its tangent: at most e^h/|h'| is left. Nodes are off by 4·2^−53 of the panel's right end.
 *
 * Two or three panels for laws of many degrees of freedom, some dozens at most.
 */
export function tailIntegral({ at, fall, bend, remainder }: Exponent): ToldLog {
  const out = new Float64Array(2);
  /** log of the growth of |e^h| from s to any disc of radius r around a point of the panel. */
  const growth = (slope: number, curve: number, r: number) => {
    const length = LENGTH * r;
    if (curve === 0) return Math.abs(slope) * r + Math.max(0, -slope) * length;
    const most = curve * Math.exp(length);
    return Math.max(0, -slope) * length + (Math.abs(slope) + most * length) * r + most * remainder(r);
  };
  let [sum, error] = [0, 0];
  for (let s = 0; ; ) {
    at(s, out);
    const [left, slope, curve] = [Math.exp(out[0]), fall(s), bend(s)];
    if (slope > 0 && left <= REST * slope * sum) {
      // Twice, for the rounding of `left` and of its slope.
      const log = Math.log(sum);
      return { log, error: (1.01 * (error + (2 * left) / slope)) / sum + 4 * U * Math.abs(log) };
    }
    const room = ROOM - out[0];
    let r = room / (Math.abs(slope) + Math.sqrt(curve));
    while (!(growth(slope, curve, r) <= room)) r *= 0.85;
    const end = s + LENGTH * r;
    const half = (end - s) / 2;
    let [panel, rounding] = [0, 0];
    for (let i = 0; i < 2 * LEGENDRE_NODES.length; i++) {
      const node = half * LEGENDRE_NODES[i >> 1];
      at(s + half + (i & 1 ? node : -node), out);
      const term = half * LEGENDRE_WEIGHTS[i >> 1] * Math.exp(out[0]);
      panel += term;
      rounding += term * (out[1] + OF_SUMS);
    }
    const moved = (Math.abs(slope) + (curve && curve * Math.exp(end - s) * (end - s))) * end * 4 * panel;
    sum += panel;
    error += (rounding + moved) * U + 2 * (8 * half * Math.exp(ROOM) * pow(LENGTH / 4, 48));
    s = end;
  }
}
