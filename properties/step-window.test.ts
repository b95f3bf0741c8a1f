import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { stepWindow } from "../bounds/step-window.js";
import { combinations, sides } from "./testing/sides.js";

auditProperties(stepWindow, { cells: 500 });

test("the window is the largest that this argument gives: just beyond its end the step fails", () => {
  const constants = {
    d: [100, 1e300],
    k: [50, 1e300],
    valueBound: [1e-3, 2],
    gradientNorm: [0.1, 3],
    hessianBound: [0.01, 1],
  };
  for (const cell of combinations(constants)) {
    const end = Math.sqrt(Math.min(cell.k, cell.d)) / (2 * cell.hessianBound);
    for (const share of [1e-6, 0.5, 1 - 1e-9]) {
      const { left } = sides(stepWindow, { ...cell, eta: share * end }, "repaired");
      expect(left).toBeGreaterThanOrEqual((cell.gradientNorm ** 2 / 2) * share * end);
    }
    const beyond = sides(stepWindow, { ...cell, eta: 1.001 * end }, "repaired");
    expect(beyond.left).toBeLessThan(beyond.right);
  }
});
