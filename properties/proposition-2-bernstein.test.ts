import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { proposition2Bernstein } from "../bounds/proposition-2-bernstein.js";

auditProperties(proposition2Bernstein, { cells: 500 });

test("(2q − 1)!! ≤ (q!/2)·3·2^(q−2) from q = 2 on, with equality there, and not with 1.6 for 2", () => {
  let [logLeft, logFactorial] = [0, 0];
  for (let q = 2; q <= 1000; q++) {
    logLeft += Math.log(2 * q - 1);
    logFactorial += Math.log(q);
    const logRight = logFactorial + Math.log(3 / 2) + (q - 2) * Math.LN2;
    expect(logLeft).toBeLessThanOrEqual(logRight + 1e-9);
    if (q === 2) expect(logLeft).toBeCloseTo(logRight, 12);
    if (q === 1000) expect(logLeft).toBeGreaterThan(logFactorial + Math.log(3 / 2) + (q - 2) * Math.log(1.6));
  }
});
