import { type Counts, logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";

const SMALLEST = 1e-320;
const LARGEST = 1 - 2 ** -53;

/** Neighbouring doubles between which `holds` turns from true (on the side of `inside`) to false. */
function turn(inside: number, outside: number, holds: (p: number) => boolean): number {
  let [yes, no] = [inside, outside];
  for (;;) {
    // Geometric means while the ends differ by much, arithmetic after that: 1e-320 and 1 are 80 steps from neighbours.
    const middle = Math.max(yes, no) > 4 * Math.min(yes, no) ? Math.sqrt(yes) * Math.sqrt(no) : yes + (no - yes) / 2;
    if (middle === yes || middle === no) return no;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
}

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
  return turn(SMALLEST, Math.min(counts.failures / counts.draws, LARGEST), refuted);
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
  return turn(LARGEST, Math.max(counts.failures / counts.draws, SMALLEST), supported);
}
