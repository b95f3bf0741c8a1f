import { betsFor } from "./bets.js";
import { type BettingTest, bettingTest } from "./betting-test.js";
import { claimedBound } from "./claimed-bound.js";
import { DECISION_ALPHA } from "./error-budget.js";
import { type ExpectedDraws, requirePlan } from "./expected-draws.js";
import { firstWhere } from "./first-where.js";
import { judgeMean, type MeanClaim } from "./judge-mean.js";
import { checkedMeanModel, type MeanModel, standardised } from "./mean-model.js";
import { settlingLaw } from "./settling-law.js";
import { type TwoValues, twoValues } from "./two-values.js";

/** A run of `hasMean`, or of a `mean` claim's draws, before it is made: what is known, what is claimed, and a guess. */
export type PlannedMean = MeanModel &
  MeanClaim & {
    /** A guess of E X. */
    readonly mean: number;
    /** A guess of the standard deviation of X; the greatest that is possible with that mean, if left out. */
    readonly deviation?: number | undefined;
    /** The level of the verdict, in (0, 1); 1e-10 if left out. */
    readonly alpha?: number | undefined;
    /** The most draws, an integer from 1 to 2^18; 65536 if left out. */
    readonly draws?: number | undefined;
  };

/** The verdict on the claim after n draws of which v had the high value. */
function verdicts(claim: MeanClaim, test: BettingTest, { low, high }: TwoValues) {
  const { sizes, logPayoff } = betsFor(test.model);
  const payoffs = (y: number) => sizes.map((size) => logPayoff(y, size));
  const above = { high: payoffs(standardised(test.model, high)), low: payoffs(standardised(test.model, low)) };
  const below = { high: payoffs(standardised(test.mirror, -high)), low: payoffs(standardised(test.mirror, -low)) };
  return (v: number, n: number) => {
    test.draws = n;
    for (let bet = 0; bet < sizes.length; bet++) {
      test.above.sums[bet] = v * above.high[bet] + (n - v) * above.low[bet];
      test.below.sums[bet] = v * below.high[bet] + (n - v) * below.low[bet];
    }
    return judgeMean(test, claim);
  };
}

/**
 * How many draws the betting test of "E X is at most (at least) so much" takes, if X has two values with the mean and the
 * deviation that are guessed: the law of the whole test, all looks together. The test then knows its draws by how often
 * the higher value came, so that nothing is estimated.
 *
 * An X of another shape with the same mean and deviation takes nearly as many, the nearer the claim is to its mean: a bet's
 * capital then grows by mean and variance alone, to second order in the bet. Without a deviation the two values are the
 * ends of the range, and no X of that mean has bets that grow more slowly (E log(1 + θY) is least there, by concavity).
 *
 * @throws RangeError naming the argument, what it was and what it must be.
 * @example
 * const range = { lower: 0, upper: 1 };
 * expectedDrawsOfMean({ range, atMost: 0.55, mean: 0.5, deviation: 0.29 }).mean // 1600
 */
export function expectedDrawsOfMean(plan: PlannedMean): ExpectedDraws {
  const { alpha = DECISION_ALPHA, draws: cap = 65536 } = plan;
  claimedBound(plan);
  requirePlan(alpha, cap);
  const model = checkedMeanModel(plan);
  const law = twoValues(model, plan.mean, plan.deviation);
  const verdict = verdicts(plan, bettingTest({ ...model, alpha }), law);
  const upwards = plan.atMost !== undefined;
  const [low, high] = upwards ? ["supported", "refuted"] : ["refuted", "supported"];
  // Both counts that end it never fall from look to look.
  let [few, many] = [-1, 0];
  const {
    few: ofFew,
    many: ofMany,
    ...rest
  } = settlingLaw({
    probability: law.probability,
    draws: cap,
    endsAt: (n) => {
      few = firstWhere(Math.max(0, few), n, (v) => verdict(v, n) !== low) - 1;
      many = firstWhere(Math.max(few + 1, Math.min(many, n)), n, (v) => verdict(v, n) === high);
      return { few, many };
    },
  });
  return { ...rest, supported: upwards ? ofFew : ofMany, refuted: upwards ? ofMany : ofFew };
}
