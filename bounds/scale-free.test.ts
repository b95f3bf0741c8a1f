import { audit } from "lemmacheck";
import { resolveActivation } from "lemmacheck/activations";
import { expect, test } from "vitest";
import { cltValue } from "./clt-value.js";
import { hessianUnion } from "./hessian-union.js";
import { widthOfKurtosis } from "./hypotheses/hypotheses.js";
import { formDeviation } from "./parts/hessian-form.js";

/** Factors of tanh of which the square or the cube is beyond doubles. */
const FACTORS = [1e-140, 4e-108, 1e120];

test.each(FACTORS)("what does not depend on the scale of ψ is that of tanh for %d·tanh", async (factor) => {
  const psi = `${factor}*tanh(t)`;
  const cells = [
    [cltValue, { k: 10_000 }],
    [hessianUnion, { d: 2, k: 1e6, gamma: 0.05 }],
  ] as const;
  for (const [claim, cell] of cells)
    for (const form of ["printed", "repaired"] as const) {
      if (!claim.forms[form]) continue;
      const [row, same] = await Promise.all(
        [psi, "tanh"].map((id) => audit({ claim, cell: { ...cell, psi: id }, form })),
      );
      expect([row.verdict, row.method, row.bound?.toPrecision(12)]).toEqual([
        same.verdict,
        same.method,
        same.bound?.toPrecision(12),
      ]);
    }
  expect(widthOfKurtosis(resolveActivation(psi), 10)).toBe(widthOfKurtosis(resolveActivation("tanh"), 10));
});

test.each([...FACTORS, 1e-170])("what is proportional to ψ'' is %d times that of tanh", (factor) => {
  const [psi, tanh] = [`${factor}*tanh(t)`, "tanh"].map((id) => resolveActivation(id));
  for (const correlation of [0, 0.5, 1])
    expect(formDeviation({ psi, correlation }) / factor / formDeviation({ psi: tanh, correlation })).toBeCloseTo(1, 9);
});
