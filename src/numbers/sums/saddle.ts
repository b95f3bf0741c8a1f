import type { Cumulants } from "./cumulants.js";

/** Probabilities below e^−this are not computed, only bounded from above. */
const DEEPEST = 800;

/**
 * The c > 0 at which k·K(c) − cT − log c is least, to some digits: where P(S > T) = (1/2πi) ∫ e^(kK(z) − zT) dz/z has its
 * saddle. Where the exponent falls below −DEEPEST on the way, a c there.
 */
export function saddle({ real, deviation }: Cumulants, k: number, T: number): number {
  const slope = (c: number) => {
    const { value, slope: derivative } = real(c);
    // Where M(c) is out of range the minimum lies to the left.
    return value < Infinity ? k * derivative - T - 1 / c : Infinity;
  };
  let [low, high] = [0, 1 / (deviation * Math.sqrt(k))];
  while (slope(high) < 0 && k * real(high).value - high * T > -DEEPEST) [low, high] = [high, 2 * high];
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  const middle = (low + high) / 2;
  // Where M ends before the saddle, as far as M is known.
  return real(middle).value < Infinity ? middle : low;
}

/** Chernoff's bound on log P(S > T), k·K(c) − cT with K from above, with room for rounding; at most 0. */
export function chernoffBound({ real }: Cumulants, k: number, T: number, c: number): number {
  const exponent = k * real(c).value;
  const bound = exponent - c * T + 1e-9 * (1 + Math.abs(exponent) + Math.abs(c * T));
  // Where M is out of range nothing is said.
  return Number.isNaN(bound) ? 0 : Math.min(bound, 0);
}

/** The u with k(c·K'(c) − K(c)) = u²/2: about how many standard deviations out the threshold of the saddle c lies. */
function distance({ real }: Cumulants, k: number, c: number): number {
  const { value, slope } = real(c);
  return value < Infinity ? Math.sqrt(2 * k * Math.max(0, c * slope - value)) : Infinity;
}

/** Probabilities at this distance are below e^−DEEPEST. */
const FARTHEST = Math.sqrt(2 * DEEPEST);
/** Tilts are not taken beyond so many reciprocals of a standard deviation: a bounded law then has only its end left. */
const STEEPEST = 1e5;

/**
 * Thresholds T ≥ 0 share what is computed for them: those at a distance from j·width to (j + 1)·width share a tilt c in
 * between. The same j and c for a threshold, whatever was asked before. Null for those beyond FARTHEST.
 */
export function sharedTilts(law: Cumulants, k: number, width: number) {
  const unit = 1 / (law.deviation * Math.sqrt(k));
  /** By j, the tilt at the distance j·width and the threshold there. */
  const tilts = [0];
  const thresholds = [0];
  const extend = () => {
    const target = tilts.length * width;
    let [low, high] = [tilts[tilts.length - 1], Math.max(unit, 2 * tilts[tilts.length - 1])];
    while (distance(law, k, high) < target && high < STEEPEST * Math.sqrt(k) * unit) [low, high] = [high, 2 * high];
    const ends = distance(law, k, high) < target;
    for (let i = 0; i < 12; i++) {
      const middle = (low + high) / 2;
      if (distance(law, k, middle) < target) low = middle;
      else high = middle;
    }
    tilts.push(high);
    thresholds.push(ends ? Infinity : k * law.real(high).slope);
  };
  return (T: number) => {
    while (thresholds[thresholds.length - 1] <= T && tilts.length * width <= FARTHEST + width) extend();
    const above = thresholds.findIndex((threshold) => threshold > T);
    if (above < 0) return null;
    // The first from 1/(deviation of the sum) on: a smaller tilt takes more terms.
    return { index: above - 1, tilt: above === 1 ? Math.max(unit, tilts[1]) : (tilts[above - 1] + tilts[above]) / 2 };
  };
}

/** √k times the standard deviation of the law tilted by c. */
export function tiltedDeviation({ real }: Cumulants, k: number, c: number): number {
  const step = 0.01 * c;
  return Math.sqrt((k * (real(c + step).slope - real(c - step).slope)) / (2 * step));
}
