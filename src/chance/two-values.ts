import { type MeanModel, meanEnds } from "./mean-model.js";

/** The law of an X with two values: `high` with probability `probability`, else `low`. */
export interface TwoValues {
  readonly low: number;
  readonly high: number;
  readonly probability: number;
}

/** The greatest deviation of an X of that mean: Var X ≤ (mean − lower)(upper − mean) in a range, E X² − mean² else. */
function greatestDeviation({ range, secondMoment }: MeanModel, mean: number): number {
  const variance = range ? (mean - range.lower) * (range.upper - mean) : secondMoment - mean ** 2;
  return Math.sqrt(Math.max(0, variance));
}

/**
 * The law of two values with a mean and a standard deviation: mean ± deviation, each with probability 1/2, as far as the
 * range has room; else one value is the nearer end of the range. Without a deviation, with the greatest that the model
 * admits: in a range that is the law on its two ends.
 *
 * @throws RangeError if the model admits no such mean, or no such deviation with it.
 */
export function twoValues(model: MeanModel, mean: number, deviation?: number): TwoValues {
  const { lower, upper } = meanEnds(model);
  if (!(mean >= lower && mean <= upper))
    throw new RangeError(`mean is ${mean}; it must be from ${lower} to ${upper}, where what is known of X has it`);
  const greatest = greatestDeviation(model, mean);
  const s = deviation ?? greatest;
  if (!(s >= 0 && s <= greatest * (1 + 2 ** -40)))
    throw new RangeError(`deviation is ${s}; it must be from 0 to ${greatest}, the most that X has with mean ${mean}`);
  const range = model.range ?? { lower: -Infinity, upper: Infinity };
  // With low = mean − a and high = mean + b: probability a/(a + b) of high, and variance ab.
  let [a, b] = [s, s];
  if (a > mean - range.lower) [a, b] = [mean - range.lower, s ** 2 / (mean - range.lower)];
  else if (b > range.upper - mean) [a, b] = [s ** 2 / (range.upper - mean), range.upper - mean];
  return {
    low: Math.max(range.lower, mean - a),
    high: Math.min(range.upper, mean + b),
    probability: a + b > 0 ? a / (a + b) : 0,
  };
}
