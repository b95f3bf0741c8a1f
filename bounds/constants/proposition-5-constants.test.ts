import { expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import {
  PRINTED_SMALL_WIDTH_CONSTANT,
  SMALL_WIDTH_CONSTANT,
  smallWidthChain,
  smallWidthHypotheses,
  smallWidthRadius,
} from "./proposition-5-constants.js";

const sizes = [2, 10, 800, 809, 1e6, 1e15].flatMap((d) =>
  [1, 500, 1e9].flatMap((k) => [0.99, 0.05, 1e-300].map((gamma) => ({ d, k, gamma }))),
);

test("√(B/k)(1 + √((B log k + log(4/γ))/d)) with B = 300k/log³ d, where B may be at most k", () => {
  for (const { d, k, gamma } of sizes) {
    for (const [share, most] of [
      [300 / Math.log(d) ** 3, undefined],
      [Math.min(1, 300 / Math.log(d) ** 3), 1],
    ] as const) {
      const direct = Math.sqrt(share) * (1 + Math.sqrt((share * k * Math.log(k) + Math.log(4 / gamma)) / d));
      expect(smallWidthChain({ d, k, gamma }, 3, most) / direct).toBeCloseTo(1, 13);
    }
  }
  // From log³ d = 300 on, d = 808 and more, B is below k.
  expect(smallWidthChain({ d: 808, k: 9, gamma: 0.5 })).toBe(smallWidthChain({ d: 808, k: 9, gamma: 0.5 }, 3, 1));
  expect(smallWidthChain({ d: 807, k: 9, gamma: 0.5 })).not.toBe(smallWidthChain({ d: 807, k: 9, gamma: 0.5 }, 3, 1));
  expect([SMALL_WIDTH_CONSTANT, PRINTED_SMALL_WIDTH_CONSTANT]).toEqual([415, 446]);
});

test("the radius is √k/log⁶ d", () => {
  expect(smallWidthRadius({ d: Math.E ** 2, k: 9 })).toBeCloseTo(3 / 64, 14);
  expect(smallWidthRadius({ d: 1e6, k: 9 }, 0)).toBe(3);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("the chain, the radius and what Proposition 5 assumes, at many sizes", () => {
  const found = sizes.map((given) => ({
    ...given,
    chain: [smallWidthChain(given), smallWidthChain(given, 2.5), smallWidthChain(given, 3, 1)],
    radius: [smallWidthRadius(given), smallWidthRadius(given, 2)],
    hypotheses: smallWidthHypotheses.map((one) =>
      "parameter" in one ? [one.parameter.name, one.least(given)] : [one.holds(given), one.because?.(given)],
    ),
  }));
  expect(exactLines(found)).toMatchSnapshot();
});

test("k may be d log³ d and no more", () => {
  const [, , last] = smallWidthHypotheses;
  const most = 100 * Math.log(100) ** 3;
  const holds = (k: number) => "holds" in last && last.holds({ d: 100, k, gamma: 0.5 });
  expect([holds(most), holds(most * (1 + 1e-15))]).toEqual([true, false]);
});
