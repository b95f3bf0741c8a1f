import { type Estimate, integrate } from "./adaptive-quadrature.js";

/** exp(−t²/2) is below the smallest double beyond this point. */
const REACH = 38.6;
const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** Unless told otherwise, quadrature looks this close to 0. */
const DEFAULT_SCALE = 2 ** -20;

/**
 * Where to divide the line for integrals against the normal density: ±38.6, the bulk, `kinks`, and ever closer to 0,
 * by factors of 4, down to `scale` (and in any case 2^−20), so that no steep feature there hides between nodes.
 */
export function gaussianPanels(kinks: readonly number[] = [], scale = 1): number[] {
  const ends = new Set([0]);
  for (const t of [REACH, 16, 8, 5, 3]) ends.add(t).add(-t);
  for (let t = 1; t >= Math.min(scale, DEFAULT_SCALE) / 4; t /= 4) ends.add(t).add(-t);
  for (const t of kinks) if (Math.abs(t) < REACH) ends.add(t);
  return [...ends].toSorted((a, b) => a - b);
}

/**
 * E g(X) for X ~ N(0, 1), for g of at most polynomial growth, smooth between its `kinks` (jumps count too), with a
 * bound on the absolute error. Mass beyond |t| = 38.6 is below 1e-320 and left out.
 *
 * @param scale the length over which g changes near 0, where that is far below 1.
 * @param relativeError a bound on the relative error of the values of g; 4 ulp unless given.
 */
export function gaussianExpectation(
  g: (t: number) => number,
  kinks: readonly number[] = [],
  { scale = 1, relativeError = 2 ** -50 }: { readonly scale?: number; readonly relativeError?: number } = {},
): Estimate {
  const density = (t: number) => INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * t * t);
  return integrate((t) => g(t) * density(t), gaussianPanels(kinks, scale), relativeError);
}
