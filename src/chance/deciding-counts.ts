import { firstWhere } from "./first-where.js";
import { logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";

/**
 * The least number of failures among `draws` at which the sequential test refutes "p ≤ gamma" at level alpha;
 * draws + 1 if not even failures alone would. Each likelihood ratio in the mixture grows with the failures, and none
 * exceeds 1 up to gamma·draws of them.
 */
export function refutingFailures(draws: number, gamma: number, alpha: number): number {
  const needed = -Math.log(alpha);
  const from = Math.max(1, Math.floor(draws * gamma));
  return firstWhere(from, draws, (failures) => logEvidenceAbove({ failures, draws }, gamma) >= needed);
}

/** The greatest number of failures among `draws` at which the test supports "p ≤ gamma"; −1 if not even none would. */
export function supportingFailures(draws: number, gamma: number, alpha: number): number {
  const needed = -Math.log(alpha);
  const most = Math.floor(draws * gamma);
  const short = (missing: number) => logEvidenceBelow({ failures: most - missing, draws }, gamma) >= needed;
  return most - firstWhere(0, most, short);
}
