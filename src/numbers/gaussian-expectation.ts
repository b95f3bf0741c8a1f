import { type Estimate, integrate } from "./adaptive-quadrature.js";
import { gaussianPanels } from "./gaussian-panels.js";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/**
 * E g(X) for X ~ N(0, 1), for g of at most polynomial growth, smooth between its `kinks` (jumps count too), with the
 * absolute error as `integrate` estimates it. Mass beyond |t| = 38.6 is below 1e-320 and left out.
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
