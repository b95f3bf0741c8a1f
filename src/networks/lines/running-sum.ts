/** A sum in the making: its rounded value and what rounding lost, as in `compensatedSum`, for terms that come bit by bit. */
export type RunningSum = Float64Array;

/** The empty sum. */
export function emptySum(): RunningSum {
  return new Float64Array(2);
}

/** Adds a term, with Neumaier's compensation: the terms of a `compensatedSum` in their order give the same total. */
export function addTo(sum: RunningSum, term: number): void {
  const before = sum[0];
  const next = before + term;
  sum[1] += Math.abs(before) >= Math.abs(term) ? before - next + term : term - next + before;
  sum[0] = next;
}

/** Rounded once from the two parts. */
export function totalOf(sum: RunningSum): number {
  return sum[0] + sum[1];
}
