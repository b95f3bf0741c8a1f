interface SlopeWeights {
  readonly weights: readonly number[];
  /** What each is off by, at most. */
  readonly errors: readonly number[];
}

/** Twice the rounding of an operation on doubles: what is of second order is in it too. */
const ROUNDING = 2 ** -52;

/**
 * The weights w for which Σ w_i log m_i is the least-squares slope of log m against log n: (x_i − x̄)/S with x_i = log n_i
 * and S = Σ(x_j − x̄)². They sum to 0, and Σ w_i x_i = 1. Rounding: x_i − x̄ is off by e = (n + 4)ρ·max|x| at most (logarithms to
 * an ulp, n terms, a quotient, a difference), so that S is off by the share (2eΣ|x_i − x̄| + ne²)/S + (n + 4)ρ.
 *
 * @throws RangeError if there are fewer than two sizes, or they are not positive and ascending.
 */
function slopeWeights(sizes: readonly number[]): SlopeWeights {
  if (sizes.length < 2 || sizes.some((n, i) => !(n > 0 && n < Infinity) || (i > 0 && n <= sizes[i - 1])))
    throw new RangeError(`sizes are [${sizes.join(", ")}]; they must be at least two, positive and ascending`);
  const logs = sizes.map(Math.log);
  const count = logs.length;
  const mean = logs.reduce((sum, x) => sum + x, 0) / count;
  const apart = logs.map((x) => x - mean);
  const squares = apart.reduce((sum, x) => sum + x ** 2, 0);
  const off = (count + 4) * ROUNDING * Math.max(...logs.map(Math.abs));
  const along = apart.reduce((sum, x) => sum + Math.abs(x), 0);
  const share = (2 * off * along + count * off ** 2) / squares + (count + 4) * ROUNDING;
  return {
    weights: apart.map((x) => x / squares),
    // A share s makes a quotient off by s/(1 − s); beyond a quarter nothing is known of sizes that are next to equal.
    errors: apart.map((x) =>
      share < 1 / 4 ? (off / squares + (Math.abs(x) / squares) * (share + ROUNDING)) * 2 : Infinity,
    ),
  };
}

/** The least-squares slope of log m(n) against log n, for positive m. */
export function logLogSlope(sizes: readonly number[], values: readonly number[]): number {
  return slopeWeights(sizes).weights.reduce((sum, weight, i) => sum + weight * Math.log(values[i]), 0);
}

/**
 * Between what the slope surely is for lower_i ≤ m(n_i) ≤ upper_i, rounding included; infinite where an end that counts is
 * open.
 */
export function logLogSlopeLimits(
  sizes: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
): { readonly lower: number; readonly upper: number } {
  const { weights, errors } = slopeWeights(sizes);
  // As the weights sum to 0, log m counts from anywhere: from where their errors are multiplied by little.
  const logs = [lower, upper].map((values) => values.map(Math.log));
  const finite = logs.flat().filter(Number.isFinite);
  const origin = finite.reduce((sum, x) => sum + x, 0) / Math.max(1, finite.length);
  let [least, most, rounding] = [0, 0, 0];
  for (const [i, weight] of weights.entries()) {
    if (errors[i] === Infinity) return { lower: -Infinity, upper: Infinity };
    const ends = logs.map((own) => own[i]);
    const products = [weight - errors[i], weight + errors[i]].flatMap((w) =>
      ends.map((x) => (w === 0 ? 0 : w * (x - origin))),
    );
    least += Math.min(...products);
    most += Math.max(...products);
    const size = Math.max(0, ...ends.filter(Number.isFinite).map(Math.abs)) + Math.abs(origin);
    rounding +=
      2 * ROUNDING * Math.abs(weight) * size +
      (sizes.length + 4) * ROUNDING * Math.max(0, ...products.filter(Number.isFinite).map(Math.abs));
  }
  return { lower: least - rounding, upper: most + rounding };
}
