import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import {
  gradientAtLeastQuarter,
  THEOREM_TWO_STEP,
  theoremTwoCases,
  theoremTwoLogConstants,
} from "./theorem-2-constants.js";

const log = Math.log(10);

describe("what the cases of Theorem 2 ask for", () => {
  test("Case 1 is Proposition 3, R between 1 and √d/2, √k ≥ 52, d ≥ log(1/γ), and both halves of (18)", () => {
    const [logD, logK] = [120, 200];
    const c = 1 / 8;
    const R = 512 * Math.sqrt(log);
    const Rk = Math.log(R) + logK;
    const ratios = [
      Math.log(106 * log) - logK,
      Math.log(106 * (Math.log(4) + log)) - logD,
      -Math.log(R),
      Math.log(2 * R) - logD / 2,
      Math.log(52 ** 2) - logK,
      Math.log(log) - logD,
      Math.log((80 / c) ** 2 * Rk ** 2) + logD - logK,
      Math.log((40 / c) ** 8 * Rk ** 4 * R ** 2 * logD) - logD,
    ];
    expect(theoremTwoCases[1]({ logD, logK, log })).toBeCloseTo(Math.max(...ratios), 10);
  });

  test("Case 2 is Proposition 3, both sizes from 20 log³ d·log(1/γ) on, k ≤ d log³ d, R log⁶ d ≤ √k, and 415·8 ≤ log d", () => {
    for (const [logD, logK] of [
      [4000, 4010],
      [4000, 110],
      [4000, 5000],
      [3000, 3010],
      [4, 30],
    ]) {
      const cube = 20 * logD ** 3 * log;
      const ratios = [
        Math.log(106 * log) - logK,
        Math.log(106 * (Math.log(4) + log)) - logD,
        Math.log(cube) - logK,
        Math.log(cube) - logD,
        logK - logD - 3 * Math.log(logD),
        Math.log(512 * Math.sqrt(log)) + 6 * Math.log(logD) - logK / 2,
        Math.log((415 * 8) / logD),
      ];
      expect(theoremTwoCases[2]({ logD, logK, log })).toBeCloseTo(Math.max(...ratios), 10);
    }
  });

  test("a share of γ counts where γ does", () => {
    const sizes = { logD: 6, logK: 2, log: Math.LN2 };
    // k ≥ 106 log(2/γ') is what falls shortest at so small a width in either case, or 20 log³ d·log(1/γ').
    const shared = theoremTwoCases[2]({ ...sizes, added: Math.LN2 });
    expect(shared - theoremTwoCases[2](sizes)).toBeLessThanOrEqual(Math.LN2);
    expect(theoremTwoCases[1]({ ...sizes, added: 0 })).toBe(theoremTwoCases[1](sizes));
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("both cases at many sizes, plans and shares of γ", () => {
  const plan = { C4: 3, C5: 2, variation: 0.2, share: 0.1 };
  const sizes = [0.1, 3, 15, 40, 400, 3319.99, 3320.01, 1e5, 1e7].flatMap((logD) =>
    [0.5, 1, logD / 2, logD, logD + 3 * Math.log(logD) + 1e-6, 3 * logD, Math.exp(logD / 8)]
      .filter((logK) => logK >= 0 && logK < 1e12)
      .flatMap((logK) => [Math.LN2, 690].map((log) => ({ logD, logK, log }))),
  );
  const found = sizes.map((at) => [
    at,
    theoremTwoCases[1](at),
    theoremTwoCases[2](at),
    theoremTwoCases[1]({ ...at, added: Math.LN2 }, plan),
    theoremTwoCases[2]({ ...at, added: Math.LN2 }, plan),
  ]);
  expect(exactLines([THEOREM_TWO_STEP, theoremTwoLogConstants(), ...found])).toMatchSnapshot();
});

test("the constants: C₁ = C₅², C₃ = 1.5⁴C₂'C₅², and X, the least with X³ ≥ C₁'(1.5X + 3 log X)², in C₂ = e^X/(X³ log 2)", () => {
  const { logC1, logC2, logC3 } = theoremTwoLogConstants();
  expect(logC1).toBeCloseTo(Math.log(512 ** 2), 12);
  expect(logC3).toBeCloseTo(4 * Math.log(1.5) + 8 * Math.log(320) + 2 * Math.log(512), 11);
  const suffices = (x: number) => x ** 3 >= 640 ** 2 * (1.5 * x + 3 * Math.log(x)) ** 2;
  let [low, high] = [3320, 1e7];
  while (high - low > 1e-9 * high)
    [low, high] = suffices((low + high) / 2) ? [low, (low + high) / 2] : [(low + high) / 2, high];
  expect(logC2 / (high - 3 * Math.log(high) - Math.log(Math.LN2))).toBeCloseTo(1, 8);
});

test("(17) is ‖∇f(x)‖ ≥ 1/4", () => {
  const told = [0.25, 0.25 * (1 - 2 ** -52), 0, 1].map((gradientNorm) =>
    "holds" in gradientAtLeastQuarter
      ? [gradientAtLeastQuarter.holds({ gradientNorm }), gradientAtLeastQuarter.because?.({ gradientNorm })]
      : [],
  );
  expect(told).toEqual([
    [true, "‖∇f(x)‖ is 0.25"],
    [false, "‖∇f(x)‖ is 0.24999999999999994"],
    [false, "‖∇f(x)‖ is 0"],
    [true, "‖∇f(x)‖ is 1"],
  ]);
});
