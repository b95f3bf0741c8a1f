import type { Line } from "../line.js";
import { hasTangentRoot } from "./has-tangent-root.js";
import { narrowFlip } from "./narrow-flip.js";

/** Where f was seen to have changed sign, on a line that can only be looked at point by point. */
export interface SampledFlip {
  /** f has the sign of f(x) at 0, at this |η| and at all points looked at before it. */
  readonly lower: number;
  /** f has the other sign at this |η|: a flip lies between the two. */
  readonly upper: number;
  /** The widest gap between neighbouring points looked at up to `lower`: a flip there and back within a gap is not seen. */
  readonly gap: number;
}

/** How far and how closely to look. */
export interface SampledFlipOptions {
  /** Only |η| < limit counts, positive and finite; 20 unless given, as in Section 4. */
  readonly limit?: number;
  /** The relative width of the enclosure asked for, in (0, 1); 1e-6 unless given. */
  readonly tolerance?: number;
  /** The widest gap to leave, positive; limit/4 unless given. */
  readonly gap?: number;
}

/**
 * Looks for a sign change of g(t) = f(x − sign(f)·t∇f)·sign(f) on 0 ≤ t < limit by values alone. First outwards: to
 * half of where the tangent at 0 meets 0, then on by steps twice as long each time, at most `gap`, as far as the
 * first value below 0. Then inwards, to the relative tolerance (`narrowFlip`).
 *
 * @returns null if no point looked at flips: none of those up to `limit`, or f(x) or ∇f(x) is 0, or f or ‖∇f‖² is beyond
 * doubles before one does.
 * @throws RangeError if limit, tolerance or gap is out of range.
 */
export function sampledFlip(
  { value, gradientNorm, at }: Pick<Line, "value" | "gradientNorm" | "at">,
  { limit = 20, tolerance = 1e-6, gap = limit / 4 }: SampledFlipOptions = {},
): SampledFlip | null {
  if (!(limit > 0 && limit < Infinity)) throw new RangeError(`limit is ${limit}; it must be positive and finite`);
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance is ${tolerance}; it must be in (0, 1)`);
  if (!(gap > 0)) throw new RangeError(`gap is ${gap}; it must be positive`);
  const sign = Math.sign(value);
  const steepness = gradientNorm * gradientNorm;
  if (!hasTangentRoot(value, steepness)) return null;
  const g = (t: number) => sign * at([-sign * t])[0].value;

  let [low, atLow, widest] = [0, Math.abs(value), 0];
  let [high, atHigh] = [0, Number.NaN];
  for (let step = Math.min(Math.abs(value) / steepness / 2, gap); ; step = Math.min(2 * step, gap)) {
    high = Math.min(low + step, limit);
    atHigh = g(high);
    if (!Number.isFinite(atHigh)) return null;
    if (atHigh < 0) break;
    if (high === limit) return null;
    widest = Math.max(widest, high - low);
    [low, atLow] = [high, atHigh];
  }
  const narrowed = narrowFlip(g, { low, high, atLow, atHigh, widest }, tolerance);
  return { lower: narrowed.low, upper: narrowed.high, gap: narrowed.widest };
}
