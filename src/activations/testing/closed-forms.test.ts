import { expect, test } from "vitest";
import { holdClosedForm } from "./hold-closed-form.js";

/** Cases here; scripts/closed-forms.mjs runs any number of them. */
const CASES = 160;

test("spikes, erf steps and piecewise polynomials, from 1 to 1e-12 wide, have their known integrals within what is stated", () => {
  const reports = Array.from({ length: CASES }, (_, index) => holdClosedForm(index, index % 25 === 0));
  expect(reports.flatMap(({ expression, missed }) => missed.map((what) => `${expression}: ${what}`))).toEqual([]);
  // They say something: E ψ'² of a feature 1e-12 wide at t = 12 is known no better than its place, a double.
  expect(Math.max(...reports.map(({ widest }) => widest))).toBeLessThan(0.1);
  expect(reports.filter(({ widest }) => widest < 1e-6).length).toBeGreaterThan(CASES / 2);
});
