import { formatNumber, pow } from "lemmacheck";

/** A width and a dimension that will do together. */
interface SizePair {
  readonly k: number;
  readonly d: number;
}

/** The whole number that a size comes to, up to 2^53; beyond, where doubles are whole, the size itself. */
export const wholeSize = (x: number) => Math.max(1, Math.ceil(x));

/** Sizes at the edge of what will do. */
export interface SizePairs {
  /** No smaller k will do, whatever d. */
  readonly leastWidth: number;
  /** Twice that k, and the d that it takes. */
  readonly balanced: SizePair;
  /** The k for which the least d will do, among powers of 2 times the least. */
  readonly leastDimension: SizePair;
}

/** How many doublings of the width are tried for the least dimension. */
const DOUBLINGS = 60;

/** Null where no width will do. */
export function pairsOfLeast(leastWidth: number, leastDimension: (k: number) => number): SizePairs | null {
  if (leastWidth === Infinity) return null;
  const pairs = Array.from({ length: DOUBLINGS }, (_, i) => {
    const k = wholeSize(leastWidth * pow(2, i + 1));
    return { k, d: wholeSize(leastDimension(k)) };
  });
  return {
    leastWidth: wholeSize(leastWidth),
    balanced: pairs[0],
    leastDimension: pairs.reduce((least, pair) => (pair.d < least.d ? pair : least)),
  };
}

export function textOfPairs(pairs: SizePairs | null): string {
  if (pairs === null) return "no size will do at so large a γ";
  const { leastWidth, balanced, leastDimension } = pairs;
  const text = ({ k, d }: SizePair) => `k = ${formatNumber(k)}, d ≥ ${formatNumber(d)}`;
  return `k ≥ ${formatNumber(leastWidth)} in any dimension; ${text(balanced)}; least dimension ${text(leastDimension)}`;
}
