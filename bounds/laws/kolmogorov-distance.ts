import type { LogProbability } from "lemmacheck";
import { type Activation, valueTail } from "lemmacheck/activations";
import type { Bounds } from "lemmacheck/networks";
import { logNormalUpperTail, tailEnclosure } from "lemmacheck/probability";
import { symmetricBinomial, symmetricBinomialDistance } from "./symmetric-binomial-distance.js";

/** Beyond so many deviations the normal tail is below 1e-22. */
const FAR = 10;

/** A point z ≥ 0 with P(X/σ > z) and P(N > z), both enclosed. */
interface Point {
  readonly z: number;
  readonly lower: number;
  readonly upper: number;
  readonly normalLower: number;
  readonly normalUpper: number;
}

/** Between two points: nothing of |P(X/σ > z) − P(N > z)| there is larger than `most`. */
interface Gap {
  readonly from: Point;
  readonly to: Point;
  readonly most: number;
}

const least = ({ lower, upper, normalLower, normalUpper }: Point) =>
  Math.max(0, lower - normalUpper, normalLower - upper);
/** Both tails fall, so that each lies between its values at the ends, jumps and limits from the left included. */
const gap = (from: Point, to: Point): Gap => ({
  from,
  to,
  most: Math.max(from.upper - to.normalLower, from.normalUpper - to.lower),
});

/** How hard a distance tries. */
export interface DistanceEffort {
  /** Tails computed at most; 1000 if left out. */
  readonly evaluations?: number;
  /** The relative width at which it stops; 0.01 if left out. */
  readonly tolerance?: number;
}

/**
 * sup_t |P(X ≤ t) − P(σN ≤ t)| for a symmetric X, enclosed: by symmetry over t ≥ 0 alone. Gaps are halved, widest bound
 * first, until the bounds agree to `tolerance` or `evaluations` are spent.
 *
 * @param logTwoSidedTail t ↦ log P(|X| > t), t ≥ 0.
 * @param sigma > 0.
 */
export function kolmogorovDistance(
  logTwoSidedTail: (t: number) => LogProbability,
  sigma: number,
  { evaluations = 1000, tolerance = 0.01 }: DistanceEffort = {},
): Bounds {
  const at = (z: number): Point => {
    const { logLower, logUpper } = logTwoSidedTail(z * sigma);
    const normal = tailEnclosure(logNormalUpperTail(z));
    return {
      z,
      lower: Math.exp(logLower) / 2,
      upper: Math.exp(logUpper) / 2,
      normalLower: Math.exp(normal.logLower),
      normalUpper: Math.exp(normal.logUpper),
    };
  };
  const start = Array.from({ length: 33 }, (_, i) => at((FAR * i) / 32));
  const last = start[start.length - 1];
  const beyond = Math.max(last.upper, last.normalUpper);
  let lower = Math.max(...start.map(least));
  let gaps = start.slice(1).map((to, i) => gap(start[i], to));
  for (let spent = start.length; spent < evaluations; ) {
    gaps = gaps.filter(({ most }) => most > lower * (1 + tolerance)).toSorted((p, q) => q.most - p.most);
    if (gaps.length === 0) break;
    // The worse half at once: sorting after each halving would take longer than the tails.
    const worst = gaps.splice(0, Math.min(Math.ceil(gaps.length / 2), evaluations - spent));
    for (const { from, to } of worst) {
      const middle = at((from.z + to.z) / 2);
      lower = Math.max(lower, least(middle));
      gaps.push(gap(from, middle), gap(middle, to));
    }
    spent += worst.length;
  }
  const upper = Math.max(lower * (1 + tolerance), beyond, ...gaps.map(({ most }) => most));
  return { lower, upper };
}

/** The largest relative difference of σ from a law's own that is rounding. */
const ROUNDING = 1e-9;

/**
 * The distance of Kolmogorov between the laws of f(x), ‖x‖ = √d, and N(0, σ²), enclosed; d does not matter. For signs and
 * steps, whose law is a symmetric binomial one, in closed form if σ is its own; else between thresholds.
 *
 * @throws RangeError if the law of f(x) is not computed for ψ.
 */
export function distanceToNormal(psi: Activation, k: number, sigma: number, effort: DistanceEffort = {}): Bounds {
  const binomial = symmetricBinomial(psi, k);
  const off = binomial ? Math.abs(sigma / binomial.deviation - 1) : Infinity;
  if (binomial && off < ROUNDING) {
    const { lower, upper } = symmetricBinomialDistance(binomial.signs);
    // |Φ(t/σ) − Φ(t/σ')| is at most sup xφ(x) < 1/4 times log(σ'/σ), to first order.
    const error = 0.25 * (off + 2 ** -51);
    return { lower: Math.max(0, lower - error), upper: upper + error };
  }
  const tail = valueTail(psi, k);
  if (!tail) throw new RangeError(`psi is ${psi.id}; the law of f(x) must be computed for it`);
  return kolmogorovDistance(tail, sigma, effort);
}
