/** The probability that a run may ever report a false verdict, and the level of one sampled decision. */
export const RUN_BUDGET = 1e-6;
export const DECISION_ALPHA = 1e-10;

/**
 * The level α of each sampled decision in a run that plans `decisions` of them: 1e-10 where the budget pays for it
 * (up to 10⁴ decisions at the default budget of 1e-6), an equal share of the budget beyond.
 * By the union bound the whole run is wrong with probability at most `budget`.
 *
 * @throws RangeError if budget is outside (0, 1) or decisions is not an integer ≥ 0.
 */
export function decisionAlpha(decisions: number, budget: number = RUN_BUDGET): number {
  if (!(budget > 0 && budget < 1)) throw new RangeError(`budget is ${budget}; it must be in (0, 1)`);
  if (!Number.isSafeInteger(decisions) || decisions < 0)
    throw new RangeError(`decisions is ${decisions}; it must be an integer ≥ 0`);
  return decisions * DECISION_ALPHA <= budget ? DECISION_ALPHA : budget / decisions;
}

/** The false-alarm probability that a set of decisions has used: the sum of their α; null costs nothing. */
export function spentAlpha(alphas: Iterable<number | null>): number {
  let total = 0;
  for (const alpha of alphas) total += alpha ?? 0;
  return total;
}
