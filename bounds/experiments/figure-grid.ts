/** Points of a figure: all combinations, each with its number of networks and of inputs of a network. */
export interface FigureGrid {
  readonly d: readonly number[];
  readonly k: readonly number[];
  readonly depth: readonly number[];
  readonly networks: number;
  readonly inputs: number;
  /** Pairs of inputs of one network a point, for the band; unless given a quarter of the samples, as far as time allows. */
  readonly pairs?: number;
}

const DEPTHS = [1, 2, 3, 4, 5, 6];
const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000];
const CURVES = [5, 10, 50, 100, 1000, 10_000, 1_000_000];

/** What a figure shows unless told otherwise: minutes. */
export const SMALL_GRID: readonly FigureGrid[] = [
  { d: [5, 20, 100, 1000], k: [5, 10, 20, 50, 100, 200, 500, 1000], depth: DEPTHS, networks: 10, inputs: 100 },
];

const widths = (from: number, to: number) => SIZES.filter((k) => k >= from && k <= to);

/**
 * The committed campaign: 10,000 samples a point on the diagonal, 100 or more off it, as many as two hours of a core pay
 * for. Of points named twice the first counts. Where a pair of inputs takes seconds there is no band.
 */
export const CAMPAIGN_GRID: readonly FigureGrid[] = [
  ...widths(5, 100_000).map((size) => ({ d: [size], k: [size], depth: DEPTHS, networks: 100, inputs: 100 })),
  { d: [1_000_000], k: [1_000_000], depth: DEPTHS, networks: 100, inputs: 100, pairs: 0 },
  { d: [10_000_000], k: [10_000_000], depth: [1], networks: 100, inputs: 100, pairs: 0 },
  { d: CURVES, k: widths(5, 50), depth: DEPTHS, networks: 10, inputs: 100 },
  { d: CURVES, k: widths(100, 1000), depth: DEPTHS, networks: 4, inputs: 100 },
  { d: CURVES, k: widths(2000, 10_000), depth: DEPTHS, networks: 2, inputs: 100 },
  { d: CURVES, k: [100_000, 1_000_000], depth: DEPTHS, networks: 1, inputs: 100, pairs: 0 },
  { d: [1000, 10_000, 1_000_000], k: [10_000_000], depth: [1], networks: 1, inputs: 100, pairs: 0 },
];
