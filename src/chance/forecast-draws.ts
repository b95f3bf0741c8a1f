import { betsFor } from "./bets.js";
import type { BettingTest } from "./betting-test.js";
import { totalOf } from "./compensated-sums.js";
import { standardised } from "./mean-model.js";
import { LOOK_EVERY } from "./sequential-test.js";

/**
 * About how many draws, in all, it takes until the test tells E X from m, if its best bet goes on growing as it has:
 * log(bets/α) over that rate, at a multiple of 64. A forecast, from what the draws happened to show; Infinity if no bet
 * has grown.
 */
export function forecastDraws({ model, mirror, alpha, draws, above, below }: BettingTest, m: number): number {
  const { sizes, logPrice } = betsFor(model);
  let rate = 0;
  for (const [bet, size] of sizes.entries()) {
    rate = Math.max(rate, totalOf(above, bet) / draws - logPrice(standardised(model, m), size));
    rate = Math.max(rate, totalOf(below, bet) / draws - logPrice(standardised(mirror, -m), size));
  }
  return Math.ceil(Math.log(sizes.length / alpha) / rate / LOOK_EVERY) * LOOK_EVERY;
}
