import { logBinomialTails } from "../../numbers/binomial-tails.js";

/**
 * Twice the smaller tail of Bin(trials, probability) at `count`, capped at 1: under that law it falls to α or below with
 * probability at most α, for every α.
 */
export function binomialPValue(count: number, trials: number, probability: number): number {
  const { logAtLeast, logAtMost } = logBinomialTails(count, trials, probability);
  return Math.min(1, 2 * Math.exp(Math.min(logAtLeast, logAtMost)));
}

/** The least count c for which P(Bin(trials, probability) ≥ c) ≤ alpha; trials + 1 if there is none. */
export function binomialCriticalCount(trials: number, probability: number, alpha: number): number {
  let count = Math.ceil(trials * probability);
  while (count <= trials && logBinomialTails(count, trials, probability).logAtLeast > Math.log(alpha)) count++;
  return count;
}
