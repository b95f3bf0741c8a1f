import { pow } from "../pow.js";
import type { CellBox } from "./cell-boxes.js";
import type { Line } from "./cumulants.js";
import { type TiltedCell, tiltedCell } from "./tilted-cells.js";

/** |∫ e^(iωg)G dz| ≤ variation/ω over the part where |g'| ≥ λ; the rest is at most its mass. */
interface Cut {
  readonly variation: number;
  readonly mass: number;
}

/** Least steepnesses that are tried, each a part of the one before. */
const [CUTS, PART] = [24, pow(2, -0.8)];
/** Where the bound near 0 begins, in units of the reciprocal of the deviation, and in how many steps it is made. */
const [BASE, BASE_STEPS] = [0.35, 48];
/** How much a grid may add to the modulus, the second where the first does not do, and its most points. */
const [SLACKS, MOST_POINTS] = [[0.1, 0.02], 2000];
/** What |Z| beyond the panels may add to a mass or a second moment. */
const BEYOND = 1e-15;

/** Parts where |g'| ≥ λ: their ends telescope within a run of them. */
function cutAt(lambda: number, cells: readonly TiltedCell[]): Cut {
  let [total, rest, before] = [0, BEYOND, 0];
  for (const { steepness, mass, quotient, variation, broken } of cells) {
    const steep = steepness >= lambda;
    // A run ends: `before` is |q| at its last cell, 0 outside runs.
    if (!steep || broken) {
      total += before;
      before = 0;
    }
    if (!steep) rest += mass;
    else {
      if (before === 0) total += quotient;
      total += variation;
      before = quotient;
    }
  }
  return { variation: total + before, mass: rest };
}

/** The law tilted by c. */
interface TiltedLaw {
  readonly signs: readonly (1 | -1)[];
  /** The line in boxes made for the tilt. */
  readonly boxes: readonly CellBox[];
  readonly c: number;
  /** log M(c), from below. */
  readonly logM: number;
  /** About its mean. */
  readonly centre: number;
  line(c: number, spacing: number, count: number): Line | null;
}

/**
 * A function of ω that bounds log|φ(ω')|, φ(ω') = M(c + iω')/M(c), for all ω' in [ω, 2ω], by the smallest of three bounds.
 *
 * 1. φ = ∫ e^(iωg)G dz with the tilted density G = e^(cg)·density/M(c). Where |g'| ≥ λ, parts give
 *    |∫ e^(iωg)G dz| ≤ (|q| at the ends + the variation of q)/ω for q = G/g'; the rest is at most its mass. The best of
 *    several λ, each bounded cell by cell (tilted-cells.ts).
 * 2. |φ| at the points of a grid, and between them by |φ'| ≤ σ and |φ'| ≤ ωσ² up to a rotation, σ the tilted deviation.
 * 3. 1 − cos 2x ≤ 4(1 − cos x), so that 1 − |φ(ω)|² = E(1 − cos ω(X − X')) ≥ (1 − |φ(2ω)|²)/4: near 0 from the grid.
 *
 * Where one of them comes below `enough` the others are not asked.
 */
export function logEnvelopeOf({
  signs,
  boxes,
  c,
  logM,
  centre,
  line,
}: TiltedLaw): (omega: number, enough: number) => number {
  const parts = signs.map((sign) =>
    boxes.map((box) => tiltedCell(box, sign * c, logM + Math.log(signs.length), centre)),
  );
  const steepest = parts[0].reduce((most, { steepness }) => Math.max(most, steepness), 0);
  const cuts: Cut[] = [{ variation: 0, mass: 1 }];
  for (let i = 0; i < (steepest > 0 ? CUTS : 0); i++) {
    const found = parts.map((cells) => cutAt(steepest * pow(PART, i), cells));
    cuts.push({
      variation: found.reduce((sum, p) => sum + p.variation, 0),
      mass: found.reduce((sum, p) => sum + p.mass, 0),
    });
  }
  // E(X − centre)² at most: no less than the tilted variance.
  const square = parts.flat().reduce((sum, { mass, size }) => sum + mass * size ** 2, BEYOND);
  const deviation = Math.sqrt(square);

  /** The largest |φ| over [ω, 2ω] by a grid of so many steps; 1 where there is none. */
  function onGrid(omega: number, steps: number): number {
    const spacing = omega / steps;
    const found = line(c, spacing, 2 * steps + 1);
    if (!found) return 1;
    const slack = (spacing / 2) * Math.min(deviation, 2 * omega * square);
    let most = 0;
    for (let n = steps; n <= 2 * steps; n++) {
      const modulus = Math.exp(found.logModulus[n]) * (1 + found.relativeError[n]);
      if (!(modulus <= most)) most = modulus;
    }
    return Math.min(1, most + slack) || 1;
  }

  const bases = new Map<number, number>();
  /** 1 − |φ|² at least, over [ω, 2ω] with ω from BASE/σ on. */
  function baseAt(omega: number): number {
    const known = bases.get(omega) ?? 1 - onGrid(omega, BASE_STEPS) ** 2;
    bases.set(omega, known);
    return known;
  }

  return (omega, enough) => {
    const byParts = Math.log(Math.min(...cuts.map(({ variation, mass }) => variation / omega + mass)));
    if (byParts <= enough || !(deviation > 0)) return byParts;
    const doublings = Math.max(0, Math.ceil(Math.log2(BASE / deviation / omega)));
    if (doublings > 0)
      return Math.min(byParts, 0.5 * Math.log1p(-baseAt(omega * pow(2, doublings)) / pow(4, doublings)));
    let least = byParts;
    for (const slack of SLACKS) {
      const steps = Math.max(8, Math.ceil((omega * deviation) / (2 * slack)));
      if (steps <= MOST_POINTS && least > enough) least = Math.min(least, Math.log(onGrid(omega, steps)));
    }
    return least;
  };
}
