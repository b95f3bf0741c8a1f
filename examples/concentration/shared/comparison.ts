import type { BoundedLaw } from "../laws/bounded-law.js";
import { deviationAt, exactDeviation } from "./deviation-at.js";
import { meanBounds } from "./mean-bounds.js";

/** What each bound on P(X̄ − μ ≥ t) ≤ γ says at one n. */
export interface Comparison {
  /** The least t by the exact law; null where that is not computed. */
  readonly exact: number | null;
  /** The least t that a bound gives, or null where it says nothing, and how many times the exact one that is; tightest first. */
  readonly bounds: readonly { readonly name: string; readonly t: number | null; readonly ratio: number | null }[];
}

/** The least deviations of the mean of n variables that are excluded but for γ. */
export function comparison(law: BoundedLaw, n: number, gamma: number): Comparison {
  const exact = exactDeviation(law, n, Math.log(gamma));
  const bounds = Object.entries(meanBounds)
    .map(([name, bound]) => ({ name, t: deviationAt(bound, law, n, Math.log(gamma)) }))
    .toSorted((a, b) => (a.t ?? Infinity) - (b.t ?? Infinity))
    .map(({ name, t }) => ({ name, t, ratio: t === null || !exact ? null : t / exact }));
  return { exact, bounds };
}
