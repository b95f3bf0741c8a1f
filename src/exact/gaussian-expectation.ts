import { type Estimate, integrate } from "./adaptive-quadrature.js";

/** exp(−t²/2) is below the smallest double beyond this point. */
const REACH = 38.6;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/**
 * E g(X) for X ~ N(0, 1), for g of at most polynomial growth, smooth between its `kinks` (jumps count too), with the
 * absolute error as `integrate` estimates it. Mass beyond |t| = 38.6 is below 1e-320 and left out.
 */
export function gaussianExpectation(g: (t: number) => number, kinks: readonly number[] = []): Estimate {
  const ends = [...new Set([-REACH, -8, -3, -1, 0, 1, 3, 8, REACH, ...kinks.filter((t) => Math.abs(t) < REACH)])];
  const density = (t: number) => INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * t * t);
  return integrate(
    (t) => g(t) * density(t),
    ends.toSorted((a, b) => a - b),
  );
}
