import { expect, test } from "vitest";
import { drawAround } from "../testing/draw-around.js";
import { gaussianNormBound, gaussianRowBound } from "./gaussian-norm-bound.js";

const CASES = [
  [1, 1, 1],
  [1, 1, 0.5],
  [4, 1, 0.01],
  [100, 10, 1e-15],
  [10, 1000, 0.02],
  [2 ** 53, 2 ** 53, 1e-300],
  [1, 2 ** 53, 0.5],
] as const;

// Pinned to the last bit: an error bound that changes must be seen.
test("what ‖W‖ and rows exceed with that probability at most: closed forms, rounded up", () => {
  expect(CASES.map(([k, d, p]) => `${gaussianNormBound(k, d, p)} ${gaussianRowBound(k, d, p)}`)).toMatchSnapshot();
  for (const [k, d, p] of CASES) {
    const norm = 1 + Math.sqrt(k / d) + Math.sqrt((2 * Math.log(1 / p)) / d);
    const row = 1 + Math.sqrt((2 * (Math.log(k) + Math.log(1 / p))) / d);
    for (const [found, known] of [
      [gaussianNormBound(k, d, p), norm],
      [gaussianRowBound(k, d, p), row],
    ]) {
      expect(found).toBeGreaterThan(known);
      expect(found).toBeLessThan(known * (1 + 2 ** -48));
    }
  }
});

test("drawn matrices are below", () => {
  for (const [d, k] of [
    [3, 20],
    [20, 3],
  ]) {
    const { around } = drawAround("tanh", d, k, "norms");
    expect(around.operatorNorm.upper).toBeLessThan(gaussianNormBound(k, d, 1e-6));
    expect(Math.max(...around.rowNorms)).toBeLessThan(gaussianRowBound(k, d, 1e-6));
  }
});
