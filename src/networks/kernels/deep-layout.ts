/**
 * Where the deep passes have their numbers and vectors, in bytes, in place of kept blocks, beyond BLOCKS. Plain number
 * constants only, as in `layout.ts`.
 */

/** The most points on a ray. */
export const MOST_POINTS = 128;
/** A row of MOST_POINTS doubles for each point: its coefficients of the fresh vectors. */
export const DEEP_C = 299008;
/** A double for each point: the coefficient of z. */
export const DEEP_ALONG = 430080;
/** A double for each point: the coefficient of b. */
export const DEEP_BETA = 431104;
/** A word for each point: what its outputs are compared with, 0 for the outputs at x, 1 + i for those of point i. */
export const DEEP_PARENTS = 432128;
/** Sums as pairs (sum, what it lost). */
export const DEEP_SUMS = 432640;
export const MOST_DEEP_SUMS = 8513;
/** States of the streams of fresh vectors, one for each direction. */
export const DEEP_STREAMS = 568896;
export const DEEP_STREAM_BYTES = 192;
/** Blocks to work in: b, a point, then the outputs at x and at the points, then as many fresh vectors. */
export const DEEP_B = 593472;
export const DEEP_POINT = 595520;
export const DEEP_OUTPUTS = 597568;
export const DEEP_FRESH = 861760;
/** Vectors of the network, in whole blocks. */
export const DEEP_VECTORS = 1123904;
