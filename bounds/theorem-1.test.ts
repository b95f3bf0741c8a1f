import { audit } from "lemmacheck";
import { resolveActivation, valueTail } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { theoremOneConstants } from "./constants/theorem-1-constants.js";
import { theorem1 } from "./theorem-1.js";

test("with ψ(0) ≠ 0 the step is too short near γ = 1, where nothing is claimed", async () => {
  const [psi, k, gamma] = [resolveActivation("100+t"), 89, 0.9999999];
  const { C3, leastWidth, leastDimension } = theoremOneConstants(psi, gamma);
  expect(leastWidth).toBeLessThanOrEqual(k);
  // ψ is affine: a step of |η|‖∇f‖² = C₃√log(1/γ) flips the sign just where |f| is below that.
  const reach = C3 * Math.sqrt(-Math.log(gamma));
  const above = valueTail(psi, k)?.(reach);
  expect(above).toBeDefined();
  expect(-Math.expm1(above?.logLower ?? -Infinity)).toBeLessThan(5e-12);
  const cell = { psi: "100+t", d: Math.ceil(leastDimension(k)), k, gamma };
  expect(await audit({ claim: theorem1, cell })).toMatchObject({
    verdict: "not-applicable",
    reason: expect.stringMatching(/γ is 0\.9999999 and ψ\(0\) is 100 for 100\+t/),
  });
});
