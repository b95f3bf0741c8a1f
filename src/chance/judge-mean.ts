import { logCapitalAbove, logCapitalBelow } from "./betting-capital.js";
import type { BettingTest } from "./betting-test.js";
import { meanEnds } from "./mean-model.js";

/** "E X ≤ atMost", or "E X ≥ atLeast". */
export type MeanClaim =
  | { readonly atMost: number; readonly atLeast?: undefined }
  | { readonly atLeast: number; readonly atMost?: undefined };

/**
 * Whether the claim is refuted, supported or neither at level alpha, each false with probability at most alpha over all
 * the times at which it is asked. By convention that is every `LOOK_EVERY` = 64 draws and after the last draw. A claim
 * that the model makes sure needs no draws.
 *
 * With L = meanLower and U = meanUpper: "E X ≤ m" is refuted if and only if L > m, and supported if and only if U < m
 * or m is the model's upper end or beyond; "E X ≥ m" is refuted if and only if U < m, and supported likewise.
 *
 * @throws RangeError if the claim's mean is NaN.
 */
export function judgeMean(test: BettingTest, claim: MeanClaim): "supported" | "refuted" | "inconclusive" {
  const { lower, upper } = meanEnds(test.model);
  const needed = -Math.log(test.alpha);
  const upwards = claim.atMost !== undefined;
  const m = claim.atMost ?? claim.atLeast;
  const [above, below] = [logCapitalAbove(test, m) >= needed, logCapitalBelow(test, m) >= needed];
  if (upwards ? m >= upper : m <= lower) return "supported";
  if (upwards ? above : below) return "refuted";
  return (upwards ? below : above) ? "supported" : "inconclusive";
}
