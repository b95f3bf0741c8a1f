import { inadmissible } from "lemmacheck";
import { catalogue } from "lemmacheck/activations";
import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { theoremOneSizesOf } from "../bounds/constants/theorem-1-readings.js";
import { theorem1Hypotheses } from "../bounds/theorem-1-hypotheses.js";
import { sides } from "./testing/sides.js";

auditProperties(theorem1Hypotheses, { cells: 20 });

const activations = catalogue.filter((psi) => inadmissible(theorem1Hypotheses, "psi", psi.id) === null);

test("one pair (C₁, C₂) serves every γ ≤ 1/2 and every k: least d and k and beyond", () => {
  expect(activations.length).toBeGreaterThan(5);
  for (const psi of activations) {
    const { C1, C2 } = theoremOneSizesOf(psi, 0.5, "printed", 1).uniform;
    for (let log = Math.LN2; log < 690; log *= 1.07) {
      for (const more of [1, 1.1, 10, 1e9]) {
        const k = more * C1 * log ** 3;
        const d = C2 * (Math.log(k) + log) * log;
        const { left } = sides(theorem1Hypotheses, { psi, d, k, gamma: Math.exp(-log) });
        expect(left).toBeLessThanOrEqual(1 + 1e-12);
      }
    }
  }
});

test("whatever C₁ and C₂, k = d = 1 is allowed for γ near enough to 1, and (13) is not", () => {
  for (const psi of activations) {
    for (const C of [1, 1e10, 1e100, 1e200]) {
      // log(1/γ) = 1/C: C log³ and C log² are both at most 1. Beyond doubles γ itself rounds to 1.
      const gamma = Math.min(1 - 2 ** -53, Math.exp(-1 / C));
      expect(sides(theorem1Hypotheses, { psi, d: 1, k: 1, gamma }).left).toBeGreaterThan(25 * Math.LN2);
    }
  }
});
