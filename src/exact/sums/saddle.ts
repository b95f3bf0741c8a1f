import type { Cumulants } from "./cumulants.js";

/** Probabilities below e^−this are not computed, only bounded from above. */
export const DEEPEST = 800;

/**
 * The c > 0 at which k·K(c) − cT − log c is least, to some digits: where P(S > T) = (1/2πi) ∫ e^(kK(z) − zT) dz/z has its
 * saddle. Where the exponent falls below −DEEPEST on the way, a c there.
 */
export function saddle({ real, deviation }: Cumulants, k: number, T: number): number {
  const slope = (c: number) => {
    const { value, slope: derivative } = real(c);
    // Where M(c) is out of range the minimum lies to the left.
    return value < Infinity ? k * derivative - T - 1 / c : Infinity;
  };
  let [low, high] = [0, 1 / (deviation * Math.sqrt(k))];
  while (slope(high) < 0 && k * real(high).value - high * T > -DEEPEST) [low, high] = [high, 2 * high];
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Chernoff's bound on log P(S > T), k·K(c) − cT, with room for the error of K. */
export function chernoffBound({ real }: Cumulants, k: number, T: number, c: number): number {
  const exponent = k * real(c).value;
  return exponent - c * T + 1e-9 * (1 + Math.abs(exponent) + Math.abs(c * T));
}
