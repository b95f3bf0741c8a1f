/**
 * The distance that the empirical distribution function of n independent draws exceeds, anywhere, with probability
 * at most alpha, whatever the law: sup|F_n − F| > √(log(2/α)/(2n)) (Dvoretzky–Kiefer–Wolfowitz with Massart's
 * constant). Two samples may differ by the sum of their distances at alpha/2 each.
 */
export function dkwDistance(draws: number, alpha: number): number {
  return Math.sqrt(Math.log(2 / alpha) / (2 * draws));
}

/** sup_t |F_n(t) − F(t)| for a continuous distribution function F. Sorts a copy of the sample. */
export function distanceToLaw(sample: Float64Array, cdf: (t: number) => number): number {
  const sorted = sample.toSorted();
  const n = sorted.length;
  let worst = 0;
  for (let i = 0; i < n; i++) {
    const p = cdf(sorted[i]);
    worst = Math.max(worst, (i + 1) / n - p, p - i / n);
  }
  return worst;
}

/** sup_t |F_n(t) − G_m(t)| of two samples, ties included. Sorts copies. */
export function distanceBetween(first: Float64Array, second: Float64Array): number {
  const a = first.toSorted();
  const b = second.toSorted();
  let worst = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const t = Math.min(a[i], b[j]);
    while (i < a.length && a[i] === t) i++;
    while (j < b.length && b[j] === t) j++;
    worst = Math.max(worst, Math.abs(i / a.length - j / b.length));
  }
  return worst;
}
