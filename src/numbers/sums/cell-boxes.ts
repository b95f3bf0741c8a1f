import { nearestTo0 } from "../majorants/taylor-bounds.js";
import { type BoundedPanel, splitPanels, wholeEnds } from "../proven-panels.js";
import type { GaussianVariable } from "./gaussian-variable.js";

const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** The tilted mass that may stay in boxes that are wide, or where g' moves by half of itself; elsewhere it counts less. */
const [UNRESOLVED, WEIGHT] = [1e-3, 1 / 50];
const MOST_BOXES = 400;

/** A piece of the line with what is known of g there. */
export interface CellBox extends BoundedPanel {
  readonly middle: number;
  readonly half: number;
  /** g, g' in the middle, with their errors. */
  readonly y: number;
  readonly yError: number;
  readonly slope: number;
  readonly slopeError: number;
  /** A bound on |g''|/2 over the box; Infinity where not known. */
  readonly bend: number;
  /** g'' lies within secondError of this all over the box. */
  readonly second: number;
  readonly secondError: number;
  /** g lies between these. */
  readonly least: number;
  readonly most: number;
  /** Whether g' may jump at the lower end. */
  readonly broken: boolean;
}

/**
 * [−R, R] in boxes over each of which g' moves little, the more so the more mass it has under the laws tilted by `tilts`
 * (a tilt and log M there).
 */
export function cellBoxes(
  { value, error, slope, slopeError, bounds, kinks }: GaussianVariable,
  R: number,
  tilts: readonly { readonly tilt: number; readonly logM: number }[],
): readonly CellBox[] {
  if (!bounds) return [];
  const isKink = new Set(kinks);
  const make = (low: number, high: number): CellBox => {
    const a = bounds(low, high, 3);
    const middle = (low + high) / 2;
    const half = Math.max(high - middle, middle - low);
    const [y, yError, at, slopeOff] = [value(middle), error(middle), slope(middle), slopeError(middle)];
    const [steepest, bend] = [a.length > 1 ? a[1] : Infinity, a.length > 2 ? a[2] : Infinity];
    const moved = Math.min(steepest * half, (Math.abs(at) + slopeOff + bend * half) * half);
    const off = moved >= 0 ? moved * (1 + 1e-13) + yError : Infinity;
    const [least, most] = [Math.max(-a[0], y - off), Math.min(a[0], y + off)];
    const moves = (2 * bend * half + slopeOff) / Math.abs(at);
    // The difference quotient of g' is off by sup|g'''|h²/6, and g'' moves by sup|g'''|h.
    const third = a.length > 3 ? a[3] : Infinity;
    const quotient = (slope(middle + half) - slope(middle - half)) / (2 * half);
    const rounding = (slopeError(middle + half) + slopeError(middle - half)) / (2 * half) + 1e-15 * Math.abs(quotient);
    const bent = third * half * (half + 6) * (1 + 1e-9) + rounding;
    const [second, secondError] = bent < 2 * bend ? [quotient, bent] : [0, 2 * bend];
    const logMass = Math.log(high - low) - 0.5 * nearestTo0(low, high) ** 2 - LOG_SQRT_TWO_PI;
    let largest = -Infinity;
    for (const { tilt, logM } of tilts) largest = Math.max(largest, tilt * (tilt > 0 ? most : least) - logM);
    return {
      low,
      high,
      error: Math.exp(logMass + largest) * (moves <= 0.5 && half <= 1 ? (moves + half / 4) * WEIGHT : 1),
      middle,
      half,
      y,
      yError,
      slope: at,
      slopeError: slopeOff,
      bend,
      second,
      secondError,
      least,
      most,
      broken: isKink.has(low),
    };
  };
  return splitPanels(wholeEnds(kinks, Math.ceil(R)), make, () => UNRESOLVED, MOST_BOXES);
}
