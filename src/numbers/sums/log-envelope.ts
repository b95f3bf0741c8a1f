import type { QuadratureNodes } from "./quadrature-nodes.js";

/** ∫ e^(iωy)G dz over the part where |g'| ≥ λ is at most variation/ω; the rest is at most mass. */
interface Cut {
  readonly variation: number;
  readonly mass: number;
}

const CUTS = 40;
const MOST_BINS = 2000;

/** One factor e^(±iωg(z)) with the density G = e^logG of its part of the tilted law. */
function cutAt(lambda: number, nodes: QuadratureNodes, logG: (j: number) => number): Cut {
  const { slope, logDensity, logWeight, afterKink, y } = nodes;
  let [variation, mass, last] = [0, 0, 0];
  let before: number | null = null;
  for (let j = 0; j < y.length; j++) {
    const log = logG(j);
    const weight = Math.exp(log + logWeight[j] - logDensity[j]);
    const q = Math.abs(slope[j]) >= lambda ? Math.exp(log) / slope[j] : null;
    // A segment ends where g' is small or jumps. Its end nodes count as mass as well: the true ends lie beside them.
    const breaks = before === null || q === null || afterKink[j] === 1;
    if (before !== null && breaks) {
      variation += Math.abs(before);
      mass += last;
    }
    if (q === null) mass += weight;
    else if (breaks) {
      variation += Math.abs(q);
      mass += weight;
    } else variation += Math.abs(q - (before ?? 0));
    [before, last] = [q, weight];
  }
  variation += Math.abs(before ?? 0);
  return { variation, mass };
}

/**
 * A function of ω that bounds log|φ(ω')|, φ(ω') = M(c + iω')/M(c), for all ω' in [ω, 2ω], by the smaller of two bounds.
 *
 * 1. φ = ∫ e^(iωg)G dz with the tilted density G = e^(cg)·density/M(c). Where |g'| ≥ λ, parts give
 *    |∫ e^(iωg)G dz| ≤ (|q| at the ends + the variation of q)/ω for q = G/g'; the rest is at most its mass. The best of
 *    several λ. (Variation and mass are taken from the quadrature's nodes.)
 * 2. 1 − |φ(ω')|² = E[1 − cos ω'(X − X')] ≥ (2ω'²/π²)·E[(X − X')²; |X − X'| ≤ π/ω'] for independent tilted X, X', since
 *    1 − cos t ≥ 2t²/π² for |t| ≤ π; and that is at least the part where both lie in the same bin of width π/(2ω).
 *
 * @param logTilts by sign of the summand: node ↦ log of e^(±cy)/M(c) times the sign's probability.
 */
export function logEnvelopeOf(
  nodes: QuadratureNodes,
  logTilts: readonly { readonly sign: 1 | -1; readonly log: Float64Array }[],
): (omega: number) => number {
  const { y, slope, logDensity, logWeight } = nodes;
  const steepest = slope.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
  const cuts: Cut[] = [{ variation: 0, mass: 1 }];
  for (let i = 0; i < CUTS; i++) {
    const lambda = steepest * 2 ** (-i / 2);
    if (lambda === 0) break;
    const parts = logTilts.map(({ log }) => cutAt(lambda, nodes, (j) => log[j] + logDensity[j]));
    cuts.push({
      variation: parts.reduce((sum, p) => sum + p.variation, 0),
      mass: parts.reduce((sum, p) => sum + p.mass, 0),
    });
  }
  const points = logTilts.map(({ sign, log }) => ({ sign, weight: log.map((l, j) => Math.exp(l + logWeight[j])) }));
  const largest = y.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return (omega) => {
    const parts = Math.log(Math.min(...cuts.map(({ variation, mass }) => variation / omega + mass)));
    const width = Math.PI / (2 * omega);
    const bins = 2 * Math.ceil(largest / width + 1);
    return bins > MOST_BINS ? parts : Math.min(parts, fromDifferences(omega, points, y, bins, width));
  };
}

/** log √(1 − (2ω²/π²)·Σ over bins of 2(p₀p₂ − p₁²)), p_i = E[X^i; X in the bin]. */
function fromDifferences(
  omega: number,
  points: readonly { readonly sign: 1 | -1; readonly weight: Float64Array }[],
  y: Float64Array,
  bins: number,
  width: number,
): number {
  const [p0, p1, p2] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  for (const { sign, weight } of points) {
    for (let j = 0; j < y.length; j++) {
      const place = (sign * y[j]) / width + bins / 2;
      const bin = Math.floor(place);
      // From the middle of the bin, so that nothing cancels.
      const x = (place - bin - 0.5) * width;
      p0[bin] += weight[j];
      p1[bin] += weight[j] * x;
      p2[bin] += weight[j] * x * x;
    }
  }
  let squares = 0;
  for (let b = 0; b < bins; b++) squares += 2 * Math.max(0, p0[b] * p2[b] - p1[b] * p1[b]);
  return 0.5 * Math.log1p(-Math.min(1, (2 * omega * omega * squares) / Math.PI ** 2));
}
