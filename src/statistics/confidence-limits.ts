import { type Counts, logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";

const SMALLEST = 1e-320;

/** The boundary in (low, high) between where `holds` is true (at low) and false (at high), in log odds. */
function boundary(low: number, high: number, holds: (p: number) => boolean): readonly [number, number] {
  let [inside, outside] = [low, high];
  for (let step = 0; step < 200; step++) {
    // Halve the larger scale first: geometric while the ends differ by much, arithmetic after that.
    const middle =
      inside > 0 && outside > 0 && Math.max(inside, outside) > 4 * Math.min(inside, outside)
        ? Math.sqrt(inside) * Math.sqrt(outside)
        : inside + (outside - inside) / 2;
    if (middle === inside || middle === outside) break;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return [inside, outside];
}

/**
 * The largest p that the counts refute as an upper bound at level alpha: every p ≤ failureLower is refuted
 * ("p_true ≤ p" has evidence ≥ 1/alpha), none above is. 0 when nothing is refuted. Valid under optional stopping.
 */
export function failureLower(counts: Counts, alpha: number): number {
  const rate = counts.failures / counts.draws;
  const refuted = (p: number) => logEvidenceAbove(counts, p) >= -Math.log(alpha);
  if (counts.failures === 0 || !refuted(SMALLEST)) return 0;
  // The evidence falls as p grows towards the observed rate, where it is below 1/alpha.
  return boundary(SMALLEST, Math.min(rate, 1 - 2 ** -53), refuted)[1];
}

/** The smallest p that the counts support as an upper bound at level alpha; 1 when none is supported. */
export function failureUpper(counts: Counts, alpha: number): number {
  const rate = counts.failures / counts.draws;
  const supported = (p: number) => logEvidenceBelow(counts, p) >= -Math.log(alpha);
  const top = 1 - 2 ** -53;
  if (counts.failures === counts.draws || !supported(top)) return 1;
  return boundary(top, Math.max(rate, SMALLEST), supported)[1];
}
