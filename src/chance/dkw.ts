/**
 * The distance that the empirical distribution function of n independent draws exceeds, anywhere, with probability
 * at most alpha, whatever the law: sup|F_n − F| > √(log(2/α)/(2n)) (Dvoretzky–Kiefer–Wolfowitz with Massart's
 * constant). Two samples may differ by the sum of their distances at alpha/2 each.
 *
 * @throws RangeError if draws is not an integer ≥ 1 or alpha is outside (0, 1).
 */
export function dkwDistance(draws: number, alpha: number): number {
  if (!Number.isSafeInteger(draws) || draws < 1) throw new RangeError(`draws is ${draws}; it must be an integer ≥ 1`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
  return Math.sqrt(Math.log(2 / alpha) / (2 * draws));
}

/** A sorted copy; NaN sorts last. */
function sortedSample(sample: Float64Array): Float64Array {
  const sorted = sample.toSorted();
  if (sorted.length === 0) throw new RangeError("the sample is empty; it must have at least one draw");
  if (Number.isNaN(sorted[sorted.length - 1])) throw new RangeError("the sample has a NaN; it must have none");
  return sorted;
}

/**
 * sup_t |F_n(t) − F(t)| for a continuous distribution function F. Sorts a copy of the sample. F is asked for at a few
 * per cent of the draws: as it does not decrease, its values at two of them bound all gaps in between, and only where
 * that exceeds the largest so far is it halved.
 *
 * @throws RangeError if the sample is empty or has a NaN.
 */
export function distanceToLaw(sample: Float64Array, cdf: (t: number) => number): number {
  const sorted = sortedSample(sample);
  const n = sorted.length;
  let worst = 0;
  const look = (i: number) => {
    const p = cdf(sorted[i]);
    worst = Math.max(worst, (i + 1) / n - p, p - i / n);
    return p;
  };
  /** Pairs of draws, by number, with F there. */
  let pending = [{ from: 0, to: n - 1, low: look(0), high: look(n - 1) }];
  while (pending.length > 0) {
    const halves: typeof pending = [];
    for (const { from, to, low, high } of pending) {
      if (to - from < 2 || Math.max(to / n - low, high - (from + 1) / n) <= worst) continue;
      const middle = (from + to) >>> 1;
      const there = look(middle);
      halves.push({ from, to: middle, low, high: there }, { from: middle, to, low: there, high });
    }
    pending = halves;
  }
  return worst;
}

/**
 * sup_t |F_n(t) − G_m(t)| of two samples, ties included. Sorts copies.
 *
 * @throws RangeError if a sample is empty or has a NaN.
 */
export function distanceBetween(first: Float64Array, second: Float64Array): number {
  const a = sortedSample(first);
  const b = sortedSample(second);
  let worst = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const t = Math.min(a[i], b[j]);
    while (i < a.length && a[i] === t) i++;
    while (j < b.length && b[j] === t) j++;
    worst = Math.max(worst, Math.abs(i / a.length - j / b.length));
  }
  return worst;
}
