import { resolveActivation } from "lemmacheck/activations";
import { describe, expect, test } from "vitest";
import { finiteMargin } from "../constants/theorem-2-finite.js";
import { largeWidthPlan, leastOfLargeWidth, leastOfSmallWidth, leastWithoutGap } from "../constants/theorem-2-least.js";
import { netsMargin } from "../constants/theorem-2-nets.js";
import { theoremTwoFacts, theoremTwoPage } from "./theorem-two-page.js";

const relu = resolveActivation("relu");
const near = (x: number) => expect.closeTo(x, Math.max(0, 9 - Math.floor(Math.log10(x))));

describe("the ReLU at γ = 0.1", () => {
  const log = Math.log(10);
  const byLog = (x: number) => ({ value: x < 709 ? near(Math.exp(x)) : null, log10: near(x / log) });
  const sizes = (pair: { readonly logK: number; readonly logD: number } | null) => ({
    k: byLog(pair!.logK),
    d: byLog(pair!.logD),
  });

  test("constants and sizes are those of the proof, and those of the finite form at the edge of what it allows", () => {
    // (18) at c = 1/8, half of it each: C₁ = (40/(c/2))², C₂ = (20/(c/2))⁸.
    const [C1, C2] = [640 ** 2, 320 ** 8];
    // X³ = C₁(1.5X + 3 log X)², where the two cases begin to overlap.
    let X = 1e6;
    for (let i = 0; i < 100; i++) X = C1 * (1.5 + (3 * Math.log(X)) / X) ** 2;
    const C3 = 1.5 ** 4 * C2 * 512 ** 2;
    const [alone, shared] = [{ log }, { log, added: Math.LN2 }];
    const first = leastOfLargeWidth(alone)!;
    const facts = theoremTwoFacts(relu, 0.1);
    expect(facts).toEqual({
      theorem: "theorem-2",
      psi: "relu",
      gamma: 0.1,
      C1: 512 ** 2,
      C2: null,
      C3: expect.closeTo(C3, -17),
      C4: 128,
      C5: 512,
      k: near(Math.exp(first.logK)),
      d: near(Math.exp(first.logD)),
      log10: {
        C1: near(Math.log10(512 ** 2)),
        C2: expect.closeTo((X - 3 * Math.log(X) - Math.log(Math.LN2)) / log, 5),
        C3: near(Math.log10(C3)),
        k: near(first.logK / log),
        d: near(first.logD / log),
      },
      "(17)": { C: 106 },
      "(18)": { c: 1 / 8, C1, C2: expect.closeTo(C2, -8) },
      readings: [
        {
          reading: "printed",
          case1: sizes(first),
          case2: sizes(leastOfSmallWidth(alone)),
          withoutGap: byLog(leastWithoutGap(alone)!),
        },
        {
          reading: "union",
          case1: sizes(leastOfLargeWidth(shared)),
          case2: sizes(leastOfSmallWidth(shared)),
          withoutGap: byLog(leastWithoutGap(shared)!),
        },
      ],
      case1OwnSplits: {
        // 2√(log(2/γ′)/log(1/γ)) at γ′ = γ/2 over 1 − 4/5, and four times it.
        C4: near(10 * Math.sqrt(Math.log(40) / log)),
        C5: near(40 * Math.sqrt(Math.log(40) / log)),
        variation: 1 / 5,
        share: 1 / 10,
        sizes: sizes(leastOfLargeWidth(shared, largeWidthPlan(shared))),
      },
      finite: {
        C4: 5,
        C5: 10,
        sizes: { leastWidth: 32055, balanced: { k: 64110, d: 7223944 }, leastDimension: { k: 256437, d: 2693214 } },
        largeWidth: { d: 4252954, k: 1174133850030 },
        withoutGap: 8020111520429164,
      },
    });
    const { sizes: pairs, largeWidth, withoutGap } = facts.finite;
    for (const { k, d } of [pairs!.balanced, pairs!.leastDimension]) {
      expect(finiteMargin(k, d, 0.1)).toBeGreaterThan(0);
      expect(finiteMargin(k, d - 1, 0.1)).toBeLessThanOrEqual(0);
    }
    expect(finiteMargin(32055, 1e200, 0.1)).toBeGreaterThan(0);
    expect(finiteMargin(32054, 1e200, 0.1)).toBeLessThanOrEqual(0);
    // Twice the least dimension in which a width of 10⁸d will do.
    const half = largeWidth.d / 2;
    expect(netsMargin(1e8 * half, half, 0.1)).toBeGreaterThan(0);
    expect(netsMargin(1e8 * (half - 1), half - 1, 0.1)).toBeLessThanOrEqual(0);
    expect(netsMargin(largeWidth.k, largeWidth.d, 0.1)).toBeGreaterThan(0);
    expect(netsMargin(0.9999 * largeWidth.k, largeWidth.d, 0.1)).toBeLessThanOrEqual(0);
    expect(withoutGap).toBeGreaterThan(largeWidth.d);
  });

  test("the whole page", () => {
    expect(theoremTwoPage(relu, 0.1)).toBe(
      `Theorem 2 at γ = 0.1

Constants of the paper's proof, for all γ ≤ 1/2 and d ≥ 2, with log¹²(d) for log⁶(d) (claim theorem-2-cases)
  C₁ = 262144, C₂ = 10^400252, C₃ = 1.459e26, C₄ = 128, C₅ = 512
  (17): k ≥ C log(1/γ), d ≥ C log(4/γ) with C = 106.
  (18) at c = 1/8: C₁d log²(Rk) ≤ k, C₂ log⁴(Rk)R² ≤ d/log d with C₁ = 409600, C₂ = 1.1e20.
Least sizes at this γ
  Case 1, least dimension        d ≥ 8.563e35, there k = 4.38e45
    with the union bound         d ≥ 8.563e35, there k = 4.38e45
    with splits of its own       d ≥ 8.586e29, there k = 3.274e40; C₄ = 12.66, C₅ = 50.63
  Case 2, least width            d ≥ 10^1442, there k = 1.082e48
  both, no width left out        d ≥ 10^177926

The same arguments with nothing given away, all union bounds counted
  C₄ = 5, C₅ = 10
  Case 2, with a threshold of its own (claim theorem-2, repaired)
    k ≥ 32055 in any dimension; k = 64110, d ≥ 7.224e6; least dimension k = 256437, d ≥ 2.693e6
  Case 1, by nets
    d = 4.253e6, k ≥ 1.174e12
  both, no width left out
    d ≥ 8.02e15
`,
    );
  });
});

test("it holds for the ReLU and for γ up to 1/2 alone", () => {
  expect(theoremTwoFacts(relu, 0.5)).toMatchObject({ gamma: 0.5, psi: "relu" });
  expect(() => theoremTwoFacts(relu, 0.51)).toThrow(
    new RangeError("--gamma is 0.51; it must be at most 0.5 for theorem-2, whose constants hold for such γ"),
  );
  expect(() => theoremTwoFacts(resolveActivation("tanh"), 0.1)).toThrow(
    new RangeError("--psi is tanh; it must be relu for theorem-2"),
  );
});
