import { kronrodError, RULE_ORDER } from "../kronrod-error.js";
import { exponentialBounds, relativeDensityBounds } from "../majorants/taylor-bounds.js";
import { type CellBox, cellBoxes } from "./cell-boxes.js";
import { type GaussianVariable, reach } from "./gaussian-variable.js";
import { type QuadratureNodes, quadratureNodes } from "./quadrature-nodes.js";

/** log of what may be left out beyond the last panel. */
const LOG_LEFT_OUT = 42;
/** Points of the rough integral to steer by. */
const ROUGH = 256;

/** M(c), roughly; it is at least 1 for a law of mean 0. */
function roughTransform({ value }: GaussianVariable, c: number, R: number): number {
  let sum = 0;
  for (let i = 0; i < ROUGH; i++) {
    const z = R * ((2 * i + 1) / ROUGH - 1);
    sum += Math.exp(c * value(z) - 0.5 * z * z);
  }
  return Math.max(1, (sum * 2 * R) / ROUGH / Math.sqrt(2 * Math.PI));
}

/** The tilts ±c and ±c/2 with log M there, roughly. */
function tiltsOf(variable: GaussianVariable, c: number, R: number) {
  const signs = variable.signed ? [1, -1] : [1];
  return signs.flatMap((sign) =>
    [c, c / 2].map((tilt) => ({ tilt: sign * tilt, logM: Math.log(roughTransform(variable, sign * tilt, R)) })),
  );
}

/** Boxes for the envelope of tilts from c/2 to c. */
export function tiltedBoxes(variable: GaussianVariable, c: number): readonly CellBox[] {
  const R = reach(variable, c, LOG_LEFT_OUT);
  return cellBoxes(variable, R, tiltsOf(variable, c, R));
}

/** Nodes for e^(zg), |Re z| from c/2 to c and |Im z| up to omega, g of mean 0. */
export function tiltedNodes(variable: GaussianVariable, c: number, omega: number): QuadratureNodes {
  const R = reach(variable, c, LOG_LEFT_OUT);
  const tilts = tiltsOf(variable, c, R);
  const size = Math.hypot(c, omega);
  return quadratureNodes(variable, R, (a, { low, high, least, most, logDensity }) => {
    const left = kronrodError(
      exponentialBounds(a, size),
      relativeDensityBounds(low, high, RULE_ORDER),
      (high - low) / 2,
    );
    const logLeft = Math.log(left) + logDensity;
    const errors = tilts.map(({ tilt, logM }) => logLeft + tilt * (tilt > 0 ? most : least) - logM);
    return { logLeft, error: Math.exp(Math.max(...errors)) };
  });
}

/** What the rule leaves of the integral of e^(zg) for Re z = tilt, in units of e^logM: panels, rounding, and beyond ±R. */
export function tiltedError({ panels, noise }: QuadratureNodes, tilt: number, logM: number): number {
  let sum = 0;
  for (const { logLeft, least, most } of panels) sum += Math.exp(logLeft + tilt * (tilt > 0 ? most : least) - logM);
  return sum + noise + Math.exp(-LOG_LEFT_OUT - Math.min(0, logM));
}
