/** Two steps between which g changes sign. */
export interface Bracket {
  readonly low: number;
  readonly high: number;
  /** g ≥ 0 there. */
  readonly atLow: number;
  /** g < 0 there. */
  readonly atHigh: number;
  /** The widest gap that narrowing has left below `low`. */
  readonly widest: number;
}

/**
 * Narrows a bracket to the relative tolerance: secants, an end that stays twice counting half as much (the Illinois
 * method; Dowell and Jarratt 1971), and no nearer to an end than half the tolerance.
 */
export function narrowFlip(g: (t: number) => number, bracket: Bracket, tolerance: number): Bracket {
  let { low, high, atLow, atHigh, widest } = bracket;
  // The values at the ends, halved for an end that stays twice.
  let [weightLow, weightHigh, moved] = [atLow, atHigh, ""];
  for (let round = 1; high - low > tolerance * high; round++) {
    // Every third time the middle, for where f is 0 on a stretch, that of a dead network, secants go astray.
    const share = round % 3 === 0 ? 0.5 : weightLow / (weightLow - weightHigh);
    const inner = (tolerance * high) / (high - low) / 2;
    const middle = low + (high - low) * Math.min(Math.max(share, inner), 1 - inner);
    const seen = g(middle);
    // Beyond doubles no sign is known: none that has changed.
    const there = Number.isFinite(seen) ? seen : 0;
    if (there < 0) {
      if (moved === "high") weightLow /= 2;
      [high, atHigh, weightHigh, moved] = [middle, there, there, "high"];
    } else {
      if (moved === "low") weightHigh /= 2;
      widest = Math.max(widest, middle - low);
      [low, atLow, weightLow, moved] = [middle, there, there, "low"];
    }
  }
  return { low, high, atLow, atHigh, widest };
}
