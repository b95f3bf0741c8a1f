import { compensatedSum } from "../compensated-sum.js";
import type { Flip, FlipOptions } from "./flip.js";
import { type Ray, slopeOn, valueAt, valueOn } from "./ray.js";

/** Bounds that hold along the whole ray, for g(η) = (1/√k)Σaψ(u + ηv). */
interface RayBounds {
  /** sup|g'| ≤ sup|ψ'|·Σ|av|/√k */
  readonly lipschitz: number;
  /** sup|g''| ≤ sup|ψ''|·Σ|a|v²/√k */
  readonly smoothness: number;
  /** On the rounding error of a computed g(η), |η| = t. */
  readonly valueError: (t: number) => number;
  /** On that of a computed g'(η). */
  readonly slopeError: (t: number) => number;
}

/**
 * For values and derivatives of ψ right to 8 ulp, 2⁻⁴⁹ relative; as `roundingAfter`, but good for all η at once, by
 * |ψ(u + ηv)| ≤ |ψ(u)| + sup|ψ'||ηv|.
 */
function rayBounds({ activation: psi, a, u, v }: Ray): RayBounds {
  const mean = (term: (i: number) => number) =>
    compensatedSum(a.length, (i) => Math.abs(a[i]) * term(i)) / Math.sqrt(a.length);
  // Upwards, over the rounding of the sums and products themselves.
  const up = 1 + 2 ** -40;
  const speed = up * mean((i) => Math.abs(v[i]));
  const energy = up * mean((i) => v[i] * v[i]);
  const start = up * mean((i) => 2.5 * Math.abs(psi.value(u[i])) + psi.lipschitz * Math.abs(u[i]));
  const moment = up * mean((i) => Math.abs(u[i] * v[i]));
  const smoothness = energy === 0 ? 0 : psi.smoothness * energy;
  return {
    lipschitz: psi.lipschitz * speed,
    smoothness,
    valueError: (t) => 2 ** -50 * (start + 3.5 * psi.lipschitz * speed * t),
    slopeError: (t) => 2 ** -50 * (3 * psi.lipschitz * speed + (psi.smoothness * moment + smoothness * t)),
  };
}

/**
 * A step that surely keeps g positive: g ≥ value − lipschitz·δ, and g ≥ value + slope·δ − smoothness·δ²/2. Zero if
 * value ≤ 0.
 */
function safeStep(value: number, slope: number, { lipschitz, smoothness }: RayBounds): number {
  if (!(value > 0)) return 0;
  const first = value / lipschitz;
  if (smoothness === Infinity) return first;
  const root = Math.sqrt(slope * slope + 2 * smoothness * value);
  const second = slope > 0 && smoothness > 0 ? (slope + root) / smoothness : (2 * value) / (root - slope);
  return Math.max(first, second);
}

/**
 * An enclosure of the infimum of the |η| < limit with f·g(η) < 0 along η = −sign(f)|η|, for any Lipschitz ψ. It walks
 * from 0 in steps that the bounds along the ray show to be free of roots, as long as the larger of Piyavskii's step
 * |g|/sup|g'| and the one that sup|g''| allows (which converges quadratically to a simple root, from below), rounding
 * included. So `lower` is proved: no root of g, and no flip, lies below it. `upper` is where a flip was seen beyond
 * rounding, at most `tolerance` above `lower` unless rounding or the number of evaluations does not allow it (a double
 * root, say), and Infinity where no flip was seen at all. Null if there is surely no flip.
 *
 * @throws RangeError if ψ has no known Lipschitz constant.
 */
export function smallestFlipSmooth(ray: Ray, { limit, tolerance, evaluations }: Required<FlipOptions>): Flip | null {
  const { activation } = ray;
  if (!(activation.lipschitz < Infinity))
    throw new RangeError(`activation ${activation.id} has no known Lipschitz constant; a certified flip needs one`);
  const sign = Math.sign(valueAt(ray));
  if (sign === 0) return null;
  const bounds = rayBounds(ray);
  if (bounds.lipschitz === 0) return null;
  const value = (t: number) => sign * valueOn(ray, -sign * t);
  const flipped = (t: number) => value(t) < -bounds.valueError(t);
  const slope = (t: number) => -slopeOn(ray, -sign * t) - bounds.slopeError(t);

  let lower = 0;
  for (let used = 0; used < evaluations; used++) {
    const left = value(lower) - bounds.valueError(lower);
    const step = safeStep(left, bounds.smoothness < Infinity ? slope(lower) : 0, bounds) * (1 - 2 ** -40);
    // Near a root: is there a flip within the tolerance?
    const upper = Math.min(lower + tolerance, limit);
    if (step <= tolerance && flipped(upper)) return { lower, upper };
    // Downwards, over the rounding of the sum.
    const next = (lower + step) * (1 - 2 ** -52);
    if (next >= limit) return null;
    if (next <= lower) break;
    lower = next;
  }
  for (let reach = 2 * tolerance; ; reach *= 2) {
    const upper = Math.min(lower + reach, limit);
    if (flipped(upper)) return { lower, upper };
    if (upper === limit || reach === Infinity) return { lower, upper: Infinity };
  }
}
