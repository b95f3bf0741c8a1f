import { logCapitalAbove, logCapitalBelow } from "./betting-capital.js";
import type { BettingTest } from "./betting-test.js";
import { meanEnds } from "./mean-model.js";
import { turningPoint } from "./turning-point.js";

/**
 * The lower confidence limit for E X that is valid under optional stopping: the least mean that "E X is at most so much"
 * has not been refuted for at level alpha. It is above E X, ever, with probability at most alpha. The model's lower end
 * where nothing is refuted.
 */
export function meanLower(test: BettingTest): number {
  const refuted = (m: number) => logCapitalAbove(test, m) >= -Math.log(test.alpha);
  const { lower, upper } = meanEnds(test.model);
  return refuted(lower) ? turningPoint(lower, upper, refuted) : lower;
}

/** The upper limit likewise: the greatest mean that "E X is at least so much" has not been refuted for. */
export function meanUpper(test: BettingTest): number {
  const refuted = (m: number) => logCapitalBelow(test, m) >= -Math.log(test.alpha);
  const { lower, upper } = meanEnds(test.model);
  return refuted(upper) ? turningPoint(upper, lower, refuted) : upper;
}
