import { filled } from "../filled.js";
import type { Majorant } from "./taylor-bounds.js";

/** Radii of the discs, in units of the largest. */
const PARTS = [0.97, 0.92, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.25, 0.15, 0.08];
const UP = 1 + 1e-12;
/** Below the smallest number that keeps its digits. */
const LEAST = 1e-300;

/** What is known of f in the complex plane. */
export interface Strip {
  /** The order m of the derivative that `modulus` bounds. */
  readonly first: number;
  /** Discs of radii below this are used. */
  readonly limit: number;
  /** |f^(m)(x + iy)| is at most this where nearest ≤ |x| ≤ farthest and |y| ≤ radius. */
  modulus(nearest: number, farthest: number, radius: number): number;
}

/**
 * Majorants of f over [low, high] from order m on by Cauchy's estimate, |g^(n)(t)| ≤ n!·M/ρ^n where |g| ≤ M on the disc of
 * radius ρ around t, for g = f^(m): the best of several ρ at each order. Infinity below order m.
 */
export function stripBounds({ first, limit, modulus }: Strip, low: number, high: number, order: number): Majorant {
  const distance = low > 0 ? low : high < 0 ? -high : 0;
  const farthest = Math.max(Math.abs(low), Math.abs(high));
  const a: Majorant = filled(order + 1, Infinity);
  let factorial = 1;
  for (let i = 2; i <= first; i++) factorial *= i;
  if (first <= order) a[first] = (UP * Math.max(LEAST, modulus(distance, farthest, 0))) / factorial;
  for (const part of PARTS) {
    const radius = part * limit;
    // j!/(j − m)! for the order j = m + n.
    let bound = UP * Math.max(LEAST, modulus(Math.max(0, distance - radius), farthest + radius, radius));
    for (let j = first; j <= order; j++, bound /= radius) {
      let falling = 1;
      for (let i = 0; i < first; i++) falling *= j - i;
      a[j] = Math.min(a[j], bound / falling);
    }
  }
  return a;
}
