import { type Counts, logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";
import { turningPoint } from "./turning-point.js";

const SMALLEST = 1e-320;
const LARGEST = 1 - 2 ** -53;

/** Geometric means while the ends differ by much, arithmetic after that: 1e-320 and 1 are 80 steps from neighbours. */
const between = (a: number, b: number) =>
  Math.max(a, b) > 4 * Math.min(a, b) ? Math.sqrt(a) * Math.sqrt(b) : a + (b - a) / 2;

function requireAlpha(alpha: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
}

/**
 * The lower confidence limit for p that is valid under optional stopping: the least p that "the failure probability is
 * at most p" has not been refuted for, that is whose evidence is below 1/alpha (it falls as p grows). So p ≤ γ is
 * refuted if and only if failureLower > γ. 0 when nothing above 1e-320 is refuted.
 *
 * @throws RangeError if alpha is outside (0, 1) or the counts are not integers with 0 ≤ failures ≤ draws.
 */
export function failureLower(counts: Counts, alpha: number): number {
  requireAlpha(alpha);
  const refuted = (p: number) => logEvidenceAbove(counts, p) >= -Math.log(alpha);
  if (counts.failures === 0 || !refuted(SMALLEST)) return 0;
  // At the observed rate and beyond the evidence is at most 1.
  return turningPoint(SMALLEST, Math.min(counts.failures / counts.draws, LARGEST), refuted, between);
}

/**
 * The upper limit likewise: the largest p that "the failure probability is at most p" is not supported for, so that γ
 * is supported if and only if failureUpper < γ. 1 when nothing below 1 is supported.
 *
 * @throws RangeError as `failureLower`.
 */
export function failureUpper(counts: Counts, alpha: number): number {
  requireAlpha(alpha);
  const supported = (p: number) => logEvidenceBelow(counts, p) >= -Math.log(alpha);
  if (counts.failures === counts.draws || !supported(LARGEST)) return 1;
  return turningPoint(LARGEST, Math.max(counts.failures / counts.draws, SMALLEST), supported, between);
}
