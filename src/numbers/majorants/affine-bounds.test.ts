import { expect, test } from "vitest";
import { callTable } from "../testing/call-table.js";
import { affineBounds, sidesBounds, stretchedBounds } from "./affine-bounds.js";
import { tanhBounds } from "./elementary-bounds.js";

const ENDS = [
  [-3, 2],
  [0, 1],
  [-1, 0],
  [0.5, 4],
  [-4, -0.5],
] as const;
const calls = ENDS.flatMap(([low, high]) => [0, 1, 3].map((order) => [low, high, order] as const));
const leak = { value: 0, slope: -0.2 };
const line = { value: 0, slope: 1 };
const step = { value: 0.7, slope: 0.5 };

test("of lines are their largest size and their slope", () => {
  expect(affineBounds(1, -2)(-3, 2, 2)).toEqual([7 * (1 + 1e-14), 2, 0]);
  expect(affineBounds(1, -2)(-1, 5, 0)).toEqual([9 * (1 + 1e-14)]);
});

test("of two sides are those of the side, and across 0 of both as far as they are smooth", () => {
  const kinked = sidesBounds(leak, line);
  expect(kinked(-4, 0, 2)).toEqual(affineBounds(0, -0.2)(-4, 0, 2));
  expect(kinked(0, 4, 2)).toEqual(affineBounds(0, 1)(0, 4, 2));
  expect(kinked(-4, 0.5, 3)).toEqual([0.8 * (1 + 1e-14), 1]);
  expect(sidesBounds(leak, step)(-1, 2, 3)).toEqual([1.7 * (1 + 1e-14)]);
});

test("of β·f(t/β) are β^(1 − j) times those of f, a little wider", () => {
  for (const beta of [0.5, 3]) {
    const [a, b] = [stretchedBounds(tanhBounds, beta)(0.3, 0.9, 4), tanhBounds(0.3 / beta, 0.9 / beta, 4)];
    a.forEach((x, j) => {
      expect(x).toBeGreaterThan(b[j] * beta ** (1 - j));
      expect(x).toBeLessThan(b[j] * beta ** (1 - j) * (1 + 1e-12));
    });
  }
});

// Pinned to the last bit: an error bound that changes must be seen.
test("lines, sides and stretched functions to the last bit", () => {
  expect(callTable(affineBounds(0.3, -1.7), calls)).toMatchSnapshot();
  for (const right of [line, step]) expect(callTable(sidesBounds(leak, right), calls)).toMatchSnapshot();
  for (const beta of [0.3, 7]) expect(callTable(stretchedBounds(tanhBounds, beta), calls)).toMatchSnapshot();
});
