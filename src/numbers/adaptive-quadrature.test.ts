import { describe, expect, it, test } from "vitest";
import { integrate } from "./adaptive-quadrature.js";
import { pow } from "./pow.js";
import { callTable } from "./testing/call-table.js";

/** Counts how often it is called. */
function counted(g: (t: number) => number) {
  const wrapped = (t: number) => {
    wrapped.calls++;
    return g(t);
  };
  wrapped.calls = 0;
  return wrapped;
}

describe("integrate", () => {
  it("is exact in one panel for polynomials that both rules integrate, up to degree 13", () => {
    for (let degree = 0; degree <= 13; degree++) {
      const power = counted((t) => pow(t, degree));
      const exact = (2 ** (degree + 1) - (-1) ** (degree + 1)) / (degree + 1);
      const { value, error } = integrate(power, [-1, 2]);
      expect(power.calls).toBe(15);
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(error);
      expect(error).toBeLessThan(4e-15 * (2 ** (degree + 1) + 1));
    }
  });

  it("halves panels for degree 14, which the 7-point rule misses", () => {
    const power = counted((t) => pow(t, 14));
    const { value, error } = integrate(power, [-1, 2]);
    expect(power.calls).toBeGreaterThan(15);
    expect(Math.abs(value - (2 ** 15 + 1) / 15)).toBeLessThanOrEqual(error);
  });

  /** [what, g, ends, ∫ by mpmath or in closed form]; the kinks are not told except in the last. */
  const cases: [string, (t: number) => number, number[], number][] = [
    ["e^t", Math.exp, [0, 1], Math.E - 1],
    ["1/(1 + 25t²)", (t) => 1 / (1 + 25 * t * t), [-1, 1], 0.5493603067780064],
    ["cos 50t", (t) => Math.cos(50 * t), [0, 1], -0.005247497074078576],
    ["sin 1/t", (t) => Math.sin(1 / t), [0.02, 1], 0.5036861726568906],
    ["√t", Math.sqrt, [0, 1], 2 / 3],
    ["log t", Math.log, [0, 1], -1],
    ["a bump of width 1e-3", (t) => 1 / (1e-6 + (t - 0.3) ** 2), [0, 1], 3136.8307621453014],
    ["|t − 0.3|", (t) => Math.abs(t - 0.3), [0, 1], (0.3 ** 2 + 0.7 ** 2) / 2],
    ["a step at 1/3", (t) => (t > 1 / 3 ? 1 : 0), [0, 1], 2 / 3],
    ["a step at 1/3 among the ends", (t) => (t > 1 / 3 ? 1 : 0), [0, 1 / 3, 1], 2 / 3],
  ];
  it.each(cases)("covers its error on %s", (_, g, ends, expected) => {
    const { value, error } = integrate(g, ends);
    expect(Math.abs(value - expected)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(expected)));
  });

  it("stops when only rounding is left, and owns up to it", () => {
    // Noise of relative size 1e-12, of mean zero to that accuracy.
    const noisy = counted((t) => 1 + 1e-12 * Math.sin(1e9 * t));
    const { value, error } = integrate(noisy, [0, 1]);
    expect(Math.abs(value - 1)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-11);
    expect(noisy.calls).toBeLessThan(30_000);
  });

  it("returns NaN for a g that does", () => {
    expect(integrate(() => Number.NaN, [0, 1]).value).toBeNaN();
  });

  it("names ends that do not ascend", () => {
    expect(() => integrate(Math.exp, [0])).toThrow(RangeError);
    expect(() => integrate(Math.exp, [0, 0])).toThrow(
      new RangeError("ends are 0, 0; they must be at least two numbers that ascend"),
    );
    expect(() => integrate(Math.exp, [0, Number.NaN])).toThrow(RangeError);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("integrals and errors to the last bit", () => {
  const functions = [
    Math.exp,
    Math.abs,
    (t: number) => Math.sqrt(Math.abs(t - 0.3)),
    (t: number) => pow(t, 14),
    Math.sign,
    () => 0,
    (t: number) => Math.sin(1e9 * t),
  ];
  const at = (i: number, ends: readonly number[], relative?: number) => integrate(functions[i], ends, relative);
  const calls = functions.slice(0, 6).flatMap((_, i) =>
    [
      [0, 1],
      [-1, 0.2, 2],
    ].map((ends) => [i, ends] as const),
  );
  expect(callTable((i: number, ends: readonly number[]) => at(i, ends), calls)).toMatchSnapshot();
  expect(
    callTable(at, [
      [0, [0, 3], 1e-6],
      [2, [0, 1], 0.01],
      [4, [-1, 1.1], 0],
      [1, [-1, 1 + 2 ** -52], 1e-9],
    ]),
  ).toMatchSnapshot();
  expect(
    callTable(at, [
      [0, [], 0],
      [0, [1], 0],
      [0, [1, 0], 0],
      [0, [0, 1, 1], 0],
    ]),
  ).toMatchSnapshot();
});
