import type { BettingTest } from "../betting-test.js";
import { bettingTest, update } from "../betting-test.js";
import { afterCounts } from "./crossing-probability.js";
import { binomialLaw } from "./sequential-law.js";

/** States and steps of less probability are left out: all of them together are beyond notice. */
const NEGLIGIBLE = 1e-20;

/** So many draws from look to look: enough for millions of draws, of which a rare value is seen a few times. */
export const RARE_LOOK = 8192;

/**
 * The probability that `rejects` is true at one of the looks, every 8,192 draws, of a test of draws in [0, 1] that are `rare` with
 * probability p, a small one, and else 1 − `rare`: by the law of how often it was seen, which is a few times.
 */
export function rareCrossing(
  { rare, p }: { readonly rare: 0 | 1; readonly p: number },
  draws: number,
  rejects: (test: BettingTest) => boolean,
): number {
  const ones = [1 - rare, rare].map((value) => {
    const one = bettingTest({ range: { lower: 0, upper: 1 } });
    update(one, value);
    return one;
  });
  const step = binomialLaw(RARE_LOOK, p).filter((mass) => mass > NEGLIGIBLE);
  let undecided = Float64Array.of(1);
  let crossed = 0;
  for (let n = RARE_LOOK; n <= draws; n += RARE_LOOK) {
    const next = new Float64Array(undecided.length + step.length - 1);
    for (const [v, mass] of undecided.entries())
      for (const [more, chance] of step.entries()) next[v + more] += mass * chance;
    for (const [v, mass] of next.entries()) {
      if (mass >= NEGLIGIBLE && !rejects(afterCounts(ones, [n - v, v]))) continue;
      if (mass >= NEGLIGIBLE) crossed += mass;
      next[v] = 0;
    }
    undecided = next.slice(0, next.findLastIndex((mass) => mass > 0) + 1);
  }
  return crossed;
}
