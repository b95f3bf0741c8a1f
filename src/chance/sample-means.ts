import type { BettingTest } from "./betting-test.js";
import { totalOf } from "./compensated-sums.js";

/** The means of the lower and of the upper ends of the draws: the mean of what was drawn is between them. NaN without draws. */
export function sampleMeans({ totals, draws }: BettingTest): readonly [lower: number, upper: number] {
  return [totalOf(totals, 0) / draws, totalOf(totals, 1) / draws];
}
