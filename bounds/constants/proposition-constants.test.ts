import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/numbers/testing/exactly.js";
import { logNetSizePerDimension } from "./net-size.js";
import { boundedVariationConstants } from "./proposition-2-constants.js";
import { reluVariationConstants } from "./proposition-4-constants.js";

const shares = [0.1, 0.5, 0.9];

describe("the constants of (14)", () => {
  test.each(shares)("carry Proposition 2 to c with the share %s, and no smaller ones do", (share) => {
    const [c, L, R, gamma] = [0.17, 0.77, 30, 0.01];
    const bound = (k: number, d: number) =>
      20 * R * L * (Math.sqrt(Math.log((R * k) / gamma) / d) - Math.log(gamma) / Math.sqrt(k));
    const { C1, C2 } = boundedVariationConstants(c, L, share);
    const k = C1 * R ** 2 * Math.log(gamma) ** 2;
    const d = C2 * R ** 2 * Math.log((R * k) / gamma);
    expect(bound(k, d)).toBeCloseTo(c, 12);
    for (const more of [1, 3, 1e9])
      expect(bound(more * k, C2 * R ** 2 * Math.log((R * more * k) / gamma))).toBeLessThan(c * (1 + 1e-12));
  });
});

describe("the constants of (18)", () => {
  test.each(shares)("carry Proposition 4 to c with the share %s, and no smaller ones do", (share) => {
    const [c, R] = [1 / 8, 30];
    const bound = (k: number, d: number) =>
      20 * (R * Math.log(R * k) ** 2 * Math.sqrt(Math.log(d) / d)) ** (1 / 4) + 40 * Math.sqrt(d / k) * Math.log(R * k);
    const { C1, C2 } = reluVariationConstants(c, share);
    // Where both hold with equality: k and d determine each other.
    let [k, d] = [1e40, 1e30];
    for (let round = 0; round < 200; round++) {
      d = C2 * Math.log(R * k) ** 4 * R ** 2 * Math.log(d);
      k = C1 * d * Math.log(R * k) ** 2;
    }
    expect(bound(k, d)).toBeCloseTo(c, 12);
    expect(bound(k, d / 2)).toBeGreaterThan((1 - share) * c * 1.05);
  });
});

describe("the size of a net of sphere × ball", () => {
  test("is (1 + 4k)(1 + 4kR) per dimension at ε = 1/k", () => {
    for (const [k, R] of [
      [1, 1],
      [7, 3],
      [1e5, 40],
    ])
      expect(logNetSizePerDimension(Math.log(k), R)).toBeCloseTo(Math.log((1 + 4 * k) * (1 + 4 * k * R)), 12);
    expect(logNetSizePerDimension(1e6, 1)).toBeCloseTo(2e6 + 2 * Math.log(4), 6);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("constants and nets at many arguments", () => {
  const net = [-800, -710, -3, -Math.log(4), 0, 1, 40, 700, 1e6].flatMap((log) =>
    [0.25, 1, 30].map((radius) => [log, radius, logNetSizePerDimension(log, radius)]),
  );
  // Two terms at 0 and R = 1, where 4/ε = 4, and where both logarithms are 0.
  expect(logNetSizePerDimension(0, 1)).toBeCloseTo(2 * Math.log(5), 14);
  expect(logNetSizePerDimension(-Math.log(4), 1)).toBeCloseTo(2 * Math.LN2, 14);
  expect(boundedVariationConstants(0.2, 0.7)).toEqual(boundedVariationConstants(0.2, 0.7, 0.5));
  expect(boundedVariationConstants(0.5, 1).C1).toBe(80 ** 2);
  expect(boundedVariationConstants(0.5, 0)).toEqual({ C1: 0, C2: 0 });
  expect(reluVariationConstants(0.2)).toEqual(reluVariationConstants(0.2, 0.5));
  expect(reluVariationConstants(0.5)).toEqual({ C1: 160 ** 2, C2: 80 ** 8 });
  const constants = [0.05, 0.125, 1].flatMap((c) =>
    shares.map((share) => [boundedVariationConstants(c, 0.77, share), reluVariationConstants(c, share)]),
  );
  expect(exactLines([...net, ...constants])).toMatchSnapshot();
});
