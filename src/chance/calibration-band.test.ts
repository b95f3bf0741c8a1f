import { describe, expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";

import { uniform } from "./bits.js";
import { CALIBRATION_GAMMAS, calibrationBand } from "./calibration-band.js";
import { logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";
import { keyedStreams } from "./streams.js";

/** How many of `draws` p-values (1−u)^(1/power) lie below each γ of the grid: valid for power ≤ 1. */
function countsOf(power: number, draws: number, seed: string): number[] {
  const random = keyedStreams({ seed, sampler: "p-values", parameters: {} })(0)("u");
  const values = Array.from({ length: draws }, () => uniform(random) ** (1 / power));
  return CALIBRATION_GAMMAS.map((gamma) => values.filter((p) => p < gamma).length);
}

describe("the calibration band", () => {
  test("grid ascends within (0, 1)", () => {
    for (const [i, gamma] of CALIBRATION_GAMMAS.entries()) {
      expect(gamma).toBeGreaterThan(i === 0 ? 0 : CALIBRATION_GAMMAS[i - 1]);
      expect(gamma).toBeLessThan(1);
    }
  });

  // P(γ* < γ) = γ^power exactly; the band misses it anywhere with probability at most 2e-9 (both sides).
  test.each([1, 2])("holds the truth at every γ at once: power %d", (power) => {
    const band = calibrationBand(countsOf(power, 4096, "band"), 4096, 1e-9);
    expect(band).toHaveLength(CALIBRATION_GAMMAS.length);
    for (const { gamma, lower, upper } of band) {
      expect(lower).toBeLessThanOrEqual(gamma ** power);
      expect(upper).toBeGreaterThanOrEqual(gamma ** power);
    }
  });

  test("shows p-values that are too small", () => {
    const band = calibrationBand(countsOf(0.5, 4096, "band"), 4096, 1e-9);
    expect(band.some(({ gamma, lower }) => lower > gamma)).toBe(true);
  });

  test("shares alpha out among all its points", () => {
    // Ville: a limit is wrong with probability at most e^(−evidence) at it, and the union bound adds these up.
    const counts = CALIBRATION_GAMMAS.map((_, i) => 60 * i);
    const band = calibrationBand(counts, 4096, 1e-9);
    // The first, of no failures, has no lower limit.
    const [above, below] = [logEvidenceAbove, logEvidenceBelow].map((evidence, side) =>
      band.slice(1).reduce((sum, { lower, upper }, i) => {
        const seen = { failures: counts[i + 1], draws: 4096 };
        return sum + Math.exp(-evidence(seen, side === 0 ? lower : upper));
      }, 0),
    );
    for (const sum of [above, below]) {
      expect(sum / 1e-9).toBeGreaterThan(0.97);
      expect(sum / 1e-9).toBeLessThan(1 + 1e-6);
    }
  });

  test("leaves out what nothing is claimed of", () => {
    const counts = CALIBRATION_GAMMAS.map((gamma) => (gamma < 0.1 ? null : 0));
    expect(calibrationBand(counts, 64, 1e-9).every(({ gamma }) => gamma >= 0.1)).toBe(true);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("bands to the last bit", () => {
  const counts = CALIBRATION_GAMMAS.map((_, i) => (i % 7 === 3 ? null : i * 9));
  expect(
    callTable(calibrationBand, [
      [counts, 500, 1e-6],
      [[0, 1], 10, 0.1],
      [[], 10, 0.1],
    ]),
  ).toMatchSnapshot();
  expect(CALIBRATION_GAMMAS).toMatchSnapshot();
});
