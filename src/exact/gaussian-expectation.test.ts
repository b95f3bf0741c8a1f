import { describe, expect, it } from "vitest";
import { gaussianExpectation, gaussianPanels } from "./gaussian-expectation.js";

const SQRT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

const cases: readonly (readonly [name: string, g: (t: number) => number, truth: number])[] = [
  ["1", () => 1, 1],
  ["X²", (t) => t * t, 1],
  ["X¹⁰", (t) => t ** 10, 945],
  ["cos X", Math.cos, Math.exp(-0.5)],
  ["cos 10X", (t) => Math.cos(10 * t), Math.exp(-50)],
  ["|X|", Math.abs, SQRT_TWO_OVER_PI],
  ["1 if X > 0", (t) => (t > 0 ? 1 : 0), 0.5],
  ["e^(X/2)", (t) => Math.exp(t / 2), Math.exp(1 / 8)],
  ["max(X, 0)²", (t) => Math.max(t, 0) ** 2, 0.5],
  // E exp(−X²/(2s²)) = 1/√(1 + 1/s²): a spike of width 1e-5.
  ["a spike at 0 as narrow as it looks unasked", (t) => Math.exp(-0.5 * (t / 1e-5) ** 2), 1 / Math.sqrt(1 + 1e10)],
];

describe("gaussianExpectation", () => {
  it.each(cases)("covers E %s by its error, which is small", (_, g, truth) => {
    const { value, error } = gaussianExpectation(g);
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThanOrEqual(1e-14 * gaussianExpectation((t) => Math.abs(g(t))).value);
  });

  it("finds a kink that it is told of, and one that it is not", () => {
    // E max(X − 1, 0) = φ(1) − Q(1).
    const truth = 0.08331547058768629;
    for (const kinks of [[1], [], [0.5, 1, 100]]) {
      const { value, error } = gaussianExpectation((t) => Math.max(t - 1, 0), kinks);
      expect(Math.abs(value - truth)).toBeLessThanOrEqual(error);
    }
  });

  it("finds a spike of any width when told its scale", () => {
    for (const scale of [1e-3, 1e-9, 1e-50, 1e-100]) {
      const { value, error } = gaussianExpectation((t) => 1 / Math.cosh(t / scale) ** 4, [], { scale });
      // ∫ sech⁴ = 4/3; the density is flat over the spike to scale².
      const truth = ((4 / 3) * scale) / Math.sqrt(2 * Math.PI);
      expect(Math.abs(value - truth)).toBeLessThanOrEqual(error + scale ** 2 * truth);
      expect(error).toBeLessThanOrEqual(1e-14 * truth);
    }
  });
});

describe("gaussianPanels", () => {
  it("ascends, has 0, the kinks in reach, and a panel end below the scale", () => {
    const ends = gaussianPanels([-0.3, 7, 1e9], 1e-8);
    expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
    for (const t of [0, -0.3, 7]) expect(ends).toContain(t);
    expect(ends).not.toContain(1e9);
    expect(ends.some((t) => t > 0 && t < 1e-8)).toBe(true);
  });
});
