import { gaussianNormBound } from "lemmacheck/networks";
import { describe, expect, test } from "vitest";
import { largeWidthBound, microscopicDisplay } from "./parts/proposition-4-displays.js";
import { proposition4Simplified } from "./proposition-4-simplified.js";

// What the claims of Section 3 say of where they begin to say something.

const least = (holds: (x: number) => boolean, from: number, to: number) => {
  let [low, high] = [from, to];
  for (let i = 0; i < 200; i++) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
};

describe("Proposition 4 at R = 1", () => {
  test.each([
    [4, 13_920],
    [100, 317_300],
    [1e6, 1.768e9],
  ])("says more than ‖W‖ ≤ 1 + √(k/d) + … at d = %i from k = %d on", (d, k) => {
    const first = least(
      (width) => largeWidthBound({ d, k: width, radius: 1 }) < gaussianNormBound(width, d, 0.5),
      2704,
      1e15,
    );
    expect(Math.abs(first / k - 1)).toBeLessThan(1e-3);
  });

  test.each([
    [0.7, 20.8],
    [1 / 8, 27.3],
  ])("is below %d, whatever k, from d = 10^%d on", (target, power) => {
    const best = (d: number) => {
      let bound = Infinity;
      for (let ratio = 1; ratio < 1e20; ratio *= 1.1)
        bound = Math.min(bound, largeWidthBound({ d, k: ratio * d, radius: 1 }));
      return bound;
    };
    expect(Math.abs(Math.log10(least((d) => best(d) < target, 1e6, 1e60)) - power)).toBeLessThan(0.1);
  });
});

test("(18) says more than ‖W‖ ≤ … inside its own sizes first at d = 4, k = 53 000, and for c = 40 at d in the millions", () => {
  const admissible = (given: Readonly<Record<string, number>>) =>
    proposition4Simplified.hypotheses.every((hypothesis) =>
      "parameter" in hypothesis ? given[hypothesis.parameter.name] >= hypothesis.least(given) : true,
    );
  const says = (d: number, k: number, variation: number) =>
    admissible({ d, k, gamma: 0.5, radius: 1, variation }) && variation < gaussianNormBound(k, d, 0.5);
  /** Whether it says something in d dimensions for some c of the range and some width up to `most`. */
  const saysBelow = (d: number, [from, to]: readonly [number, number], most: number) => {
    for (let variation = from; variation <= to; variation += 0.5)
      for (let k = 2704; k < most; k *= 1.01) if (says(d, k, variation)) return true;
    return false;
  };
  expect(saysBelow(4, [60, 160], 51_000)).toBe(false);
  expect(saysBelow(4, [60, 160], 55_000)).toBe(true);
  for (const d of [5, 6, 8]) expect(saysBelow(d, [60, 160], 51_000)).toBe(false);
  expect(saysBelow(1e6, [40, 40], 1e15)).toBe(false);
  expect(saysBelow(5e6, [40, 40], 1e11)).toBe(true);
});

test("Proposition 5 says more than ‖W‖ ≤ … from k/d = 47 at d = 2000 and 26 at d = 20 000 on, and less than 0.7 from log d = 85 on", () => {
  for (const [d, ratio] of [
    [2000, 47.5],
    [20_000, 25.6],
  ]) {
    const first = least((k) => 60 / Math.log(d) < 1 + Math.sqrt(k / d), d, 1e9);
    expect(Math.abs(first / d / ratio - 1)).toBeLessThan(0.01);
  }
  expect(60 / 0.7).toBeGreaterThan(85);
  // B = 300k/log³ d of (24) is below k from here on.
  expect(Math.ceil(Math.exp(300 ** (1 / 3)))).toBe(808);
});

test("(23) says more than ‖W‖ ≤ … from k about 45 to 100 times d on; (22) never", () => {
  for (const d of [100, 1e6, 1e12]) {
    const first = least(
      (k) => microscopicDisplay({ d, k, gamma: 0.5, radius: 1 }, 8) < gaussianNormBound(k, d, 0.5),
      d,
      1e6 * d,
    );
    expect(first / d).toBeGreaterThan(45);
    expect(first / d).toBeLessThan(100);
  }
  // √k·√(1 + 4√(log(k/γ)/d)) against 1 + √(k/d) + √(2 log(1/γ)/d) at log(1/γ) ≤ d: at most 1 + √k/2 + √2.
  expect(52).toBeGreaterThan(1 + 52 / 2 + Math.SQRT2);
});
