/**
 * The least x in [1, largest], to 1e-9 relative and from above, from which on `holds`; Infinity where it does not hold at
 * the largest. By bisection in log x, for a condition that stays true once it is.
 *
 * @param largest beyond it a size is taken to be out of any reach.
 */
export function leastWhere(holds: (x: number) => boolean, largest = 1e100): number {
  if (holds(1)) return 1;
  if (!holds(largest)) return Infinity;
  let [low, high] = [0, Math.log(largest)];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (holds(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}
