import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { THEOREM_TWO_STEP, theoremTwoCases, theoremTwoLogConstants } from "../bounds/constants/theorem-2-constants.js";
import { theorem2Cases } from "../bounds/theorem-2-cases.js";

auditProperties(theorem2Cases, { cells: 1000 });

const { logC1, logC2, logC3 } = theoremTwoLogConstants();
const worst = (sizes: Parameters<(typeof theoremTwoCases)[1]>[0]) =>
  Math.min(theoremTwoCases[1](sizes), theoremTwoCases[2](sizes));

test("repaired, one case or the other applies at every width that the hypotheses allow, least and largest included", () => {
  for (const log of [Math.LN2, 1, 10, 690]) {
    // The least log d with C₂ log³(d) log(1/γ) ≤ d, by iteration from above.
    let least = 2e6;
    for (let round = 0; round < 100; round++) least = logC2 + 3 * Math.log(least) + Math.log(log);
    for (const logD of [least + 1e-6, 1.001 * least, 2 * least, 1e9]) {
      const lowest = logC1 + 12 * Math.log(logD) + Math.log(log);
      // C₃ log⁴(k) log(1/γ) ≤ d/log d leaves log k up to about d^(1/4), which no double holds: up to 10³⁰⁰.
      expect(logD - Math.log(logD) - logC3 - Math.log(log)).toBeGreaterThan(4 * Math.log(1e300));
      const overlap = logD + 3 * Math.log(logD);
      for (const logK of [lowest, 2 * lowest, logD, overlap, overlap * (1 + 1e-9), 1.5 * logD, 1e12, 1e300])
        expect(worst({ logD, logK, log })).toBeLessThan(1e-6);
    }
  }
});

test("as printed, no C₁ helps: log⁶(d) loses against log¹²(d)", () => {
  const log = Math.log(10);
  for (const printedLogC1 of [logC1, 50, 100, 500]) {
    // log d beyond e^((log C₁ − log C₅²)/6).
    const logD = Math.max(1e7, Math.exp((printedLogC1 - 2 * Math.log(THEOREM_TWO_STEP.C5)) / 6 + 1));
    const logK = printedLogC1 + 6 * Math.log(logD) + Math.log(log);
    expect(worst({ logD, logK, log })).toBeGreaterThan(1);
  }
});
