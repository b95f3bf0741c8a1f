import { expect, test } from "vitest";
import { holdPlanted } from "./testing/hold-planted.js";

/** Cases here; scripts/planted-features.mjs runs any number of them. */
const CASES = 16;

test("planted spikes, steps, ramps, hats and wells, from 1 to 1e-12 wide, are within every enclosure", () => {
  const reports = Array.from({ length: CASES }, (_, index) => holdPlanted(index, index % 8 === 0));
  expect(reports.flatMap(({ expression, missed }) => missed.map((what) => `${expression}: ${what}`))).toEqual([]);
  // They say something: ψ' of a feature 1e-12 wide at t = 12 is known no better than its place, a double.
  expect(Math.max(...reports.map(({ widest }) => widest))).toBeLessThan(0.1);
  expect(reports.filter(({ widest }) => widest < 1e-6).length).toBeGreaterThan(CASES / 2);
});
