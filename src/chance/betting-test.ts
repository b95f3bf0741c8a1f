import { betsFor } from "./bets.js";
import { addTo, type CompensatedSums, compensatedSums } from "./compensated-sums.js";
import type { Enclosure } from "./enclosure.js";
import { DECISION_ALPHA } from "./error-budget.js";
import { checkedMeanModel, type MeanModel, mirrored, standardised } from "./mean-model.js";
import { observedEnds } from "./observed-ends.js";

/**
 * A running test of the mean of independent draws: all it keeps of them is two sums a bet, so that a draw costs the same
 * however many came before and any mean may be asked about, at any time, without passing over them again. Plain data.
 */
export interface BettingTest {
  readonly model: MeanModel;
  /** The model of −X, for bets against "E X ≥ m". */
  readonly mirror: MeanModel;
  readonly alpha: number;
  draws: number;
  /** Σ of the draws: of their lower ends and of their upper ends, which differ where draws were intervals. */
  readonly totals: CompensatedSums;
  /** Σ log of the payoffs, a bet each: of bets that E X is higher, at lower ends of draws … */
  readonly above: CompensatedSums;
  /** … and of bets that it is lower, at upper ends. */
  readonly below: CompensatedSums;
}

export type BettingOptions = MeanModel & {
  /** The level of each of the two one-sided tests, in (0, 1); 1e-10 if left out. */
  readonly alpha?: number | undefined;
};

/**
 * A test of the mean that has seen nothing yet.
 *
 * @example
 * const test = bettingTest({ range: { lower: 0, upper: 1 } });
 * for (const x of sample) update(test, x);
 * judgeMean(test, { atMost: 0.5 }); // "refuted" where meanLower(test) > 0.5
 *
 * @throws RangeError if alpha is outside (0, 1), or as `checkedMeanModel`.
 */
export function bettingTest({ alpha = DECISION_ALPHA, ...given }: BettingOptions): BettingTest {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
  const model = checkedMeanModel(given);
  const bets = betsFor(model).sizes.length;
  return {
    model,
    mirror: mirrored(model),
    alpha,
    draws: 0,
    totals: compensatedSums(2),
    above: compensatedSums(bets),
    below: compensatedSums(bets),
  };
}

/**
 * Takes the next draw: a number, or an interval that surely holds it.
 *
 * @throws RangeError naming the draw if it is not a number of the model's range, or an interval that meets the range.
 */
export function update(test: BettingTest, observed: Enclosure): void {
  const { model, mirror, totals, above, below } = test;
  const [lower, upper] = observedEnds(model, observed, test.draws);
  const { sizes, logPayoff } = betsFor(model);
  const [high, low] = [standardised(model, lower), standardised(mirror, -upper)];
  addTo(above, (bet) => logPayoff(high, sizes[bet]));
  addTo(below, (bet) => logPayoff(low, sizes[bet]));
  addTo(totals, (end) => (end === 0 ? lower : upper));
  test.draws++;
}
