import type { Line } from "../line.js";
import { hasTangentRoot } from "./has-tangent-root.js";
import { narrowFlip } from "./narrow-flip.js";

/** What a search that refines itself found. */
export interface RefinedFlip {
  /** The |η| of a flip, or null where none was seen. */
  readonly eta: number | null;
  /** No flip was seen, and somewhere one may have been passed over. */
  readonly unresolved: boolean;
}

/** How far and how closely to look. */
export interface RefinedFlipOptions {
  /** Only |η| < limit counts, positive and finite; 20 unless given, as in Section 4. */
  readonly limit?: number;
  /** The relative width to which a flip is narrowed, in (0, 1]; 1e-3 unless given, and 1 for whether there is one. */
  readonly tolerance?: number;
  /** Points to look at between others before a line counts as unresolved; 64 unless given. */
  readonly most?: number;
}

/** Two neighbouring points with g ≥ 0 between which there may be a flip there and back. */
interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly atLow: number;
  readonly atHigh: number;
}

/**
 * How far g may be from its tangent at the first point beyond 0, in tolerances of f(x), for its chord from 0 to be as good as
 * a narrower bracket: of a parabola that far off, the chord's root, at 15/16 of the way, is off by a sixteenth of that.
 */
const STRAIGHT = 4;

/** How much further to look first than where the tangent at x meets 0. */
const FURTHER = 1.0625;

/** How often every stretch is halved, whatever is seen, and by how many times what was off its chord g must be positive. */
const [ROUNDS, SAFETY] = [2, 4];

/**
 * Whether a half of a stretch is settled: by `SAFETY` times as much as g is off its chord in the middle of the whole it may
 * be off again in the half, of which a parabola would be off by a quarter, and still be positive. Or the network is dead
 * all over.
 */
const isSettled = ({ atLow, atHigh }: Stretch, off: number) =>
  Math.min(atLow, atHigh) > SAFETY * off || off + atLow + atHigh === 0;

/** Of a line that goes beyond doubles. */
const UNSEEN: RefinedFlip = { eta: null, unresolved: true };

/**
 * Looks for a sign change of g(t) = f(x − sign(f)·t∇f)·sign(f) on 0 ≤ t < limit by values alone, little further than
 * needed: what a law has to draw grows with t. First just beyond where the tangent at 0 meets 0, then on by steps twice as
 * long each time, as far as the first value below 0, which is narrowed down (`narrowFlip`) unless g is straight up to it. Where none is below, in the
 * middles of all stretches, and of their halves, until g is seen to be nearly straight where it is near 0. Where f or
 * ‖∇f‖² is beyond doubles before a flip is seen, the line is unresolved.
 *
 * @throws RangeError if limit, tolerance or most is out of range.
 */
export function refinedFlip(
  { value, gradientNorm, at }: Pick<Line, "value" | "gradientNorm" | "at">,
  { limit = 20, tolerance = 1e-3, most = 64 }: RefinedFlipOptions = {},
): RefinedFlip {
  if (!(limit > 0 && limit < Infinity)) throw new RangeError(`limit is ${limit}; it must be positive and finite`);
  if (!(tolerance > 0 && tolerance <= 1)) throw new RangeError(`tolerance is ${tolerance}; it must be in (0, 1]`);
  if (!(Number.isInteger(most) && most >= 0)) throw new RangeError(`most is ${most}; it must be an integer ≥ 0`);
  const sign = Math.sign(value);
  if (sign === 0 || gradientNorm === 0) return { eta: null, unresolved: false };
  const steepness = gradientNorm * gradientNorm;
  if (!hasTangentRoot(value, steepness)) return UNSEEN;
  const all = (ts: readonly number[]) => at(ts.map((t) => -sign * t)).map((point) => sign * point.value);
  const found = ({ low, high, atLow, atHigh }: Stretch): RefinedFlip => {
    const bent = Math.abs(atHigh - (Math.abs(value) - steepness * high));
    if (low === 0 && bent <= STRAIGHT * tolerance * Math.abs(value))
      return { eta: (high * atLow) / (atLow - atHigh), unresolved: false };
    const narrowed = narrowFlip((t) => all([t])[0], { low, high, atLow, atHigh, widest: 0 }, tolerance);
    const share = narrowed.atLow / (narrowed.atLow - narrowed.atHigh);
    return { eta: narrowed.low + share * (narrowed.high - narrowed.low), unresolved: false };
  };

  let pending: Stretch[] = [];
  let [low, atLow] = [0, Math.abs(value)];
  for (let step = (FURTHER * Math.abs(value)) / steepness; low < limit; step *= 2) {
    const high = Math.min(low + Math.min(step, limit / 2), limit);
    const [atHigh] = all([high]);
    const stretch = { low, high, atLow, atHigh };
    if (!Number.isFinite(atHigh)) return UNSEEN;
    if (atHigh < 0) return found(stretch);
    pending.push(stretch);
    [low, atLow] = [high, atHigh];
  }
  for (let [left, round] = [most, 1]; pending.length > 0; round++) {
    if (pending.length > left) return { eta: null, unresolved: true };
    left -= pending.length;
    const middles = all(pending.map((stretch) => (stretch.low + stretch.high) / 2));
    if (!middles.every(Number.isFinite)) return UNSEEN;
    const next: Stretch[] = [];
    for (const [i, stretch] of pending.entries()) {
      const [middle, there] = [(stretch.low + stretch.high) / 2, middles[i]];
      const first = { ...stretch, high: middle, atHigh: there };
      if (there < 0) return found(first);
      const off = Math.abs(there - (stretch.atLow + stretch.atHigh) / 2);
      for (const half of [first, { ...stretch, low: middle, atLow: there }])
        if (round < ROUNDS || !isSettled(half, off)) next.push(half);
    }
    pending = next;
  }
  return { eta: null, unresolved: false };
}
