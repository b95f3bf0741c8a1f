import { describe, expect, it } from "vitest";
import { integrate } from "./adaptive-quadrature.js";

const cases: readonly (readonly [name: string, g: (t: number) => number, ends: readonly number[], truth: number])[] = [
  ["a polynomial", (t) => t ** 8 - 3 * t, [0, 2], 512 / 9 - 6],
  ["e^t", Math.exp, [0, 1], Math.E - 1],
  ["1/(1+t²)", (t) => 1 / (1 + t * t), [-50, 50], 2 * Math.atan(50)],
  ["a root singularity", Math.sqrt, [0, 1], 2 / 3],
  ["a kink between nodes", (t) => Math.abs(t - 0.3), [0, 1], 0.29],
  ["a jump between nodes", (t) => (t > 0.7 ? 1 : 0), [0, 1], 0.3],
  ["a fast oscillation", (t) => Math.cos(200 * t), [0, 1], Math.sin(200) / 200],
  ["a narrow peak that the ends point at", (t) => 1e-5 / (1e-10 + t * t), [-1, 0, 1], 2 * Math.atan(1e5)],
];

describe("integrate", () => {
  it.each(cases)("covers %s by its error, which is small", (_, g, ends, truth) => {
    const { value, error } = integrate(g, ends);
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThanOrEqual(1e-13 * integrate((t) => Math.abs(g(t)), ends).value);
  });

  it("covers values that carry the relative error it is told of", () => {
    // Errors of one sign, the worst there are; without the allowance they are not covered.
    const off = (t: number) => Math.exp(t) * (1 + 1e-9);
    const { value, error } = integrate(off, [0, 1], 1e-9);
    expect(Math.abs(value - (Math.E - 1))).toBeLessThanOrEqual(error);
    const untold = integrate(off, [0, 1]);
    expect(Math.abs(untold.value - (Math.E - 1))).toBeGreaterThan(untold.error);
  });

  it("stops when the values are noise, and says so in its error", () => {
    let evaluations = 0;
    const noise = (t: number) => {
      evaluations++;
      return Math.sin(1e9 * t * t) ** 2;
    };
    const { value, error } = integrate(noise, [0, 1]);
    expect(evaluations).toBeLessThan(500_000);
    expect(error).toBeGreaterThan(1e-4);
    expect(Math.abs(value - 0.5)).toBeLessThan(error);
  });
});
