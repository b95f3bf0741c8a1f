/** Steps tried, longest first. */
const LONGEST_STEP = 4;
const SHORTEST_STEP = 2 ** -9;
/** Kinks count as commensurate where multiples of one length meet all of them this closely, relative to the largest. */
const TOGETHER = 2 ** -49;

/** The cells of a table: of width `step` around its multiples, in p = factor·t + offset. */
export interface Grid {
  /** A power of 2. */
  readonly step: number;
  readonly factor: number;
  readonly offset: number;
}

/** p − q·round(p/q), within q/2 of 0. */
const remainder = (p: number, q: number) => p - q * Math.round(p / q);

/** The largest length of which all gaps are multiples, by Euclid's algorithm; null if there is none above the shortest step. */
function commonLength(gaps: readonly number[], size: number): number | null {
  let length = 0;
  for (const gap of gaps) {
    let rest = gap;
    // Errors of remainders grow from one to the next; what they come to is seen below.
    while (rest > 2 ** -40 * size) [length, rest] = [rest, Math.abs(remainder(length, rest))];
  }
  if (!(length >= SHORTEST_STEP)) return null;
  const whole = Math.max(...gaps);
  const refined = whole / Math.round(whole / length);
  return gaps.every((gap) => Math.abs(remainder(gap, refined)) <= TOGETHER * size) ? refined : null;
}

/** The grid with cells of width h in t, and a kink on a border between cells. */
function through(kink: number, h: number): Grid {
  const step = 2 ** Math.round(Math.log2(h));
  const factor = step / h;
  return { step, factor, offset: remainder(step / 2 - factor * kink, step) };
}

/**
 * The grids that have every kink on a border between two cells, to within rounding, from the longest step to the
 * shortest: with factor 1 and offset 0 where there is no kink, with factor 1 for one kink; for more, with cells of a
 * length of which all their gaps are multiples; none for incommensurate kinks.
 */
export function* gridsFor(kinks: readonly number[]): Generator<Grid> {
  // That next to 0 is known most exactly.
  const [first, ...others] = kinks.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const size = Math.max(...kinks.map(Math.abs));
  const gaps = others.map((kink) => Math.abs(kink - first));
  let longest: number | null = LONGEST_STEP;
  if (others.length > 0) longest = commonLength(gaps, size);
  if (longest === null) return;
  for (let h = longest / Math.ceil(longest / LONGEST_STEP); h >= SHORTEST_STEP; h /= 2)
    yield first === undefined ? { step: h, factor: 1, offset: 0 } : through(first, h);
}

/** How far p = factor·t + offset is from a border between cells, in t, and how much rounding may move it. */
export function misplacement({ step, factor, offset }: Grid, kink: number): number {
  const p = factor * kink + offset;
  return (Math.abs(remainder(p - step / 2, step)) + 2 ** -51 * (Math.abs(factor * kink) + Math.abs(offset))) / factor;
}
