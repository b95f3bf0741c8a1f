import { GAUSS, KRONROD, NODES } from "../gauss-kronrod.js";
import { gaussianPanels } from "../gaussian-panels.js";
import { type GaussianVariable, reach } from "./gaussian-variable.js";

const LOG_SQRT_TWO_PI = 0.9189385332046728;
const MOST_PANELS = 800;
/** A panel is halved while |K − G| exceeds this part of a whole integral. */
const PANEL_TOLERANCE = 1e-15;
/** log of what may be left out beyond the last panel. */
const LOG_LEFT_OUT = 42;
/** The 15 nodes on [−1, 1] with their Kronrod and Gauss weights. */
const RULE = NODES.flatMap((at, i) =>
  (i === 0 ? [0] : [-at, at]).map((x) => ({ at: x, kronrod: KRONROD[i], gauss: GAUSS[i] })),
).toSorted((a, b) => a.at - b.at);

/** A quadrature rule for E h(g(Z)), by node in ascending z. */
export interface QuadratureNodes {
  /** y_j = g(z_j) */
  readonly y: Float64Array;
  /** g'(z_j) */
  readonly slope: Float64Array;
  /** log of the normal density at z_j, and of the weight that goes with it. */
  readonly logDensity: Float64Array;
  readonly logWeight: Float64Array;
  /** Whether a kink lies between z_{j−1} and z_j. */
  readonly afterKink: Uint8Array;
  /**
   * Σ|K − G| over the panels and rounding, in units of the integral: the largest over the integrands that the panels were
   * made for.
   */
  readonly error: number;
}

interface Panel {
  readonly low: number;
  readonly high: number;
  readonly y: readonly number[];
  /** ∫ over the panel of each integrand, and |K − G|. */
  readonly value: Float64Array;
  readonly error: Float64Array;
}

/** Several integrands at once: writes h_i(y)·density to out, for y = g(z); all are positive. */
export interface Integrands {
  readonly count: number;
  write(y: number, logDensity: number, out: Float64Array): void;
}

const logDensityAt = (z: number) => -0.5 * z * z - LOG_SQRT_TWO_PI;

function panelOf(value: (z: number) => number, { count, write }: Integrands, low: number, high: number): Panel {
  const half = (high - low) / 2;
  const y = RULE.map(({ at }) => value((low + high) / 2 + half * at));
  const terms = new Float64Array(count);
  const kronrod = new Float64Array(count);
  const gauss = new Float64Array(count);
  RULE.forEach((node, i) => {
    write(y[i], logDensityAt((low + high) / 2 + half * node.at), terms);
    for (let h = 0; h < count; h++) {
      kronrod[h] += half * node.kronrod * terms[h];
      gauss[h] += half * node.gauss * terms[h];
    }
  });
  return { low, high, y, value: kronrod, error: kronrod.map((sum, h) => Math.abs(sum - gauss[h])) };
}

/** The Gaussian panels within ±R, and R itself. */
function firstEnds(kinks: readonly number[], R: number): number[] {
  const inner = gaussianPanels(kinks).filter((z) => Math.abs(z) < R);
  return [-R, ...inner, R];
}

/**
 * Nodes for E h(g(Z)) with every h of `integrands`: panels as in
 * gaussian-panels.ts out to the reach for the tilt c, joined where one serves as well as two, then halved until |K − G|
 * is negligible everywhere.
 */
export function quadratureNodes(variable: GaussianVariable, c: number, integrands: Integrands): QuadratureNodes {
  const { value, slope, kinks } = variable;
  const R = reach(variable, c, LOG_LEFT_OUT);
  // Rounding of exponents that grow to about R²/2.
  const noise = 2 ** -52 * (8 + (R * R) / 2);
  const make = (low: number, high: number) => panelOf(value, integrands, low, high);
  const ends = firstEnds(kinks, R);
  const first = ends.slice(1).map((high, i) => make(ends[i], high));
  const size = first.reduce((sum, p) => sum.map((s, i) => s + p.value[i]), new Float64Array(integrands.count));
  const small = (errors: Float64Array, values: Float64Array) =>
    errors.every((e, i) => !(e > PANEL_TOLERANCE * size[i] && e > noise * values[i]));
  const isKink = new Set(kinks);
  // Join outwards from 0, where the panels are finest.
  const joined: Panel[] = [];
  for (const side of [first.filter((p) => p.low >= 0), first.filter((p) => p.low < 0).toReversed()]) {
    let current = side[0];
    for (const next of side.slice(1)) {
      const between = next.low >= 0 ? next.low : next.high;
      const whole = isKink.has(between)
        ? null
        : make(Math.min(current.low, next.low), Math.max(current.high, next.high));
      const differences = whole?.value.map((v, i) => Math.abs(v - current.value[i] - next.value[i]));
      if (whole && differences && small(differences, whole.value) && small(whole.error, whole.value)) current = whole;
      else {
        joined.push(current);
        current = next;
      }
    }
    joined.push(current);
  }
  let panels = joined;
  for (let halved = true; halved && panels.length < MOST_PANELS; ) {
    halved = false;
    panels = panels.flatMap((p) => {
      const middle = (p.low + p.high) / 2;
      if (small(p.error, p.value) || middle === p.low || middle === p.high) return [p];
      halved = true;
      return [make(p.low, middle), make(middle, p.high)];
    });
  }
  panels.sort((p, q) => p.low - q.low);
  const count = panels.length * RULE.length;
  const nodes = {
    y: new Float64Array(count),
    slope: new Float64Array(count),
    logDensity: new Float64Array(count),
    logWeight: new Float64Array(count),
    afterKink: new Uint8Array(count),
  };
  panels.forEach((p, i) => {
    const half = (p.high - p.low) / 2;
    RULE.forEach(({ at, kronrod }, j) => {
      const index = i * RULE.length + j;
      const z = (p.low + p.high) / 2 + half * at;
      nodes.y[index] = p.y[j];
      nodes.slope[index] = slope(z);
      nodes.logDensity[index] = logDensityAt(z);
      nodes.logWeight[index] = Math.log(half * kronrod) + logDensityAt(z);
      nodes.afterKink[index] = j === 0 && isKink.has(p.low) ? 1 : 0;
    });
  });
  const errors = size.map((s, i) => (s > 0 ? panels.reduce((sum, p) => sum + p.error[i], 0) / s : 0));
  return { ...nodes, error: Math.max(...errors) + 2 * noise };
}
