import { catalogue } from "lemmacheck/activations";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { theoremOneSizesOf } from "../bounds/constants/theorem-1-readings.js";
import { theoremTwoLogConstants } from "../bounds/constants/theorem-2-constants.js";
import { subexponentialWidth } from "../bounds/subexponential-width.js";
import { combinations, sides } from "./testing/sides.js";

auditProperties(subexponentialWidth, { cells: 1000 });

test("the constant is no less than Theorem 1's C₂", () => {
  for (const psi of catalogue.filter(({ smoothness, lipschitz }) => smoothness < Infinity && lipschitz < Infinity))
    expect(Math.log(theoremOneSizesOf(psi, 0.5).uniform.C2), psi.id).toBeLessThan(theoremTwoLogConstants().logC3);
});

test("the condition says what it says in plain arithmetic, where doubles reach", () => {
  for (const { logD, rho, degree, power } of combinations({
    logD: [2, 30, 250],
    rho: [0.1, 0.24, 0.5],
    degree: [1, 3],
    power: [1, 2.5, 4],
  })) {
    const d = Math.exp(logD);
    const left = (d ** rho + degree * logD) ** power * degree * logD;
    const { left: excess } = sides(subexponentialWidth, { logD, rho, degree, power });
    expect(excess - theoremTwoLogConstants().logC3).toBeCloseTo(Math.log(left / (d / logD)), 8);
  }
});
