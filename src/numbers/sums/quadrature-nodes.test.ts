import { expect, test } from "vitest";
import { exactly } from "../testing/exactly.js";
import { dimple, normal, rectified, uniform } from "../testing/variables.js";
import type { GaussianVariable } from "./gaussian-variable.js";
import { type PanelError, quadratureNodes } from "./quadrature-nodes.js";

/** Panels are halved until they are as short as this: a stand-in for a proof. */
const shorter =
  (length: number): PanelError =>
  (_, { low, high }) => ({ logLeft: -40, error: high - low > length ? 1 : 0 });

const total = (array: Float64Array, of: (x: number, j: number) => number) =>
  array.reduce((sum, x, j) => sum + of(x, j), 0);

test("weights sum to 1, and moments to those of the normal law", () => {
  const { z, y, logWeight, logDensity } = quadratureNodes(normal, 8.5, shorter(0.5));
  expect(total(logWeight, Math.exp)).toBeCloseTo(1, 14);
  expect(total(logWeight, (w, j) => Math.exp(w) * y[j] ** 2)).toBeCloseTo(1, 14);
  expect(total(logWeight, (w, j) => Math.exp(w) * y[j] ** 4)).toBeCloseTo(3, 13);
  expect(z.every((t, j) => j === 0 || t > z[j - 1])).toBe(true);
  expect(logDensity[3]).toBe(-0.5 * z[3] * z[3] - 0.9189385332046728);
});

test("the panels say where g lies, and the nodes what it is", () => {
  for (const variable of [dimple, uniform, rectified]) {
    const { panels, z, y } = quadratureNodes(variable, 4, shorter(1));
    expect(z).toHaveLength(15 * panels.length);
    panels.forEach(({ least, most, low, high }, i) => {
      for (const j of [0, 7, 14]) {
        expect(z[15 * i + j] > low && z[15 * i + j] < high).toBe(true);
        expect(y[15 * i + j] >= least && y[15 * i + j] <= most).toBe(true);
        expect(y[15 * i + j]).toBe(variable.value(z[15 * i + j]));
      }
    });
  }
});

test("a variable without majorants is refused", () => {
  expect(() => quadratureNodes({ ...normal, bounds: null }, 4, shorter(1))).toThrow(
    new RangeError("a variable must have majorants for its quadrature"),
  );
});

// Pinned to the last bit: an error bound that changes must be seen.
test("nodes and panels to the last bit", () => {
  const off: GaussianVariable = { ...dimple, error: (z) => 1e-9 * (1 + z * z) };
  const jump: GaussianVariable = { ...normal, kinks: [0.3], bounds: (low, high) => [Math.max(-low, high)] };
  const short: GaussianVariable = { ...uniform, bounds: (low, high) => uniform.bounds!(low, high, 1) };
  for (const variable of [off, jump, short, rectified]) {
    const { panels, noise, ...arrays } = quadratureNodes(variable, 4.5, shorter(1));
    const lines = Object.entries(arrays).map(([key, array]) => `${key} ${exactly(array)}`);
    expect([...lines, `noise ${noise}`, ...panels.map(exactly)].join("\n")).toMatchSnapshot();
  }
});
