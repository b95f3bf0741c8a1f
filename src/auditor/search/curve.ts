import type { Place } from "./place.js";

/** Changes of a place by which numbers get smaller together: one for each integer from `from` to `to`, which is the place itself. */
export interface Curve {
  readonly from: number;
  readonly to: number;
  /** The one that is tried first: where it does not hold, no other is tried. */
  readonly first: number;
  /** Null where a number would leave what it may be, or get larger. */
  at(t: number): Place["spots"] | null;
}

/** Every so many integers of a curve, down from its end. */
export function every(stride: number, { from, to, at }: Pick<Curve, "from" | "to" | "at">): Curve {
  const steps = Math.floor((to - from) / stride);
  return { from: 0, to: steps, first: steps - 1, at: (t) => at(to - stride * (steps - t)) };
}

/**
 * The least integer from one to another, as bisection finds it, at which something holds that holds at the last: the very
 * first, then by halves of the logarithm, in the end of the number.
 */
export async function leastAlong(from: number, to: number, holds: (t: number) => Promise<boolean>): Promise<number> {
  if (to <= from || (await holds(from))) return from;
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = high > 4 * low ? Math.sqrt(Math.max(1, low) * high) : low + (high - low) / 2;
    const t = Math.min(high - 1, Math.max(low + 1, Math.floor(middle)));
    if (await holds(t)) high = t;
    else low = t;
  }
  return high;
}
