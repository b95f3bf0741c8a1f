import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { proposition2Combine } from "../bounds/proposition-2-combine.js";
import { combinations, sides } from "./testing/sides.js";

auditProperties(proposition2Combine, { cells: 500 });

const everywhere = combinations({
  d: [1, 2, 30, 1e6, 1e100],
  k: [1, 2, 30, 1e6, 1e100],
  radius: [1, 3, 1e10],
  gamma: [1 - 1e-12, 0.9, 0.1, 1e-300],
});

/** Λ = log(10Rk/γ) */
const lambdaOf = ({ k, radius, gamma }: { k: number; radius: number; gamma: number }) =>
  Math.log(10) + Math.log(radius) + Math.log(k) - Math.log(gamma);

test("the displays stay below 10√(Λ/d) + 9Λ/√k at every size", () => {
  for (const cell of everywhere) {
    const lambda = lambdaOf(cell);
    const { left } = sides(proposition2Combine, cell);
    expect(left).toBeLessThan(10 * Math.sqrt(lambda / cell.d) + (9 * lambda) / Math.sqrt(cell.k));
  }
});

test("the repaired bound has room for the repaired union bound, and for both displays at level γ/2", () => {
  for (const cell of everywhere) {
    const { d, k, radius, gamma } = cell;
    const half = Math.log(2) - Math.log(gamma);
    const net = 2 * d * (Math.log(10) + Math.log(radius) + Math.log(k)) + half;
    const left =
      (4 / d) * Math.sqrt(net) * (1 + Math.sqrt(net / k)) +
      (Math.sqrt(k) + 4 * Math.sqrt((half + Math.log(2)) / d)) / k;
    expect(left).toBeLessThan(0.55 * sides(proposition2Combine, cell, "repaired").right);
  }
});
