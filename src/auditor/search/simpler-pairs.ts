import type { Spot } from "./axis.js";

/** Values of each of two axes that are tried together. */
const EACH = 8;
/** The first of them, which are the simplest; the rest are spread over all others. */
const SIMPLEST = 3;

/** The simplest few values, and some of the rest, to the last. */
function some(values: readonly Spot[]): readonly Spot[] {
  if (values.length <= EACH) return values;
  const step = (values.length - SIMPLEST) / (EACH - SIMPLEST);
  const rest = Array.from({ length: EACH - SIMPLEST }, (_, i) => values[Math.round(SIMPLEST - 1 + (i + 1) * step)]);
  return [...values.slice(0, SIMPLEST), ...rest];
}

/** Simpler values of two axes taken together, the simplest pairs first. */
export function simplerPairs(one: readonly Spot[], other: readonly Spot[]): readonly (readonly [Spot, Spot])[] {
  return some(one)
    .flatMap((a, i) => some(other).map((b, j) => ({ pair: [a, b] as const, place: i + j })))
    .toSorted((a, b) => a.place - b.place)
    .map(({ pair }) => pair);
}
