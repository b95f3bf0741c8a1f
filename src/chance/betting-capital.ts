import { betsFor } from "./bets.js";
import type { BettingTest } from "./betting-test.js";
import { type CompensatedSums, totalOf } from "./compensated-sums.js";
import { type MeanModel, meanEnds, standardised } from "./mean-model.js";

/** log of the mean over bets of Π payoff/price, for the test of "E X ≤ m" or, mirrored, of "E(−X) ≤ m". */
function logCapital(model: MeanModel, sums: CompensatedSums, draws: number, m: number): number {
  if (Number.isNaN(m)) throw new RangeError("the mean asked about is NaN; it must be a number");
  const { lower, upper } = meanEnds(model);
  if (m < lower) return Infinity;
  const { sizes, logPrice } = betsFor(model);
  // At the end of the range no draw may be above it; one that is shows in the largest bet, however little it is above.
  if (model.range && m === lower) return totalOf(sums, sizes.length - 1) > 0 ? Infinity : 0;
  const mu = standardised(model, Math.min(m, upper));
  const logs = new Float64Array(sizes.length);
  for (let bet = 0; bet < sizes.length; bet++) logs[bet] = totalOf(sums, bet) - draws * logPrice(mu, sizes[bet]);
  const most = logs.reduce((high, log) => Math.max(high, log));
  let total = 0;
  for (const log of logs) total += Math.exp(log - most);
  return most + Math.log(total / sizes.length);
}

/**
 * log of the capital of bets against "E X ≤ m": the mean over bets of Π payoff/price, which starts at 1 and is a
 * nonnegative supermartingale whenever E X ≤ m, so that it ever reaches 1/α with probability at most α (Ville). It does
 * not grow with m. Infinity where "E X ≤ m" is surely false: m below the range, or at its end with a draw above.
 *
 * @throws RangeError if m is NaN.
 */
export function logCapitalAbove({ model, above, draws }: BettingTest, m: number): number {
  return logCapital(model, above, draws, m);
}

/**
 * The mirror image: log of the capital of bets against "E X ≥ m", which does not fall as m grows.
 *
 * @throws RangeError if m is NaN.
 */
export function logCapitalBelow({ mirror, below, draws }: BettingTest, m: number): number {
  return logCapital(mirror, below, draws, -m);
}
