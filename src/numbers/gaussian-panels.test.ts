import { describe, expect, it, test } from "vitest";
import { integrate } from "./adaptive-quadrature.js";
import { gaussianExpectation } from "./gaussian-expectation.js";
import { gaussianPanels } from "./gaussian-panels.js";
import { callTable } from "./testing/call-table.js";

describe("gaussianPanels", () => {
  it("ascends, has 0, the kinks in reach, and a panel end below the scale", () => {
    const ends = gaussianPanels([-0.3, 7, 1e9], 1e-8);
    expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
    for (const t of [0, -0.3, 7]) expect(ends).toContain(t);
    expect(ends).not.toContain(1e9);
    expect(ends.some((t) => t > 0 && t < 1e-8)).toBe(true);
  });
});

describe("gaussianExpectation over these panels", () => {
  it("finds a spike as narrow as 1e-5 at 0 unasked: E exp(−X²/(2s²)) = 1/√(1 + 1/s²)", () => {
    const truth = 1 / Math.sqrt(1 + 1e10);
    const { value, error } = gaussianExpectation((t) => Math.exp(-0.5 * (t / 1e-5) ** 2));
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThanOrEqual(1e-14 * truth);
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

describe("a stated relative error of the values", () => {
  it("covers values that carry the relative error it is told of", () => {
    // Errors of one sign, the worst there are; without the allowance they are not covered.
    const off = (t: number) => Math.exp(t) * (1 + 1e-9);
    const { value, error } = integrate(off, [0, 1], 1e-9);
    expect(Math.abs(value - (Math.E - 1))).toBeLessThanOrEqual(error);
    const untold = integrate(off, [0, 1]);
    expect(Math.abs(untold.value - (Math.E - 1))).toBeGreaterThan(untold.error);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("ends to the last bit", () => {
  const calls = [[], [0], [38.6], [-38.6, 38.5, -38.5], [1, Number.NaN]].flatMap((kinks) =>
    [1, 2 ** -20, 2 ** -21, 1e-9].map((scale) => [kinks, scale] as const),
  );
  expect(gaussianPanels()).toEqual(gaussianPanels([], 1));
  expect(calls.map(([kinks, scale]) => gaussianPanels([...kinks], scale).join(" ")).join("\n")).toMatchSnapshot();
  expect(callTable(gaussianPanels, [[[0.1, -0.1], 1]])).toMatchSnapshot();
});
