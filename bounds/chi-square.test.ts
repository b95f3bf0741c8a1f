import { audit } from "lemmacheck";
import { describe, expect, test } from "vitest";
import { chiSquare } from "./chi-square.js";

// Laurent and Massart's 2√(kx) + 2x, x = log(2/γ), is within 4√(kx) exactly for k ≥ x: so γ = 2e^(−k) is the edge at k.
describe.each([1, 10, 300])("the repaired (11) asks for k ≥ log(2/γ) and for no more: k = %i", (k) => {
  test.each([
    [1 + 1e-9, "supported"],
    [1 - 1e-9, "not-applicable"],
  ] as const)("γ = %d·2e^(−k): %s", async (factor, verdict) => {
    const cell = { k, gamma: 2 * factor * Math.exp(-k) };
    expect(await audit({ claim: chiSquare, cell, form: "repaired" })).toMatchObject({ verdict });
  });
});
