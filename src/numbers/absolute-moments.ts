import { GAUSS, KRONROD, NODES } from "./gauss-kronrod.js";
import { gaussianPanels } from "./gaussian-panels.js";
import { type Integrand, REACH } from "./integrand.js";
import { kronrodError, RULE_ORDER } from "./kronrod-error.js";
import { type Majorant, nearestTo0, productBounds, relativeDensityBounds } from "./majorants/taylor-bounds.js";
import { wholeEnds } from "./proven-panels.js";

/** The 15 nodes on [−1, 1] with their Kronrod and Gauss weights. */
const RULE = [...NODES.keys()].flatMap((i) =>
  (i === 0 ? [0] : [-NODES[i], NODES[i]]).map((at) => ({ at, kronrod: KRONROD[i], gauss: GAUSS[i] })),
);
const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** A panel is halved while what its rule leaves exceeds this part of some moment. */
const TOLERANCE = 1e-13;
const MOST_PANELS = 2000;
/** What abscissas may be off by, relative to the ends of their panel. */
const SHIFT = 2 ** -51;

/** |g(t)| ≤ constant + slope·|t| for all t. */
export interface Growth {
  readonly constant: number;
  readonly slope: number;
}

/** By order: the logs of a panel's part of the moment, and of what its rule may leave of it. */
interface Panel {
  readonly low: number;
  readonly high: number;
  readonly value: Float64Array;
  readonly error: Float64Array;
}

/** log|g|, at most, and the log of the density at the nodes of a panel. */
interface Sample {
  readonly logG: readonly number[];
  readonly logDensity: readonly number[];
}

function sample(g: Integrand, a: Majorant | null, low: number, high: number): Sample {
  const nodes = RULE.map(({ at }) => (low + high) / 2 + ((high - low) / 2) * at);
  // Abscissas are off by their rounding; where g may jump, or is as steep as that, what bounds it does.
  const [most, slope] = a ? [a[0], a.length > 1 ? a[1] : Infinity] : [Infinity, 0];
  const shift = slope * SHIFT * Math.max(-low, high);
  return {
    logG: nodes.map((t) => Math.log(Math.min(most, Math.abs(g.value(t)) + g.error(t) + shift))),
    logDensity: nodes.map((t) => -0.5 * t * t - LOG_SQRT_TWO_PI),
  };
}

/** The log of the rule for |g|^q, and of |K − G|. */
function rule({ logG, logDensity }: Sample, half: number, q: number): readonly [number, number] {
  let most = -Infinity;
  for (let i = 0; i < RULE.length; i++) {
    const log = q * logG[i] + logDensity[i];
    if (!(log <= most)) most = log;
  }
  if (Math.abs(most) === Infinity) return [most, most];
  let [kronrod, gauss] = [0, 0];
  for (let i = 0; i < RULE.length; i++) {
    const term = Math.exp(q * logG[i] + logDensity[i] - most);
    kronrod += RULE[i].kronrod * term;
    gauss += RULE[i].gauss * term;
  }
  return [most + Math.log(half * kronrod), most + Math.log(half * Math.abs(kronrod - gauss))];
}

/** The logs of what the rule leaves of |g|^q for the orders given (ascending), where a bounds g over the panel. */
function provenErrors(g: Integrand, a: Majorant, low: number, high: number, orders: readonly number[]): Float64Array {
  const half = (high - low) / 2;
  const errors = new Float64Array(orders.length).fill(a[0] === 0 ? -Infinity : Infinity);
  if (a[0] === 0 || !(a[0] < Infinity)) return errors;
  const middle = (low + high) / 2;
  const keepsSign = a.length > 1 && Math.abs(g.value(middle)) - g.error(middle) > (1 + 1e-12) * a[1] * half;
  const phi = relativeDensityBounds(low, high, RULE_ORDER);
  const relative: Majorant = a.map((x) => (x / a[0]) * (1 + 1e-15));
  const logDensity = -0.5 * nearestTo0(low, high) ** 2 - LOG_SQRT_TWO_PI;
  let [powers, reached] = [relative, 1];
  orders.forEach((q, j) => {
    for (; reached < q; reached++) powers = productBounds(powers, relative);
    // Where g may change its sign, |g|^q for odd q has no more than q bounded derivatives.
    const smooth = keepsSign || q % 2 === 0 ? powers : powers.slice(0, q + 1);
    errors[j] = q * Math.log(a[0]) + logDensity + Math.log(kronrodError(smooth, phi, half, []));
  });
  return errors;
}

/** log of ∫ (constant + slope·t)^q φ beyond ±REACH, at most: its logarithm falls at a rate of at least REACH − q/REACH. */
function logBeyond({ constant, slope }: Growth, q: number): number {
  const rate = REACH - q / REACH;
  return q * Math.log(constant + slope * REACH) - (REACH * REACH) / 2 - LOG_SQRT_TWO_PI + Math.log(2 / rate);
}

/** log(e^x + e^y + …) */
function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return !Number.isFinite(most) ? most : most + Math.log(logs.reduce((sum, x) => sum + Math.exp(x - most), 0));
}

/** What rounding may come to, relative to a moment of order q: units of 2^−53 of the sizes of q·log|g| and t²/2 ≤ 745. */
const rounding = (q: number, log: number) => q * 2 ** -50 + (Math.abs(log) + 1600) * 2 ** -51;

/**
 * Upper bounds on log E|g(X)|^q for the orders q given (ascending), X ~ N(0, 1); −Infinity where the moment is 0, NaN
 * where g is. With majorants of g they are proved (kronrod-error.ts, and `growth` beyond ±38.6); without, they rest on
 * estimates. They exceed the truth by less than 1e-10 where 2000 panels resolve g, for q ≤ 160 and moments between
 * e^(±10⁴).
 *
 * All orders share one subdivision, so that g is evaluated once a node, and everything is in logs, so that no power
 * overflows.
 */
export function logAbsoluteMoments(g: Integrand, orders: readonly number[], growth: readonly Growth[] = []): number[] {
  const { bounds } = g;
  const make = (low: number, high: number): Panel => {
    const a = bounds?.(low, high, RULE_ORDER) ?? null;
    const found = sample(g, a, low, high);
    const both = orders.map((q) => rule(found, (high - low) / 2, q));
    return {
      low,
      high,
      value: Float64Array.from(both, ([value]) => value),
      error: a ? provenErrors(g, a, low, high, orders) : Float64Array.from(both, ([, error]) => error),
    };
  };
  const ends = bounds ? wholeEnds(g.kinks, REACH) : gaussianPanels(g.kinks, g.scale);
  let panels = ends.slice(1).map((high, i) => make(ends[i], high));
  const total = (field: "value" | "error") => orders.map((_, j) => logSum(panels.map((p) => p[field][j])));
  for (let halved = true; halved && panels.length < MOST_PANELS; ) {
    const moments = total("value");
    halved = false;
    panels = panels.flatMap((p) => {
      const middle = (p.low + p.high) / 2;
      const enough = !p.error.some((error, j) => error > Math.log(TOLERANCE) + moments[j]);
      if (enough || middle === p.low || middle === p.high) return [p];
      halved = true;
      return [make(p.low, middle), make(middle, p.high)];
    });
  }
  const [moments, errors] = [total("value"), total("error")];
  return orders.map((q, j) => {
    const beyond =
      growth.length > 0 && bounds ? Math.min(...growth.map((majorant) => logBeyond(majorant, q))) : -Infinity;
    const log = logSum([moments[j], errors[j], beyond]);
    return log === -Infinity ? log : log + Math.log1p(rounding(q, log));
  });
}
