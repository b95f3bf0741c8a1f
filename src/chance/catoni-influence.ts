/** Beyond it 1 + y + y²/2 is y²/2 to the last digit, and further out y² overflows. */
const LARGE = 1e17;

/**
 * Catoni's influence function, ψ(y) = log(1 + y + y²/2) for y ≥ 0 and −ψ(−y) below: like y near 0, logarithmic far
 * out. Increasing, and exp ψ(y) ≤ 1 + y + y²/2 for every y, since (1 + y + y²/2)·(1 − y + y²/2) = 1 + y⁴/4 ≥ 1.
 * Hence E exp ψ(Y) ≤ 1 + E Y + E Y²/2, whatever the tails of Y (Catoni 2012).
 */
export function catoniInfluence(y: number): number {
  const size = Math.min(Math.abs(y), Number.MAX_VALUE);
  const value = size < LARGE ? Math.log1p(size + (size * size) / 2) : 2 * Math.log(size) - Math.LN2;
  return y < 0 ? -value : value;
}
