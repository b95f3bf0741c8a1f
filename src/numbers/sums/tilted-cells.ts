import type { GaussianVariable } from "./gaussian-variable.js";
import type { QuadratureNodes } from "./quadrature-nodes.js";

/** The line cut between the nodes of a rule, in ascending z, with the density G = e^(sign·cg)φ/M(c) of one sign's part. */
export interface TiltedCells {
  readonly count: number;
  /** |X − centre| at most, by cell. */
  readonly size: Float64Array;
  /** ∫ G at most. */
  readonly mass: Float64Array;
  /** |g'| at least; 0 where not known. */
  readonly steepness: Float64Array;
  /** |q| at most, and ∫|q'|, for q = G/g'. */
  readonly quotient: Float64Array;
  readonly variation: Float64Array;
  /** Whether g' may jump between this cell and the one before. */
  readonly broken: Uint8Array;
}

const UP = 1 + 1e-9;

/** ∫ e^(rate·s) ds from a to b. */
function integralOfExp(rate: number, a: number, b: number): number {
  if (Math.abs(rate) * (b - a) < 1e-6) return (b - a) * Math.exp(Math.abs(rate) * Math.max(Math.abs(a), Math.abs(b)));
  return (Math.expm1(rate * b) - Math.expm1(rate * a)) / rate;
}

/**
 * With a cell's middle z, half-width h and bounds b on |g''|/2: |g'| ≥ |g'(z)| − 2bh, G ≤ G(z)·e^(c·δ + |z|h) where g moves
 * by at most δ, and q' = G·(±c − t/g' − g''/g'^2) with G' = (±cg' − t)G.
 *
 * @param tilt c with the sign of the part: X = ±g.
 * @param logScale log of the part of M(c) that G is relative to, from below.
 */
export function tiltedCells(
  { slope, slopeError, kinks }: GaussianVariable,
  { panels, z, y, yError, logDensity }: QuadratureNodes,
  tilt: number,
  logScale: number,
  centre: number,
): TiltedCells {
  const count = z.length;
  const make = () => new Float64Array(count);
  const cells = { size: make(), mass: make(), steepness: make(), quotient: make(), variation: make() };
  const broken = new Uint8Array(count);
  const perPanel = count / panels.length;
  const isKink = new Set(kinks);
  panels.forEach(({ low, high, slope: steepest, bend, least, most }, i) => {
    const first = i * perPanel;
    if (isKink.has(low)) broken[first] = 1;
    for (let j = first; j < first + perPanel; j++) {
      const from = j === first ? low : (z[j - 1] + z[j]) / 2;
      const to = j === first + perPanel - 1 ? high : (z[j] + z[j + 1]) / 2;
      const half = Math.max(to - z[j], z[j] - from);
      const [at, off] = [slope(z[j]), slopeError(z[j])];
      const moved = Math.min(steepest * half, (Math.abs(at) + off + bend * half) * half);
      const away = moved + yError[j];
      // Where nothing is known of g' the range of the panel is left.
      const logG = (away < Infinity ? Math.abs(tilt) * away + tilt * y[j] : tilt * (tilt > 0 ? most : least)) +
        logDensity[j] + Math.abs(z[j]) * half - logScale;
      const density = Math.exp(logG) * UP;
      // log G at z + s is at most that at z plus (±cg'(z) − z)s plus c·b·s².
      const rate = tilt * at - z[j];
      const bent = Math.abs(tilt) * (yError[j] + off * half + bend * half * half) + tilt * y[j] + logDensity[j];
      const sharp = integralOfExp(rate, from - z[j], to - z[j]) * Math.exp(bent - logScale) * UP;
      cells.mass[j] = sharp >= 0 ? Math.min((to - from) * density, sharp) : (to - from) * density;
      const sign = tilt < 0 ? -1 : 1;
      const range = Math.max(Math.abs(sign * most - centre), Math.abs(sign * least - centre));
      cells.size[j] = away < Infinity ? Math.min(Math.abs(sign * y[j] - centre) + away, range) : range;
      const steep = Math.abs(at) - off - 2 * bend * half;
      if (!(steep > 0)) continue;
      cells.steepness[j] = steep;
      cells.quotient[j] = density / steep;
      const drift = Math.abs(tilt - z[j] / at) + (Math.abs(z[j]) / steep) * ((2 * bend * half + off) / Math.abs(at));
      cells.variation[j] = (to - from) * density * (drift + half / steep + (2 * bend) / steep ** 2) * UP;
    }
  });
  return { count, ...cells, broken };
}
