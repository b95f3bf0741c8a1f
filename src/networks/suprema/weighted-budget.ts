import { roundings } from "./positive-definite.js";

/** What certificates with weights on the neurons need to know of those that can flip, by their depths |u_ℓ|. */
export interface WeightedBudget {
  /** Depths h at which the weights D_ℓ = max(1, |u_ℓ|/h) are worth trying. */
  readonly thresholds: readonly number[];
  /** min over r ≥ 0 of r²R² + Σ_ℓ (νD_ℓ − 2rc|u_ℓ|)_+, from above. */
  least(nu: number, threshold: number, constraint: number, radius: number): number;
}

/** Shares of the neurons, those nearest to a flip, that carry the weight 1. */
const NEAREST = [0.01, 0.03, 0.08, 0.16, 0.3, 0.6];
const STEPS = 48;

/** The number of entries of an ascending array that are below x. */
function below(ascending: Float64Array, x: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param depths |u_ℓ| of the neurons that can flip, or less. */
export function weightedBudget(depths: Float64Array): WeightedBudget {
  const ascending = depths.toSorted();
  const n = ascending.length;
  // sums[i]: the i smallest depths together.
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i] + ascending[i];
  /** Σ (νD − s·depth)_+: below h it is ν − s·depth, beyond (ν/h − s)·depth. */
  function rest(nu: number, h: number, s: number): number {
    const near = below(ascending, Math.min(h, nu / s));
    return near * nu - s * sums[near] + Math.max(0, nu / h - s) * (sums[n] - sums[below(ascending, h)]);
  }
  return {
    thresholds: NEAREST.map((share) => ascending[Math.floor(share * n)] ?? 0).filter((h) => h > 0),
    least(nu, threshold, constraint, radius) {
      const value = (r: number) => (r * radius) ** 2 + Math.max(0, rest(nu, threshold, 2 * r * constraint));
      // Beyond this r the first term alone exceeds the value at 0; the sum is convex in r.
      let [low, high] = [0, Math.sqrt(value(0)) / radius];
      for (let i = 0; i < STEPS; i++) {
        const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
        if (value(a) <= value(b)) high = b;
        else low = a;
      }
      const r = (low + high) / 2;
      // Each sum is right to n roundings of its terms, of which ν·n and 2rc·Σ are the largest.
      const error = roundings(2 * n + 40) * (nu * n + (nu / threshold + 2 * r * constraint) * sums[n]);
      return value(r) * (1 + 2 ** -48) + error;
    },
  };
}
