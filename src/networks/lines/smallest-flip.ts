import type { Flip, FlipOptions } from "./flip.js";
import { isPiecewiseLinear } from "./is-piecewise-linear.js";
import type { Ray } from "./ray.js";
import { smallestFlipLinear } from "./smallest-flip-linear.js";
import { smallestFlipSmooth } from "./smallest-flip-smooth.js";

/**
 * The smallest |η| that flips the sign of f along the ray, η of the opposite sign to f (Section 4): the infimum of the
 * |η| < limit with f(x)·f(x + ηg) < 0. Exact for a ψ that is proved to be piecewise linear (`isPiecewiseLinear`), where lower = upper;
 * for other Lipschitz ψ a certified enclosure. Null if nothing flips: no such η, a dead layer, f(x) = 0.
 *
 * @throws RangeError if limit, tolerance or evaluations is out of range, or ψ is neither piecewise linear nor Lipschitz.
 */
export function smallestFlip(ray: Ray, options: FlipOptions = {}): Flip | null {
  const { limit = 20, tolerance = 1e-9, evaluations = 100_000 } = options;
  if (!(limit > 0)) throw new RangeError(`limit is ${limit}; it must be positive`);
  if (!(tolerance > 0 && tolerance < Infinity))
    throw new RangeError(`tolerance is ${tolerance}; it must be positive and finite`);
  if (!(Number.isSafeInteger(evaluations) && evaluations >= 1))
    throw new RangeError(`evaluations is ${evaluations}; it must be an integer ≥ 1`);
  if (!isPiecewiseLinear(ray.activation)) return smallestFlipSmooth(ray, { limit, tolerance, evaluations });
  const flip = smallestFlipLinear(ray, limit);
  return flip === null ? null : { lower: flip, upper: flip };
}
