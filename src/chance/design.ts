/** The most draws that a design may ask for; failures among so many still count exactly. */
export const MOST_DRAWS = 2 ** 52;

/** What a sequential test is designed for: see `drawsNeeded` and `excessSeen`. */
export interface Design {
  /** The failure probability that the claim allows, in (0, 1). */
  readonly gamma: number;
  /** The level of the decision, in (0, 1); 1e-10 if left out. */
  readonly alpha?: number | undefined;
  /** The probability of the right verdict, in (0, 1 − alpha); 0.99 if left out. */
  readonly power?: number | undefined;
}

/**
 * The probability that may be missed for the right verdict to have probability `power`: 1 − power − alpha, because a
 * wrong verdict may come first, with probability at most alpha.
 *
 * @throws RangeError naming the argument, what it was and what it must be.
 */
export function allowedMiss(gamma: number, alpha: number, power: number): number {
  if (!(gamma > 0 && gamma < 1)) throw new RangeError(`gamma is ${gamma}; it must be in (0, 1)`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
  const miss = 1 - power - alpha;
  if (!(power > 0 && miss > 0)) throw new RangeError(`power is ${power}; it must be in (0, 1 - alpha)`);
  return miss;
}
