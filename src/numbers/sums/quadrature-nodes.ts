import { KRONROD, NODES } from "../gauss-kronrod.js";
import { RULE_ORDER } from "../kronrod-error.js";
import { type Majorant, nearestTo0, type TaylorBounds } from "../majorants/taylor-bounds.js";
import { splitPanels, wholeEnds } from "../proven-panels.js";
import type { GaussianVariable } from "./gaussian-variable.js";

const LOG_SQRT_TWO_PI = 0.9189385332046728;
/** What all rules together may leave, in units of the integral. */
const TOLERANCE = 2e-15;
const MOST_PANELS = 600;
/** The 15 nodes on [−1, 1] with their weights, ascending. */
const RULE = NODES.flatMap((at, i) => (i === 0 ? [0] : [-at, at]).map((x) => ({ at: x, weight: KRONROD[i] }))).toSorted(
  (a, b) => a.at - b.at,
);

/** A panel of a rule for E h(g(Z)). */
interface Panel {
  readonly low: number;
  readonly high: number;
  /** What the rule leaves, in units of the integral, to steer by. */
  readonly error: number;
  /** log of what the rule leaves of the integral of e^(zg)·φ, but for e^(Re z·g); −Infinity for nothing. */
  readonly logLeft: number;
  /** g lies between these. */
  readonly least: number;
  readonly most: number;
  /** Bounds on |g'| and |g''|/2; Infinity where not known. */
  readonly slope: number;
  readonly bend: number;
}

/** A quadrature rule, by node in ascending z: 15 of them a panel. */
export interface QuadratureNodes {
  readonly panels: readonly Panel[];
  readonly z: Float64Array;
  /** y_j = g(z_j), and what it and its abscissa may be off by. */
  readonly y: Float64Array;
  readonly yError: Float64Array;
  /** log of the normal density at z_j, and of the weight that goes with it. */
  readonly logDensity: Float64Array;
  readonly logWeight: Float64Array;
  /** What rounding of exponents comes to, relative to the integral. */
  readonly noise: number;
}

const logDensityAt = (z: number) => -0.5 * z * z - LOG_SQRT_TWO_PI;

/** How the rule's error over a panel is bounded: its log but for e^(Re z·g), and what to steer by. */
export type PanelError = (
  a: Majorant,
  panel: Pick<Panel, "low" | "high" | "least" | "most"> & { readonly logDensity: number },
) => { readonly logLeft: number; readonly error: number };

/** Panels over [−R, R] with what is known of g there. */
function panelMaker({ value, error }: GaussianVariable, bounds: TaylorBounds, left: PanelError) {
  return (low: number, high: number): Panel => {
    const a = bounds(low, high, RULE_ORDER);
    const middle = (low + high) / 2;
    const half = Math.max(high - middle, middle - low);
    const y = value(middle);
    const off = error(middle) + (a.length > 1 ? a[1] * half * (1 + 1e-13) : Infinity);
    const range = { low, high, least: Math.max(-a[0], y - off), most: Math.min(a[0], y + off) };
    return {
      ...range,
      ...left(a, { ...range, logDensity: logDensityAt(nearestTo0(low, high)) }),
      slope: a.length > 1 ? a[1] : Infinity,
      bend: a.length > 2 ? a[2] : Infinity,
    };
  };
}

/**
 * Nodes for E h(g(Z)) over [−R, R]: panels halved until what the rule leaves on all of them is negligible, as `left`
 * proves it (kronrod-error.ts).
 */
export function quadratureNodes(variable: GaussianVariable, R: number, left: PanelError): QuadratureNodes {
  const { value, error, bounds, kinks } = variable;
  if (!bounds) throw new RangeError("a variable must have majorants for its quadrature");
  const panels = splitPanels(
    wholeEnds(kinks, Math.ceil(R)),
    panelMaker(variable, bounds, left),
    () => TOLERANCE,
    MOST_PANELS,
  );
  const count = panels.length * RULE.length;
  const nodes = {
    z: new Float64Array(count),
    y: new Float64Array(count),
    yError: new Float64Array(count),
    logDensity: new Float64Array(count),
    logWeight: new Float64Array(count),
  };
  panels.forEach(({ low, high, slope }, i) => {
    const half = (high - low) / 2;
    const shift = slope < Infinity ? slope * 2 ** -53 * (Math.max(-low, high) + 2 * half) : 0;
    for (let j = 0; j < RULE.length; j++) {
      const index = i * RULE.length + j;
      const z = (low + high) / 2 + half * RULE[j].at;
      nodes.z[index] = z;
      nodes.y[index] = value(z);
      nodes.yError[index] = error(z) + shift;
      nodes.logDensity[index] = logDensityAt(z);
      nodes.logWeight[index] = Math.log(half * RULE[j].weight) + logDensityAt(z);
    }
  });
  // Rounding of exponents that grow to about R²/2.
  return { ...nodes, panels, noise: 2 ** -51 * (8 + (R * R) / 2) };
}
