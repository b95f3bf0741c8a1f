import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { theoremTwoCases } from "./theorem-2-constants.js";
import { largeWidthPlan, leastOfLargeWidth, leastOfSmallWidth, leastWithoutGap } from "./theorem-2-least.js";

describe.each([0.5, 0.1, 0.01, 1e-100])("the least sizes of Theorem 2 by the paper's proof, γ = %d", (gamma) => {
  const rest = { log: -Math.log(gamma) };

  test("Case 1: no width will do in a smaller dimension", () => {
    const least = leastOfLargeWidth(rest);
    if (!least) throw new Error("Case 1 has no least dimension");
    expect(theoremTwoCases[1]({ ...rest, ...least })).toBeLessThan(1e-7);
    for (let logK = 0; logK < 400; logK += 0.5)
      expect(theoremTwoCases[1]({ ...rest, logD: least.logD - 0.01, logK })).toBeGreaterThan(0);
  });

  test("Case 2: no smaller width will do in any dimension", () => {
    const least = leastOfSmallWidth(rest);
    if (!least) throw new Error("Case 2 has no least width");
    expect(least.logD).toBeCloseTo(3320, 4);
    for (let logD = 1; logD < 1e6; logD *= 1.5)
      expect(theoremTwoCases[2]({ ...rest, logD, logK: least.logK - 0.01 })).toBeGreaterThan(0);
  });

  test("a plan of its own brings Case 1 down", () => {
    const [paper, own] = [leastOfLargeWidth(rest), leastOfLargeWidth(rest, largeWidthPlan(rest))];
    expect(own?.logD).toBeLessThan((paper?.logD ?? 0) - Math.log(1e3));
  });

  test("below the dimension without a gap there is a gap", () => {
    const logD = leastWithoutGap(rest) ?? NaN;
    const between = (x: number) => ({ ...rest, logD: x, logK: x + 3 * Math.log(x) + 1e-3 });
    expect(theoremTwoCases[2](between(0.999 * logD))).toBeGreaterThan(0);
    expect(theoremTwoCases[1](between(0.99 * logD))).toBeGreaterThan(0);
    expect(theoremTwoCases[1](between(1.001 * logD))).toBeLessThan(0);
  });
});

test("halving γ for the union bound moves no least size by more than a factor 2", () => {
  for (const gamma of [0.5, 0.01]) {
    const [alone, shared] = [{ log: -Math.log(gamma) }, { log: -Math.log(gamma), added: Math.LN2 }];
    for (const least of [leastOfLargeWidth, leastOfSmallWidth])
      expect((least(shared)?.logD ?? NaN) - (least(alone)?.logD ?? NaN)).toBeLessThan(Math.LN2);
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("least sizes and the plan, at many γ", () => {
  const plan = { C4: 3, C5: 0.5, variation: 0.2, share: 0.1 };
  const found = [Math.LN2, 2.3, 30, 690].flatMap((log) =>
    [undefined, Math.LN2].map((added) => {
      const rest = added === undefined ? { log } : { log, added };
      const own = largeWidthPlan(rest);
      return [
        rest,
        own,
        leastOfLargeWidth(rest),
        leastOfLargeWidth(rest, own),
        leastOfSmallWidth(rest),
        leastWithoutGap(rest),
      ];
    }),
  );
  const small = [leastOfLargeWidth({ log: 1 }, plan), leastOfSmallWidth({ log: 1 }, plan)];
  // Neither a plan that asks for a variation of next to nothing nor a γ of 0 has least sizes.
  const none = { ...plan, variation: 1e-9 };
  expect([leastOfSmallWidth({ log: 1 }, none), leastWithoutGap({ log: Infinity })]).toEqual([null, null]);
  expect(exactLines([...found, ...small, leastOfLargeWidth({ log: 1 }, none)])).toMatchSnapshot();
});

test("the plan of Case 1 leaves |f(x)| = 2√log(2/γ) of its step, and R is 4C₄√log(1/γ)", () => {
  for (const [log, added] of [
    [Math.LN2, 0],
    [690, Math.LN2],
  ]) {
    const { C4, C5, variation, share } = largeWidthPlan({ log, added });
    expect(C4 * Math.sqrt(log) * (1 - 4 * variation)).toBeCloseTo(2 * Math.sqrt(Math.LN2 + log + added), 10);
    expect([C5 / C4, variation, share]).toEqual([4, 0.2, 0.1]);
  }
});
