import { GAUSS, KRONROD, NODES } from "./gauss-kronrod.js";

/** The 15 nodes on [−1, 1] with their Kronrod and Gauss weights. */
const RULE = [...NODES.keys()].flatMap((i) =>
  (i === 0 ? [0] : [-NODES[i], NODES[i]]).map((at) => ({ at, kronrod: KRONROD[i], gauss: GAUSS[i] })),
);
const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** A panel is halved while |K − G| exceeds this part of some moment. */
const TOLERANCE = 1e-13;
const MOST_PANELS = 2000;

/** log|g| and the log of the density at the nodes of a panel. */
interface Sample {
  readonly low: number;
  readonly high: number;
  readonly logG: readonly number[];
  readonly logDensity: readonly number[];
}

/** By order, in units of e^shift: a panel's part of the moment, and |K − G|. */
interface Panel extends Sample {
  readonly value: readonly number[];
  readonly error: readonly number[];
}

function sample(g: (t: number) => number, low: number, high: number): Sample {
  const nodes = RULE.map(({ at }) => (low + high) / 2 + ((high - low) / 2) * at);
  const logG = nodes.map((t) => Math.log(Math.abs(g(t))));
  return { low, high, logG, logDensity: nodes.map((t) => -0.5 * t * t - LOG_SQRT_TWO_PI) };
}

/** The largest log of |g|^q times the density at any node. */
function largest(samples: readonly Sample[], q: number): number {
  return samples.reduce(
    (most, { logG, logDensity }) => logG.reduce((m, l, i) => Math.max(m, q * l + logDensity[i]), most),
    -Infinity,
  );
}

function measure(s: Sample, orders: readonly number[], shifts: readonly number[]): Panel {
  const half = (s.high - s.low) / 2;
  const value: number[] = [];
  const error: number[] = [];
  orders.forEach((q, j) => {
    let [kronrod, gauss] = [0, 0];
    // With no shift, g is 0 at every node seen first, and taken to be 0.
    for (let i = 0; shifts[j] !== -Infinity && i < RULE.length; i++) {
      const term = Math.exp(q * s.logG[i] + s.logDensity[i] - shifts[j]);
      kronrod += RULE[i].kronrod * term;
      gauss += RULE[i].gauss * term;
    }
    value.push(half * kronrod);
    error.push(half * Math.abs(kronrod - gauss));
  });
  return { ...s, value, error };
}

/**
 * What rounding may come to, relative to a moment of order q: q times that of g (16 ulp), and 4 units of 2^−53 of the
 * sizes of q·log|g| and t²/2 ≤ 745, whose sum is near `shift` wherever it matters.
 */
function rounding(q: number, shift: number): number {
  return q * 2 ** -48 + (Math.abs(shift) + 1600) * 2 ** -51;
}

/**
 * Upper bounds on log E|g(X)|^q for the orders q given, X ~ N(0, 1); −Infinity where the moment is 0, NaN where g is.
 * They exceed the truth by less than 1e-10 for g smooth between successive `ends` (see gaussianPanels), q ≤ 160 and
 * moments between e^(±10⁴); a g that is 0 at all nodes is taken to be 0.
 *
 * All orders share one adaptive Gauss–Kronrod subdivision, so that g is evaluated once a node, and everything is in
 * logs, so that no power overflows.
 */
export function logAbsoluteMoments(
  g: (t: number) => number,
  orders: readonly number[],
  ends: readonly number[],
): number[] {
  const first = ends.slice(1).map((high, i) => sample(g, ends[i], high));
  const shifts = orders.map((q) => largest(first, q));
  let panels = first.map((s) => measure(s, orders, shifts));
  const total = (field: "value" | "error") => orders.map((_, j) => panels.reduce((sum, p) => sum + p[field][j], 0));
  for (let halved = true; halved && panels.length < MOST_PANELS; ) {
    const moments = total("value");
    halved = false;
    panels = panels.flatMap((p) => {
      const middle = (p.low + p.high) / 2;
      const enough = !p.error.some((error, j) => error > TOLERANCE * moments[j]);
      if (enough || middle === p.low || middle === p.high) return [p];
      halved = true;
      return [sample(g, p.low, middle), sample(g, middle, p.high)].map((s) => measure(s, orders, shifts));
    });
  }
  const [moments, errors] = [total("value"), total("error")];
  return shifts.map((shift, j) =>
    shift === -Infinity ? shift : shift + Math.log((moments[j] + errors[j]) * (1 + rounding(orders[j], shift))),
  );
}
