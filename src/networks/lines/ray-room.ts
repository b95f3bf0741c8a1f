import { DEEP_VECTORS, MOST_POINTS } from "../kernels/deep-layout.js";
import { BLOCK, BLOCK_BYTES } from "../kernels/layout.js";
import type { CompleteSetting, Widths } from "../setting.js";

/** Memory that the kernels can address, less some. */
const MOST_BYTES = 2 ** 32 - 2 ** 24;

type Sizes = Pick<CompleteSetting, "k" | "depth">;

/** Bytes from a layer's vector to the next: all are as far apart as if their layers had the largest width. */
export function strideOf(k: Widths): number {
  const widest = typeof k === "number" ? k : k.reduce((most, width) => Math.max(most, width));
  return Math.ceil(widest / BLOCK) * BLOCK_BYTES;
}

/** How many vectors fit beside the 2L that `drawRayFast` keeps of x. */
export const vectorsThatFit = ({ k, depth }: Sizes): number =>
  Math.floor((MOST_BYTES - DEEP_VECTORS) / strideOf(k)) - 2 * depth;

/** The most different η's other than 0 of a line that `drawRayFast` draws: 128, fewer from k = 3·10⁶ on, where 4 GiB are too small. */
export const pointsOfRayFast = (sizes: Sizes): number => Math.max(0, Math.min(MOST_POINTS, vectorsThatFit(sizes)));
