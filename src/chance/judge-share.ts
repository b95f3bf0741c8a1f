import type { Outcome } from "./outcome.js";
import { type Counts, logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";

/** What draws said: some failed, and of some others it cannot be told. */
interface Seen extends Counts {
  /** Draws that may have failed, besides those that did; 0 if left out. */
  readonly unresolved?: number;
}

/** "A draw fails with probability at most gamma." */
interface ShareClaim {
  readonly gamma: number;
  /** What must be ruled out for support, where that is less than gamma; 0 or below: nothing supports it. */
  readonly supportable?: number;
}

/**
 * Whether so many draws refute the claim, support it, or neither, at level alpha: the rule of every decision by counts. It
 * holds over all looks together. Draws that failed refute; those that cannot be told count as failures against support.
 *
 * @throws RangeError as `logEvidenceAbove`.
 */
export function judgeShare(
  { failures, draws, unresolved = 0 }: Seen,
  { gamma, supportable = gamma }: ShareClaim,
  alpha: number,
): Outcome["verdict"] {
  const needed = -Math.log(alpha);
  if (logEvidenceAbove({ failures, draws }, gamma) >= needed) return "refuted";
  if (supportable <= 0) return "inconclusive";
  return logEvidenceBelow({ failures: failures + unresolved, draws }, supportable) >= needed
    ? "supported"
    : "inconclusive";
}
