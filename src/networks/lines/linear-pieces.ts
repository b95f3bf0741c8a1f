import type { Activation } from "../../activations/activation.js";

/** ψ(t) = intercepts[j] + slopes[j]·t between kinks[j − 1] and kinks[j], the outermost ones being ∓∞. */
export interface LinearPieces {
  readonly kinks: readonly number[];
  readonly slopes: readonly number[];
  readonly intercepts: readonly number[];
}

/** Points inside piece j, three of them, in order. */
function pointsIn(kinks: readonly number[], j: number): readonly number[] {
  if (kinks.length === 0) return [-1, 1, 2];
  if (j === 0) return [-3, -2, -1].map((t) => kinks[0] + t);
  if (j === kinks.length) return [1, 2, 3].map((t) => kinks[j - 1] + t);
  return [0.25, 0.5, 0.75].map((share) => kinks[j - 1] + share * (kinks[j] - kinks[j - 1]));
}

/**
 * The pieces of a ψ that is linear between its kinks, jumps allowed. That it is linear there is taken on the caller's
 * word; what can be seen at three points of each piece is checked.
 *
 * @throws RangeError if ψ is seen not to be linear on a piece.
 */
export function linearPieces({ id, value, derivative, kinks }: Activation): LinearPieces {
  const slopes: number[] = [];
  const intercepts: number[] = [];
  for (let j = 0; j <= kinks.length; j++) {
    const [left, middle, right] = pointsIn(kinks, j);
    const slope = derivative(middle);
    const intercept = value(middle) - slope * middle;
    for (const t of [left, right]) {
      if (Math.abs(value(t) - (intercept + slope * t)) > 2 ** -45 * (Math.abs(value(t)) + Math.abs(slope * t)))
        throw new RangeError(`activation ${id} is not linear between its kinks; it must be piecewise linear`);
    }
    slopes.push(slope);
    intercepts.push(intercept);
  }
  return { kinks, slopes, intercepts };
}
