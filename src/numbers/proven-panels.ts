/** A part of the line with a bound on what its rule leaves. */
export interface BoundedPanel {
  readonly low: number;
  readonly high: number;
  readonly error: number;
}

/** Splits at most; a spike of width 1e-12 takes some 400. */
const MOST_PANELS = 3000;

/** A double's neighbours at some distance, between which a kink lies that is not a double itself. */
function around(t: number): readonly number[] {
  return t === 0 ? [0] : [t * (1 - 2 ** -52), t, t * (1 + 2 ** -52)];
}

/**
 * Where to divide [−R, R] to begin with: at whole numbers near 0, where halving leads to the same intervals for every
 * R, further out by a factor, and around kinks.
 *
 * @param coarse fewer to begin with, where so little is asked for that few are halved.
 */
export function wholeEnds(kinks: readonly number[], R: number, coarse = false): number[] {
  const ends = new Set([0, R, -R]);
  const places = coarse ? [2, 4, 8] : [1, 2, 3, 4, 5, 6, 8, 12, 18, 27];
  for (const t of places) if (t < R) ends.add(t).add(-t);
  for (const kink of kinks) for (const t of around(kink)) if (Math.abs(t) < R) ends.add(t);
  return [...ends].toSorted((a, b) => a - b);
}

/**
 * Halves panels until what their rules leave is `enough` in all, or `most` (3000) are there, or none can be halved: those first that
 * are above their share.
 *
 * @param enough what may be left, given the panels.
 */
export function splitPanels<P extends BoundedPanel>(
  ends: readonly number[],
  make: (low: number, high: number) => P,
  enough: (panels: readonly P[]) => number,
  most = MOST_PANELS,
): readonly P[] {
  let panels = ends.slice(1).map((high, i) => make(ends[i], high));
  for (;;) {
    const goal = enough(panels);
    const total = panels.reduce((sum, { error }) => sum + error, 0);
    if (total <= goal || panels.length >= most) return panels;
    const share = goal / (2 * panels.length);
    const room = most - panels.length;
    const worst = panels.filter(({ error, low, high }) => {
      const middle = (low + high) / 2;
      return error > share && middle > low && middle < high;
    });
    if (worst.length === 0) return panels;
    const chosen = new Set(worst.length <= room ? worst : worst.toSorted((p, q) => q.error - p.error).slice(0, room));
    panels = panels.flatMap((panel) => {
      const { low, high } = panel;
      const middle = (low + high) / 2;
      return chosen.has(panel) ? [make(low, middle), make(middle, high)] : [panel];
    });
  }
}
