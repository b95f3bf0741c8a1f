/** Beyond this a size is taken to be out of any reach. */
const LARGEST = 1e100;

/**
 * The least x in [1, 1e100], to 1e-9 relative and from above, from which on `holds`; Infinity where it does not hold at
 * 1e100. By bisection in log x, for a condition that stays true once it is.
 */
export function leastWhere(holds: (x: number) => boolean): number {
  if (holds(1)) return 1;
  if (!holds(LARGEST)) return Infinity;
  let [low, high] = [0, Math.log(LARGEST)];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (holds(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp(high);
}
