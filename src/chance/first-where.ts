/**
 * The least integer in [from, last] at which `holds` is true, and last + 1 if there is none; where it holds, it must
 * hold from there on. Gallops, so that the cost is logarithmic in the distance from `from`.
 */
export function firstWhere(from: number, last: number, holds: (n: number) => boolean): number {
  let below = from - 1;
  let above = from;
  for (let step = 1; above <= last && !holds(above); step *= 2) {
    below = above;
    above = above === last ? last + 1 : Math.min(last, above + step);
  }
  if (above > last) return last + 1;
  while (above - below > 1) {
    const middle = below + Math.floor((above - below) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
