import { type BettingTest, bettingTest, update } from "../betting-test.js";
import type { MeanModel } from "../mean-model.js";

/** X takes at most three values. */
export interface ThreePointLaw {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}

/** The test that has seen counts[i] draws of the i-th value, given what it is after one of each. */
export function afterCounts(ones: readonly BettingTest[], counts: readonly number[]): BettingTest {
  const [{ above, below }] = ones;
  const total = (side: "above" | "below") => {
    const sums = new Float64Array(above.sums.length);
    for (const [i, one] of ones.entries())
      for (let bet = 0; bet < sums.length; bet++) sums[bet] += counts[i] * one[side].sums[bet];
    return { sums, lost: below.lost };
  };
  const draws = counts.reduce((sum, count) => sum + count, 0);
  return { ...ones[0], draws, above: total("above"), below: total("below") };
}

/** States of less probability are not asked: all of them together are beyond notice. */
const NEGLIGIBLE = 1e-16;

/**
 * The probability that `rejects` is true at one of the looks, every so many draws up to `draws`: not simulated, but by
 * carrying the law of the counts of undecided tests from draw to draw.
 */
export function crossingProbability(
  model: MeanModel,
  { values, probabilities }: ThreePointLaw,
  draws: number,
  rejects: (test: BettingTest) => boolean,
  every = 1,
): number {
  const ones = values.map((value) => {
    const one = bettingTest(model);
    update(one, value);
    return one;
  });
  const third = probabilities[2] ?? 0;
  const width = third > 0 ? draws + 1 : 1;
  // Entry v·width + w: v draws of the second value, w of the third.
  let undecided = Float64Array.of(1);
  let crossed = 0;
  for (let n = 1; n <= draws; n++) {
    const next = new Float64Array((n + 1) * width);
    for (let v = 0; v < n; v++)
      for (let w = 0; w < Math.min(width, n - v); w++) {
        const mass = undecided[v * width + w];
        if (mass === 0) continue;
        next[v * width + w] += mass * probabilities[0];
        next[(v + 1) * width + w] += mass * probabilities[1];
        if (third > 0) next[v * width + w + 1] += mass * third;
      }
    if (n % every === 0)
      for (let v = 0; v <= n; v++)
        for (let w = 0; w < Math.min(width, n - v + 1); w++) {
          const i = v * width + w;
          if (next[i] < NEGLIGIBLE || !rejects(afterCounts(ones, [n - v - w, v, w].slice(0, values.length)))) continue;
          crossed += next[i];
          next[i] = 0;
        }
    undecided = next;
  }
  return crossed;
}
