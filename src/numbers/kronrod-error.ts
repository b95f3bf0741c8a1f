import { type Majorant, productBound } from "./majorants/taylor-bounds.js";
import { pow } from "./pow.js";

/** The 15-point rule is exact up to degree 23. */
export const RULE_ORDER = 24;
/** Orders at which the error is bounded, beside 0 and the last; the best counts. */
const ORDERS = [1, 2, 4, 8, 16];

/**
 * What the 15-point Kronrod rule leaves of ∫ f·g over an interval of half-length h, at most: its weights are positive and
 * it is exact up to degree 23, so it is at most 4h times the distance of f·g from polynomials of degree n − 1, for any
 * n ≤ 24; and that is at most A_n·h^n/2^(n−1), A_n ≥ sup|(fg)^(n)|/n! (Bernstein), or A_0.
 */
export function kronrodError(f: Majorant, g: Majorant, half: number, orders: readonly number[] = ORDERS): number {
  const last = Math.min(f.length, g.length, RULE_ORDER + 1) - 1;
  if (last < 0) return Infinity;
  const at = (n: number) => {
    const error = n === 0 ? productBound(f, g, 0) : 2 * productBound(f, g, n) * pow(half / 2, n);
    // ∞·0, where a bound overflows and a power of h does the opposite, says nothing.
    return error >= 0 ? error : Infinity;
  };
  let least = Math.min(at(0), at(last));
  for (const n of orders) if (n < last) least = Math.min(least, at(n));
  return 4 * half * least * (1 + 1e-13);
}
