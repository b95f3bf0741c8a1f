import { pow } from "../numbers/pow.js";
import { failureLower, failureUpper } from "./confidence-limits.js";

/** The failure probabilities at which whole statements are audited: eight a decade from 1e-5 to 1/2, then up to 0.99. */
export const CALIBRATION_GAMMAS: readonly number[] = [
  ...Array.from({ length: 38 }, (_, i) => pow(10, (i - 40) / 8)),
  0.6,
  0.7,
  0.8,
  0.9,
  0.99,
];

/** Limits for P(γ* < γ) at one γ, or null where nothing is claimed there. */
export interface BandPoint {
  readonly gamma: number;
  /** The share of the draws. */
  readonly rate: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Limits for P(γ* < γ) at every γ of the grid at once, valid whenever the run stopped: the anytime-valid limits of the
 * sequential test at level alpha over the number of points (union bound). The statement for all γ says that each is
 * at most γ; a lower limit above its γ refutes it.
 *
 * @param counts how many of the draws have γ* below each γ of `CALIBRATION_GAMMAS`; null where nothing is claimed.
 * @throws RangeError as `failureLower`.
 */
export function calibrationBand(counts: readonly (number | null)[], draws: number, alpha: number): BandPoint[] {
  const each = alpha / CALIBRATION_GAMMAS.length;
  return CALIBRATION_GAMMAS.flatMap((gamma, i) => {
    const failures = counts[i] ?? null;
    if (failures === null) return [];
    const seen = { failures, draws };
    return [{ gamma, rate: failures / draws, lower: failureLower(seen, each), upper: failureUpper(seen, each) }];
  });
}
