import type { Line } from "../line.js";
import type { Flip } from "./flip.js";
import type { Ray } from "./ray.js";
import { smallestFlipLinear } from "./smallest-flip-linear.js";

/** How much further to look first than where the tangent at x meets 0. */
const FURTHER = 1.125;

/** A ReLU network with one hidden layer along its gradient. */
interface ShallowLine extends Pick<Line, "value" | "gradientNorm"> {
  /** A ray of few neurons on which f is what it is on the line for |η| ≤ reached, up to a factor. */
  readonly rayUpTo: (reached: number) => Ray;
}

/**
 * The smallest |η| < limit that flips the sign of a ReLU network with one hidden layer, exactly, in the time of its
 * active neurons: what `smallestFlip` finds on a ray of all neurons. Only neurons that may meet their kink count
 * (`rayUpTo`), and only as far as one must look, by doubling.
 *
 * @throws RangeError if the limit is not positive.
 */
export function reluFlip({ value, gradientNorm, rayUpTo }: ShallowLine, limit = 20): Flip | null {
  if (!(limit > 0)) throw new RangeError(`limit is ${limit}; it must be positive`);
  if (value === 0 || gradientNorm === 0) return null;
  for (let reached = (FURTHER * Math.abs(value)) / gradientNorm ** 2; ; reached *= 2) {
    const end = Math.min(reached, limit);
    // As far whatever the limit, so that it does not change the network.
    const flip = smallestFlipLinear(rayUpTo(reached), end);
    if (flip !== null) return { lower: flip, upper: flip };
    if (end === limit) return null;
  }
}
