import { describe, expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";

import { drawsNeeded } from "./draws-needed.js";
import { excessSeen } from "./excess-seen.js";
import { logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";
import { binomialLaw, sequentialLaw } from "./testing/sequential-law.js";

const designs = [
  { gamma: 0.05, draws: 1024, alpha: 1e-10, power: 0.99 },
  { gamma: 0.5, draws: 1000, alpha: 1e-6, power: 0.9 },
  { gamma: 0.9, draws: 320, alpha: 1e-3, power: 0.5 },
  { gamma: 0.01, draws: 3001, alpha: 1e-4, power: 0.999 },
];

describe("excessSeen", () => {
  test.each(designs)("is where the last look has the power, by adding up laws: %o", (design) => {
    const { gamma, draws, alpha, power } = design;
    const { refutedFrom, supportedUpTo } = excessSeen(design);
    const chance = (p: number, evidence: typeof logEvidenceAbove) =>
      binomialLaw(draws, p).reduce(
        (sum, probability, failures) =>
          evidence({ failures, draws }, gamma) >= -Math.log(alpha) ? sum + probability : sum,
        0,
      );
    // Adding up is right to about 1e-12; the power changes by more than that over a millionth of p.
    expect(refutedFrom).toBeGreaterThan(gamma);
    expect(chance(refutedFrom! * (1 + 1e-6), logEvidenceAbove)).toBeGreaterThan(power + alpha);
    expect(chance(refutedFrom! * (1 - 1e-6), logEvidenceAbove)).toBeLessThan(power + alpha);
    expect(supportedUpTo).toBeLessThan(gamma);
    expect(chance(supportedUpTo! * (1 - 1e-6), logEvidenceBelow)).toBeGreaterThan(power + alpha);
    expect(chance(supportedUpTo! * (1 + 1e-6), logEvidenceBelow)).toBeLessThan(power + alpha);
  });

  test("is safe for the whole sequential test", () => {
    const [gamma, alpha, power, looks] = [0.2, 1e-4, 0.95, 12];
    const { refutedFrom, supportedUpTo } = excessSeen({ gamma, draws: 64 * looks, alpha, power });
    expect(sequentialLaw(gamma, refutedFrom!, alpha, looks)[looks - 1].refuted).toBeGreaterThan(power);
    expect(sequentialLaw(gamma, supportedUpTo!, alpha, looks)[looks - 1].supported).toBeGreaterThan(power);
  });

  test("and drawsNeeded undo each other", () => {
    for (const gamma of [1e-6, 1e-3, 0.05, 0.5, 0.95]) {
      for (const ratio of [0, 0.1, 0.5, 0.9, 1.1, 2, 10]) {
        const failureProbability = gamma < 0.5 ? gamma * ratio : 1 - (1 - gamma) * ratio;
        if (!(failureProbability >= 0)) continue;
        const draws = drawsNeeded({ gamma, failureProbability });
        const { refutedFrom, supportedUpTo } = excessSeen({ gamma, draws });
        if (failureProbability > gamma) {
          expect(refutedFrom).toBeLessThanOrEqual(failureProbability);
          expect(drawsNeeded({ gamma, failureProbability: refutedFrom! })).toBe(draws);
        } else {
          expect(supportedUpTo).toBeGreaterThanOrEqual(failureProbability);
          expect(drawsNeeded({ gamma, failureProbability: supportedUpTo! })).toBe(draws);
        }
      }
    }
  });

  test("is null where not even sure failure or sure success would be seen", () => {
    expect(excessSeen({ gamma: 0.001, draws: 64 })).toMatchObject({ supportedUpTo: null });
    expect(excessSeen({ gamma: 0.999, draws: 64 })).toMatchObject({ refutedFrom: null });
    expect(excessSeen({ gamma: 0.5, draws: 1 })).toEqual({ refutedFrom: null, supportedUpTo: null });
  });

  test("says what is wrong with its arguments", () => {
    const ask = (changes: object) => () => excessSeen({ gamma: 0.05, draws: 64, ...changes });
    expect(ask({ draws: 0 })).toThrow(new RangeError("draws is 0; it must be an integer from 1 to 2^52"));
    expect(ask({ draws: 1.5 })).toThrow(new RangeError("draws is 1.5; it must be an integer from 1 to 2^52"));
    expect(ask({ draws: 2 ** 53 })).toThrow("draws is 9007199254740992");
    expect(ask({ gamma: 0 })).toThrow(new RangeError("gamma is 0; it must be in (0, 1)"));
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, with what is refused", () => {
  const designs = [0.5, 0.1, 1e-6].flatMap((gamma) => [1, 10, 64, 1000, 2 ** 52].map((draws) => ({ gamma, draws })));
  const others = [
    { gamma: 0.1, draws: 500, alpha: 0.01, power: 0.5 },
    { gamma: 0.1, draws: 0 },
    { gamma: 0.1, draws: 1.5 },
    { gamma: 0.1, draws: 2 ** 53 },
    { gamma: 1, draws: 5 },
  ];
  expect(
    callTable(
      excessSeen,
      [...designs, ...others].map((design) => [design]),
    ),
  ).toMatchSnapshot();
});
