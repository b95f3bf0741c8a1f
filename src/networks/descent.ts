import { gradient } from "./dense-gradient.js";
import type { DenseNetwork } from "./dense-network.js";
import { value } from "./dense-value.js";

/** Where a descent led. */
export interface Descent {
  /** ‖x_T − x‖ for the first point found with f of the other sign; Infinity if none was. */
  readonly distance: number;
  /** Steps taken. */
  readonly steps: number;
}

/** How far and how often to step. */
export interface DescentOptions {
  /** The most steps, an integer ≥ 1; 50 unless given. */
  readonly steps?: number;
  /** The longest step, positive; √d/10 unless given. */
  readonly longest?: number;
}

/** Each step aims this much past the zero of the tangent. */
const OVERSHOOT = 1.05;
/** Halvings of the segment that crosses the zero: to a few parts in 10⁴ of the last step. */
const HALVINGS = 12;

const distanceOf = (x: Float64Array, y: Float64Array) => Math.hypot(...x.map((t, i) => t - y[i]));

/**
 * Gradient descent on |f| from x: x ← x − OVERSHOOT·f(x)∇f(x)/‖∇f(x)‖², no step longer than `longest`, until f changes
 * its sign; the segment that crosses is then halved to the nearest point on it that has. The distance is an upper bound
 * on that of the nearest adversarial example, not the distance itself.
 *
 * @param x of length d.
 * @throws RangeError if x has not length d.
 */
export function descendToFlip(network: DenseNetwork, x: Float64Array, options: DescentOptions = {}): Descent {
  const { steps: most = 50, longest = Math.sqrt(network.d) / 10 } = options;
  const start = value(network, x);
  if (start === 0) return { distance: Infinity, steps: 0 };
  const isFlipped = (y: Float64Array) => value(network, y) * start < 0;
  let at = x;
  for (let step = 1; step <= most; step++) {
    const slope = gradient(network, at);
    const square = slope.reduce((sum, t) => sum + t * t, 0);
    if (square === 0) return { distance: Infinity, steps: step };
    const length = Math.min(longest, (OVERSHOOT * Math.abs(value(network, at))) / Math.sqrt(square));
    const factor = (-Math.sign(start) * length) / Math.sqrt(square);
    const along = (share: number) => at.map((t, i) => t + share * factor * slope[i]);
    if (isFlipped(along(1))) {
      let [low, high] = [0, 1];
      for (let i = 0; i < HALVINGS; i++) {
        const middle = (low + high) / 2;
        if (isFlipped(along(middle))) high = middle;
        else low = middle;
      }
      return { distance: distanceOf(along(high), x), steps: step };
    }
    at = along(1);
  }
  return { distance: Infinity, steps: most };
}
