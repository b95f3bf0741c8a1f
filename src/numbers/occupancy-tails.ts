import { type LogEnclosure, logEnclosure, NEVER, SURE } from "./sums/log-enclosure.js";

/** Bins times balls, at most: about 0.3 s. */
const MOST_WORK = 1e8;
/** Two products, a quotient each and a sum: roundings a step, with one to spare. */
const ROUNDINGS = 6;

/**
 * P(N = j), j = 0 … bins, ball by ball: the next ball falls into one of j occupied bins with probability j/bins. All terms
 * are positive, so that relative errors only add up.
 */
function occupancyLaw(bins: number, balls: number): Float64Array {
  const law = new Float64Array(bins + 1);
  law[0] = 1;
  for (let ball = 1; ball <= balls; ball++) {
    for (let j = Math.min(ball, bins); j >= 1; j--) law[j] = law[j] * (j / bins) + law[j - 1] * ((bins - j + 1) / bins);
    law[0] = 0;
  }
  return law;
}

/** log of a sum of the law's entries, enclosed. */
function enclosed(law: Float64Array, from: number, to: number, balls: number): LogEnclosure {
  let sum = 0;
  for (let j = from; j <= to; j++) sum += law[j];
  const relative = (ROUNDINGS * balls + law.length) * 2 ** -53 * (1 + 1e-6);
  // Products below the normal doubles are off by up to 2^-1075 each, and what is off moves on with probability at most 1.
  const underflow = 2 * law.length * balls * 2 ** -1074;
  return logEnclosure(0, sum * (1 - relative) - underflow, sum * (1 + relative) + underflow);
}

/**
 * log P(N ≥ count) and log P(N ≤ count), between proven ends, for the number N of bins that are not empty after so many
 * balls fell each into one of the bins, independently and all alike: the coupons that a collector has, the letters that a
 * uniform sample has shown. The logarithms are known to 1e-15·(balls + bins) down to 1e-300, less well below. Takes about
 * 3 ns·bins·balls.
 *
 * @param count an integer, below 0 or above bins too.
 * @throws RangeError if bins is no integer ≥ 1, balls no integer ≥ 0, count no integer, or bins·balls above 1e8.
 * @example occupancyTails(364, 365, 2000).atMost // a day of the year on which none of 2000 people was born
 */
export function occupancyTails(
  count: number,
  bins: number,
  balls: number,
): { readonly atLeast: LogEnclosure; readonly atMost: LogEnclosure } {
  if (!Number.isInteger(count)) throw new RangeError(`count is ${count}; it must be an integer`);
  if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError(`bins is ${bins}; it must be an integer ≥ 1`);
  if (!(Number.isInteger(balls) && balls >= 0)) throw new RangeError(`balls is ${balls}; it must be an integer ≥ 0`);
  if (bins * balls > MOST_WORK) throw new RangeError(`bins·balls is ${bins * balls}; it must be at most 1e8`);
  // Surely min(1, balls) ≤ N ≤ min(bins, balls).
  const [least, most] = [Math.min(1, balls), Math.min(bins, balls)];
  if (count < least) return { atLeast: SURE, atMost: NEVER };
  if (count > most) return { atLeast: NEVER, atMost: SURE };
  const law = occupancyLaw(bins, balls);
  return {
    atLeast: count === least ? SURE : enclosed(law, count, most, balls),
    atMost: count === most ? SURE : enclosed(law, least, count, balls),
  };
}
