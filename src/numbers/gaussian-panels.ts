/** exp(−t²/2) is below the smallest double beyond this point. */
const REACH = 38.6;
/** Unless told otherwise, quadrature looks this close to 0. */
const DEFAULT_SCALE = 2 ** -20;

/**
 * Where to divide the line for integrals against the normal density: ±38.6, the bulk, `kinks`, and ever closer to 0,
 * by factors of 4, down to `scale` (and in any case 2^−20), so that no steep feature there hides between nodes.
 */
export function gaussianPanels(kinks: readonly number[] = [], scale = 1): number[] {
  const ends = new Set([0]);
  for (const t of [REACH, 16, 8, 5, 3]) ends.add(t).add(-t);
  for (let t = 1; t >= Math.min(scale, DEFAULT_SCALE) / 4; t /= 4) ends.add(t).add(-t);
  for (const t of kinks) if (Math.abs(t) < REACH) ends.add(t);
  return [...ends].toSorted((a, b) => a - b);
}
