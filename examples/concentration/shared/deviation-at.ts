import type { BoundedLaw } from "../laws/bounded-law.js";
import type { meanBounds } from "./mean-bounds.js";

type LogBound = (typeof meanBounds)[string];

/** The least t in (0, most] at which something that falls in t is at most 0, to 1e-12 of itself; null where none is. */
function least(most: number, excess: (t: number) => number): number | null {
  if (excess(most) > 0) return null;
  let [low, high] = [0, most];
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    // In logs at first: deviations may be small.
    const middle = low === 0 ? high / 16 : low < high / 2 ? Math.sqrt(low * high) : (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
    if (high < most * 1e-18) return 0;
  }
  return high;
}

/** The least t for which a bound on P(X̄ − μ ≥ t) is at most γ; null where it says nothing: no mean is that far above μ. */
export const deviationAt = (bound: LogBound, law: BoundedLaw, n: number, logGamma: number): number | null =>
  least(law.most - law.mean, (t) => bound(law, n, t) - logGamma);

/** The least t with P(X̄ − μ ≥ t') ≤ γ for every t' > t, by the exact law; null where that is not computed. */
export function exactDeviation(law: BoundedLaw, n: number, logGamma: number): number | null {
  if (law.tail(n, 1) === null) return null;
  const most = law.most - law.mean;
  return least(most * (1 + 1e-9), (t) => (law.tail(n, n * t)?.logUpper ?? 0) - logGamma);
}
