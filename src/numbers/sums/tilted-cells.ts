import type { CellBox } from "./cell-boxes.js";

/** What is known of the density G = e^(±cg)φ/M(c) of one sign's part over a box, with X = ±g. */
export interface TiltedCell {
  /** |X − centre| at most. */
  readonly size: number;
  /** ∫ G at most. */
  readonly mass: number;
  /** |g'| at least; 0 where not known. */
  readonly steepness: number;
  /** |q| at most, and ∫|q'|, for q = G/g'. */
  readonly quotient: number;
  readonly variation: number;
  /** Whether g' may jump at the lower end. */
  readonly broken: boolean;
}

const LOG_SQRT_TWO_PI = 0.9189385332046728;
const UP = 1 + 1e-9;

/** ∫ e^(rate·s) ds from −half to half. */
function integralOfExp(rate: number, half: number): number {
  const x = rate * half;
  return Math.abs(x) < 1e-6 ? 2 * half * Math.exp(Math.abs(x)) : (2 * Math.sinh(x)) / rate;
}

/**
 * With the box's middle z, half-width h and a bound b on |g''|/2: |g'| ≥ |g'(z)| − 2bh, log G at z + s is at most that at z
 * plus (±cg'(z) − z)s plus cbs², and q' = q·(±cg' − t − g''/g'), since G' = (±cg' − t)G.
 *
 * @param tilt ±c.
 * @param logScale log of the part of M(c) that G is relative to, from below.
 */
export function tiltedCell(box: CellBox, tilt: number, logScale: number, centre: number): TiltedCell {
  const { low, high, middle: z, half, y, yError, slope, slopeError, bend, least, most, broken } = box;
  const { second, secondError } = box;
  const sign = tilt < 0 ? -1 : 1;
  const logDensity = -0.5 * z * z - LOG_SQRT_TWO_PI - logScale;
  const size = Math.max(Math.abs(sign * most - centre), Math.abs(sign * least - centre));
  const range = Math.exp(tilt * (tilt > 0 ? most : least) + logDensity + Math.abs(z) * half) * UP;
  const bent = Math.abs(tilt) * (yError + slopeError * half + bend * half * half) + tilt * y + logDensity;
  const sharp = integralOfExp(tilt * slope - z, half) * Math.exp(bent) * UP;
  const mass = sharp >= 0 ? Math.min((high - low) * range, sharp) : (high - low) * range;
  const steepness = Math.abs(slope) - slopeError - 2 * bend * half;
  if (!(steepness > 0)) return { size, mass, steepness: 0, quotient: Infinity, variation: Infinity, broken };
  // q'/q = ±cg' − t − g''/g' in the middle, and what it moves by.
  const slack = 2 * bend * half + slopeError;
  const rate = Math.abs(tilt * slope - z - second / slope);
  const moved =
    Math.abs(tilt) * slack + half + secondError / steepness + (Math.abs(second / slope) * slack) / steepness;
  const variation = (mass / steepness) * (rate + moved) * UP;
  return { size, mass, steepness, quotient: range / steepness, variation, broken };
}
