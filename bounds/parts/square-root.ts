/** √x, or null where x is negative: an undefined right side claims nothing. */
export function squareRoot(x: number): number | null {
  return x >= 0 ? Math.sqrt(x) : null;
}
