import fc from "fast-check";
import { expect, it } from "vitest";
import { DECISION_ALPHA, decisionAlpha, RUN_BUDGET, spentAlpha } from "./error-budget.js";

it("gives 1e-10 a decision while the default budget pays for it, an equal share beyond", () => {
  expect(decisionAlpha(0)).toBe(DECISION_ALPHA);
  expect(decisionAlpha(1)).toBe(DECISION_ALPHA);
  for (const decisions of [2, 3, 7, 9_999, 10_000]) expect(decisionAlpha(decisions)).toBe(DECISION_ALPHA);
  expect(decisionAlpha(20_000)).toBe(RUN_BUDGET / 20_000);
  expect(decisionAlpha(100, 1e-12)).toBe(1e-14);
});

it("never spends more than the budget", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.double({ min: 1e-300, max: 1 - 2 ** -53, noNaN: true }),
      (decisions, budget) => {
        const alpha = decisionAlpha(decisions, budget);
        expect(decisions * alpha).toBeLessThanOrEqual(budget * (1 + 2 ** -52));
        expect(alpha).toBeLessThanOrEqual(DECISION_ALPHA);
      },
    ),
    { seed: 1 },
  );
});

it("sums what was spent and counts exact decisions as free", () => {
  expect(spentAlpha([])).toBe(0);
  expect(spentAlpha([1e-10, null, 3e-10, null])).toBe(4e-10);
  expect(spentAlpha(new Set([0.25, 0.5]))).toBe(0.75);
});

it("names the argument that is out of range", () => {
  expect(() => decisionAlpha(1.5)).toThrow(new RangeError("decisions is 1.5; it must be an integer ≥ 0"));
  expect(() => decisionAlpha(-1)).toThrow(RangeError);
  expect(() => decisionAlpha(1, 0)).toThrow(new RangeError("budget is 0; it must be in (0, 1)"));
  for (const budget of [-1e-6, 1, 2, Number.NaN])
    expect(() => decisionAlpha(1, budget)).toThrow(new RangeError(`budget is ${budget}; it must be in (0, 1)`));
});
