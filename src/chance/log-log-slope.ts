/**
 * The weights w for which Σ w_i log m_i is the least-squares slope of log m against log n: (x_i − x̄)/Σ(x_j − x̄)² with
 * x_i = log n_i. They sum to 0, and Σ w_i x_i = 1.
 *
 * @throws RangeError if there are fewer than two sizes, or they are not positive and ascending.
 */
function slopeWeights(sizes: readonly number[]): number[] {
  if (sizes.length < 2 || sizes.some((n, i) => !(n > 0 && n < Infinity) || (i > 0 && n <= sizes[i - 1])))
    throw new RangeError(`sizes are [${sizes.join(", ")}]; they must be at least two, positive and ascending`);
  const logs = sizes.map(Math.log);
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  const squares = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return logs.map((x) => (x - mean) / squares);
}

/** The least-squares slope of log m(n) against log n, for positive m. */
export function logLogSlope(sizes: readonly number[], values: readonly number[]): number {
  return slopeWeights(sizes).reduce((sum, weight, i) => sum + weight * Math.log(values[i]), 0);
}

/** The least and the largest such slope for lower_i ≤ m(n_i) ≤ upper_i; infinite where an end that counts is open. */
export function logLogSlopeLimits(
  sizes: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
): { readonly lower: number; readonly upper: number } {
  const limit = (falling: readonly number[], rising: readonly number[]) =>
    slopeWeights(sizes).reduce(
      (sum, weight, i) => (weight === 0 ? sum : sum + weight * Math.log(weight > 0 ? rising[i] : falling[i])),
      0,
    );
  return { lower: limit(upper, lower), upper: limit(lower, upper) };
}
