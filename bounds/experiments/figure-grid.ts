/** Points of a figure: all combinations, each with its number of networks and of inputs of a network. */
export interface FigureGrid {
  readonly d: readonly number[];
  readonly k: readonly number[];
  readonly depth: readonly number[];
  readonly networks: number;
  readonly inputs: number;
}

const DEPTHS = [1, 2, 3, 4, 5, 6];
const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000];
const CURVES = [5, 10, 50, 100, 1000, 10_000, 100_000, 1_000_000];

/** What a figure shows unless told otherwise: minutes. */
export const SMALL_GRID: readonly FigureGrid[] = [
  { d: [5, 20, 100, 1000], k: [5, 10, 20, 50, 100, 200, 500, 1000], depth: DEPTHS, networks: 10, inputs: 100 },
];

/**
 * The committed campaign: 10,000 samples a point on the diagonal and wherever a network is small, fewer where at small d
 * nearly all of many neurons count. Of points named twice the first counts.
 */
export const CAMPAIGN_GRID: readonly FigureGrid[] = [
  ...SIZES.map((size) => ({ d: [size], k: [size], depth: DEPTHS, networks: 100, inputs: 100 })),
  { d: [10_000_000], k: [10_000_000], depth: [1], networks: 100, inputs: 100 },
  { d: CURVES, k: SIZES.filter((k) => k <= 200), depth: DEPTHS, networks: 100, inputs: 100 },
  { d: CURVES, k: [500, 1000], depth: DEPTHS, networks: 20, inputs: 100 },
  { d: CURVES, k: [2000, 5000, 10_000], depth: DEPTHS, networks: 4, inputs: 100 },
  { d: CURVES, k: [100_000, 1_000_000], depth: DEPTHS, networks: 1, inputs: 100 },
  { d: CURVES, k: [10_000_000], depth: [1], networks: 1, inputs: 100 },
];
