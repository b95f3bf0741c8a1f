import { defineSampler, type LogProbability } from "lemmacheck";
import { occupancyTails, uniform } from "lemmacheck/probability";
import { n, s } from "../parameters.js";

/** What n balls in s bins, or n draws from an alphabet of s letters, left. */
interface Throw {
  /** Bins that are empty. */
  readonly empty: number;
  /** Bins with one ball. */
  readonly single: number;
}

/** n balls, each into one of s bins, independently and all alike. */
export const balls = defineSampler({
  id: "balls",
  parameters: [n, s],
  cost: ({ n, s }) => n + s,
  draw: ({ n, s }, random): Throw => {
    const bits = random("balls");
    const bins = new Uint32Array(s);
    for (let ball = 0; ball < n; ball++) bins[Math.floor(s * uniform(bits))]++;
    let [empty, single] = [0, 0];
    for (const count of bins) {
      if (count === 0) empty++;
      else if (count === 1) single++;
    }
    return { empty, single };
  },
});

/** Beyond this the law is not computed: it takes 3 ns a ball and bin. */
const MOST_WORK = 4e6;

/** E of the number of empty bins over s: (1 − 1/s)^n. */
export const missingMean = (n: number, s: number) => (s === 1 ? 0 : Math.exp(n * Math.log1p(-1 / s)));

/** Counts within this of a threshold, relative to s, cannot be told from it: the threshold was rounded. */
const ROUNDING = 1e-9;

/**
 * log P(empty ≥ b), and log P(empty ≤ b), for a threshold b that is known to rounding only; null where it would take long.
 */
export function emptyAtLeast(n: number, s: number, b: number): LogProbability | null {
  if (n * s > MOST_WORK) return null;
  const at = (threshold: number) => occupancyTails(s - Math.ceil(threshold), s, n).atMost;
  const room = ROUNDING * (1 + Math.abs(b));
  return { logLower: at(b + room).logLower, logUpper: at(b - room).logUpper };
}
export function emptyAtMost(n: number, s: number, b: number): LogProbability | null {
  if (n * s > MOST_WORK) return null;
  const at = (threshold: number) => occupancyTails(s - Math.floor(threshold), s, n).atLeast;
  const room = ROUNDING * (1 + Math.abs(b));
  return { logLower: at(b - room).logLower, logUpper: at(b + room).logUpper };
}
