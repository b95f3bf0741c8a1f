import { GAUSS, KRONROD, NODES } from "./gauss-kronrod.js";

/** A number with a bound on its absolute error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

interface Panel extends Estimate {
  readonly low: number;
  readonly high: number;
  readonly magnitude: number;
}

function panel(g: (t: number) => number, low: number, high: number): Panel {
  const centre = (low + high) / 2;
  const half = (high - low) / 2;
  let [kronrod, gauss, magnitude] = [0, 0, 0];
  for (let i = 0; i < 8; i++) {
    const right = g(centre + half * NODES[i]);
    const left = i === 0 ? 0 : g(centre - half * NODES[i]);
    kronrod += KRONROD[i] * (left + right);
    gauss += GAUSS[i] * (left + right);
    magnitude += KRONROD[i] * (Math.abs(left) + Math.abs(right));
  }
  return { low, high, value: half * kronrod, error: half * Math.abs(kronrod - gauss), magnitude: half * magnitude };
}

/** An allowance for the rounding of weights, abscissas and sums, relative to ∫|g|: 16 units of 2^−53. */
const ARITHMETIC = 2 ** -49;
const MOST_PANELS = 4000;

/**
 * ∫ g over the intervals between successive `ends` (ascending, at least two; put the kinks of g among them), by
 * adaptive Gauss–Kronrod 7–15. Panels are halved until |K − G| is rounding noise of the panel itself or nothing beside
 * the whole, or there are 4000.
 *
 * The error is Σ|K − G|, which overstates the error of K, plus rounding: `relativeError`, that of the values of g,
 * and 2^−49, times ∫|g|. It cannot know of a feature that falls between all nodes.
 */
export function integrate(
  g: (t: number) => number,
  ends: readonly number[],
  relativeError: number = 2 ** -50,
): Estimate {
  let panels = ends.slice(1).map((high, i) => panel(g, ends[i], high));
  const total = (field: "value" | "error" | "magnitude") => panels.reduce((sum, p) => sum + p[field], 0);
  for (let halved = true; halved && panels.length < MOST_PANELS; ) {
    const negligible = 2 ** -58 * total("magnitude");
    halved = false;
    panels = panels.flatMap((p) => {
      const middle = (p.low + p.high) / 2;
      const enough = !(p.error > Math.max(negligible, relativeError * p.magnitude));
      if (enough || middle === p.low || middle === p.high) return [p];
      halved = true;
      return [panel(g, p.low, middle), panel(g, middle, p.high)];
    });
  }
  panels.sort((p, q) => Math.abs(p.value) - Math.abs(q.value));
  return { value: total("value"), error: total("error") + (relativeError + ARITHMETIC) * total("magnitude") };
}
