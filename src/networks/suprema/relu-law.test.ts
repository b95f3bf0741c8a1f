import { describe, expect, test } from "vitest";
import { failureUpper } from "../../chance/confidence-limits.js";
import { exactly } from "../../numbers/testing/exactly.js";
import { drawAround } from "../testing/draw-around.js";
import { gaussianNormBound } from "./gaussian-norm-bound.js";
import { exactReluSuprema } from "./relu-exact.js";
import { leastBelow, logFlipsTail, type ReluBall, variationTail } from "./relu-law.js";

const DRAWS = 400;
const ALPHA = 1e-10;

/** Both suprema of many draws, exactly. */
function suprema({ d, k, radius }: ReluBall, count = DRAWS): { variations: number[]; flips: number[] } {
  const draws = Array.from({ length: count }, (_, draw) =>
    exactReluSuprema(drawAround("relu", d, k, `law ${draw}`).around, radius),
  );
  return { variations: draws.map(({ variation }) => variation.lower), flips: draws.map(({ flips }) => flips.lower) };
}

/** The probability of more than y that so many draws leave possible at least, by exact limits. */
function surelyAbove(values: readonly number[], y: number): number {
  const failures = values.filter((value) => value <= y).length;
  return 1 - failureUpper({ failures, draws: values.length }, ALPHA);
}

describe.each<ReluBall>([
  { d: 2, k: 1, radius: 1 },
  { d: 2, k: 8, radius: 0.1 },
  { d: 2, k: 60, radius: 1 },
  { d: 3, k: 1, radius: 1.5 },
  { d: 3, k: 5, radius: 0.01 },
  { d: 3, k: 30, radius: 1 },
])("the bounds for the law at $d, $k, $radius", (ball) => {
  const { variations, flips } = suprema(ball);
  const tail = variationTail(ball);

  test("are above what draws show, at every threshold", () => {
    for (const y of variations.toSorted((a, b) => a - b).filter((_, i) => i % 20 === 0))
      expect(Math.exp(tail(y))).toBeGreaterThanOrEqual(surelyAbove(variations, y));
    for (let m = 1; m <= ball.k + 1; m++)
      expect(Math.exp(logFlipsTail(ball, m))).toBeGreaterThanOrEqual(surelyAbove(flips, m - 0.5));
  });

  test("fall as the threshold grows", () => {
    let before = 0;
    for (let y = 0.05; y < 20; y *= 1.3) {
      expect(tail(y)).toBeLessThanOrEqual(before + 1e-12);
      before = tail(y);
    }
    expect(logFlipsTail(ball, ball.k + 1)).toBe(-Infinity);
  });
});

test("a mutant is caught: one point in place of all vertices", () => {
  const ball = { d: 3, k: 300, radius: 1 };
  const { flips } = suprema(ball, 200);
  // P(Bin(k, p) ≥ m) ≤ exp(−k·KL(m/k ‖ p)), true of a single point, is broken at once by the supremum.
  const p = Math.asin(1 / Math.sqrt(3)) / Math.PI;
  const m = 68;
  const chernoff = Math.exp(-m * Math.log(m / (300 * p)) - (300 - m) * Math.log((300 - m) / (300 * (1 - p))));
  expect(chernoff).toBeLessThan(surelyAbove(flips, m - 0.5));
});

describe("corners", () => {
  test("on a line nothing flips below R = 1; from R = √d on ‖W‖ is all that is known", () => {
    expect(variationTail({ d: 1, k: 9, radius: 0.99 })(1e-300)).toBe(-Infinity);
    const everything = variationTail({ d: 4, k: 100, radius: 2 });
    expect(everything(5)).toBe(-0);
    expect(everything(gaussianNormBound(100, 4, 1e-9))).toBeCloseTo(Math.log(1e-9), 6);
    expect(logFlipsTail({ d: 4, k: 100, radius: 2 }, 100)).toBe(0);
  });

  test("tiny balls: fewer flips than one, so no change at all", () => {
    // k·P(|w·δ| > |u|) is about 1e-9.
    const ball = { d: 100, k: 100, radius: 1e-10 };
    expect(logFlipsTail(ball, 1)).toBeLessThan(Math.log(1e-7));
    expect(variationTail(ball)(1e-6)).toBeLessThan(Math.log(1e-7));
  });

  test.each([
    [2 ** 53, 2 ** 53, 1],
    [4, 2 ** 53, 1],
    [2 ** 53, 1, 1e6],
    [1e6, 1e12, 500],
    [1e15, 1e9, 1],
  ])("d = %d, k = %d, R = %d: finite, and of the order that it must be", (d, k, radius) => {
    const y = leastBelow(variationTail({ d, k, radius }), Math.log(1e-9), gaussianNormBound(k, d, 1e-9));
    expect(y).toBeGreaterThan(1e-3);
    expect(y).toBeLessThan(8);
    for (let threshold = 1e-60; threshold < 1e60; threshold *= 10)
      expect(variationTail({ d, k, radius })(threshold)).toBeLessThanOrEqual(0);
  });
});

test("leastBelow finds a threshold to a 500th, or says that there is none", () => {
  expect(leastBelow((y) => -y, -3, 100) / 3).toBeGreaterThanOrEqual(1);
  expect(leastBelow((y) => -y, -3, 100) / 3).toBeLessThan(1.003);
  expect(leastBelow((y) => -y, -3, 2)).toBe(2);
});

// Pinned to the last bit: an error bound that changes must be seen.
test("bounds for the law at sizes of all kinds, to the last bit; the sharpest y is the least that a tail allows", () => {
  const rows: string[] = [];
  for (const [d, k] of [
    [1, 3],
    [2, 1],
    [2, 50],
    [3, 9],
    [30, 2],
    [30, 4000],
    [1e6, 100],
    [50, 2 ** 53],
  ])
    for (const share of [1e-6, 0.01, 0.3, 0.9, 1, 2]) {
      const ball = { d, k, radius: share * Math.sqrt(d) };
      const tail = variationTail(ball);
      const flips = [-1, 0, 1, 2, 5, Math.floor(k / 2), k - 1, k, k + 1].map((m) => logFlipsTail(ball, m));
      const most = 2 + Math.sqrt(k / d);
      const tails = [0, 0.1, 0.4, 1, 1.5, 4, most, 1e5].map(tail);
      const least = [-1, -5, -40].map((log) => leastBelow(tail, log, 3 * most));
      rows.push(`${d} ${k} ${share}: flips ${flips.join(" ")}, tails ${tails.join(" ")}, least ${least.join(" ")}`);
      for (const [i, log] of [-1, -5, -40].entries()) {
        if (least[i] < 3 * most) expect(tail(least[i])).toBeLessThanOrEqual(log);
        else expect(tail(3 * most * (1 - 1 / 400))).toBeGreaterThan(log - 1);
        expect(exactly(least)).not.toContain("NaN");
      }
    }
  expect(rows).toMatchSnapshot();
});

test("the least y of a tail that is known: within a 500th of the truth, or the most", () => {
  expect(leastBelow((y) => -y, -3, 100)).toBeGreaterThanOrEqual(3);
  expect(leastBelow((y) => -y, -3, 100)).toBeLessThan(3 * (1 + 1 / 400));
  expect(leastBelow((y) => -y, -3, 3)).toBeCloseTo(3, 2);
  expect(leastBelow((y) => -y, -3, 2.9)).toBe(2.9);
  expect(leastBelow(() => -Infinity, -3, 7)).toBeLessThan(1.1e-12 * 7);
  expect(leastBelow(() => -Infinity, -3, 7)).toMatchSnapshot();
});
