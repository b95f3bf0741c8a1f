/** What is known of X beforehand: it surely lies in `range`, or E X² is at most `secondMoment`. Plain JSON. */
export type MeanModel =
  | { readonly range: { readonly lower: number; readonly upper: number }; readonly secondMoment?: undefined }
  | { readonly range?: undefined; readonly secondMoment: number };

/** The least and the greatest mean that the model admits. */
export function meanEnds({ range, secondMoment }: MeanModel): { readonly lower: number; readonly upper: number } {
  if (range) return range;
  // |E X| ≤ √E X²; a root that was rounded down goes up by a unit.
  const root = Math.sqrt(secondMoment);
  const upper = root * root < secondMoment ? root * (1 + 2 ** -52) : root;
  return { lower: -upper, upper };
}

/** The model of −X. */
export function mirrored({ range, secondMoment }: MeanModel): MeanModel {
  return range ? { range: { lower: -range.upper, upper: -range.lower } } : { secondMoment };
}

/** X in units of what is known of it: its place in the range, from 0 to 1, or X over the root of the second moment. */
export function standardised({ range, secondMoment }: MeanModel, x: number): number {
  return range ? (x - range.lower) / (range.upper - range.lower) : x / Math.sqrt(secondMoment);
}

/**
 * The model in a copy, checked.
 *
 * @throws RangeError unless exactly one of `range`, with finite lower < upper at a finite distance, and `secondMoment`,
 * finite and positive, is given.
 */
export function checkedMeanModel({ range, secondMoment }: MeanModel): MeanModel {
  if ((range === undefined) === (secondMoment === undefined))
    throw new RangeError("exactly one of range and secondMoment must be given");
  if (range) {
    const { lower, upper } = range;
    if (!(lower < upper && Number.isFinite(upper - lower)))
      throw new RangeError(`range is from ${lower} to ${upper}; lower must be below upper, at a finite distance`);
    return { range: { lower, upper } };
  }
  if (!(secondMoment > 0 && secondMoment < Infinity))
    throw new RangeError(`secondMoment is ${secondMoment}; it must be finite and > 0`);
  return { secondMoment };
}
