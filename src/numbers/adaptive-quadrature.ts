import { GAUSS, KRONROD, NODES } from "./gauss-kronrod.js";

/** A number with its absolute error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  /** Whether the error is a proved bound; an estimate of it decides nothing. */
  readonly proven: boolean;
}

interface Panel {
  readonly value: number;
  readonly error: number;
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

/** Splits that may fail for rounding alone before the rest is taken to be rounding too. */
const NOISE_LIMIT = 50;

/**
 * ∫ g over the intervals between successive `ends` (ascending, at least two; put the kinks of g among them), by
 * adaptive Gauss–Kronrod 7–15: the panel with the largest |K − G| is halved until their sum is below 1e-15 of ∫|g|, or
 * below `relativeError` of it, or until halving only moves rounding about, or 4000 times.
 *
 * The error is that sum, which for smooth g overstates the error of K by far, plus rounding: `relativeError`, a bound on
 * that of the values of g (4 ulp unless given), and 2e-15 for weights, abscissas and sums, times ∫|g|. It is not a
 * proof: what falls between all nodes (a spike narrower than the panels) is missed.
 *
 * @throws RangeError if there are fewer than two ends or they do not ascend.
 */
export function integrate(
  g: (t: number) => number,
  ends: readonly number[],
  relativeError: number = 2 ** -50,
): Estimate {
  if (ends.length < 2 || !ends.every((end, i) => i === 0 || end > ends[i - 1]))
    throw new RangeError(`ends are ${ends.join(", ")}; they must be at least two numbers that ascend`);
  const panels = ends.slice(1).map((high, i) => panel(g, ends[i], high));
  for (let step = 0, noise = 0; step < 4000 && noise < NOISE_LIMIT; step++) {
    let [worst, error, magnitude] = [0, 0, 0];
    panels.forEach((p, i) => {
      error += p.error;
      magnitude += p.magnitude;
      if (p.error > panels[worst].error) worst = i;
    });
    if (!(error > Math.max(1e-15, relativeError) * magnitude)) break;
    const whole = panels[worst];
    const middle = (whole.low + whole.high) / 2;
    if (middle === whole.low || middle === whole.high) break;
    const [left, right] = [panel(g, whole.low, middle), panel(g, middle, whole.high)];
    const agree = Math.abs(left.value + right.value - whole.value) <= 1e-10 * whole.magnitude;
    if (agree && left.error + right.error > 0.99 * whole.error) noise++;
    panels[worst] = left;
    panels.push(right);
  }
  panels.sort((p, q) => Math.abs(p.value) - Math.abs(q.value));
  const sum = (field: "value" | "error" | "magnitude") => panels.reduce((total, p) => total + p[field], 0);
  return {
    value: sum("value"),
    error: sum("error") + (2e-15 + relativeError) * sum("magnitude"),
    proven: false,
  };
}
