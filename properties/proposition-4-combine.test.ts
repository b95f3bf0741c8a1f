import { auditProperties } from "lemmacheck/vitest";
import { expect, test } from "vitest";
import { combinedDisplays } from "../bounds/parts/proposition-4-displays.js";
import { proposition4Combine } from "../bounds/proposition-4-combine.js";
import { combinations, sides } from "./testing/sides.js";

auditProperties(proposition4Combine, { cells: 500 });

/** Corners of what Proposition 4 allows, and sizes far beyond 2^53. */
const everywhere = combinations({
  d: [4, 5, 100, 1e6, 1e50, 1e200],
  k: [52 ** 2, 1e4, 1e9, 1e50, 1e200],
  share: [1e-12, 0.1, 1],
  largest: [0, 0.5, 1],
}).map(({ d, k, share, largest }) => ({
  d,
  k,
  // log(1/γ) ≤ d, as far as doubles go; 1 ≤ R ≤ √d/2.
  gamma: Math.max(1e-300, Math.exp(-share * d)),
  radius: (Math.sqrt(d) / 2) ** largest,
}));

test("uses at most 7.6 of the 20 and 29 of the 40", () => {
  for (const cell of everywhere) {
    const { d, k, radius } = cell;
    const log = Math.log(radius) + Math.log(k);
    const most = 7.6 * (radius * log ** 2 * Math.sqrt(Math.log(d) / d)) ** (1 / 4) + 29 * Math.sqrt(d / k) * log;
    expect(sides(proposition4Combine, cell).left).toBeLessThanOrEqual(most);
  }
});

test("holds with each of the three displays at level γ/3", () => {
  for (const cell of everywhere)
    expect(combinedDisplays(cell, 3)).toBeLessThanOrEqual(0.8 * sides(proposition4Combine, cell).right);
});
