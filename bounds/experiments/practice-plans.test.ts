import { expect, test } from "vitest";
import { practicePlans } from "./practice-plans.js";

const of = { psi: "relu", depth: 2, initialisation: "fan-in", coefficients: "gaussian" } as const;
const sizesOf = (most: number) => practicePlans(of, 0.5, most).map(({ point: { d, k } }) => [d, k]);

test("d = k in steps of √2 first, then all pairs of powers of 2, each once", () => {
  expect(sizesOf(4)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [1, 2],
    [1, 4],
    [2, 1],
    [2, 4],
    [4, 1],
    [4, 2],
  ]);
});

test("no size is above the largest asked for", () => {
  expect(sizesOf(1)).toEqual([[1, 1]]);
  expect(sizesOf(3).slice(0, 3)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  // √8 is below 2.9, and rounded it is not.
  expect(sizesOf(2.9)).toEqual([
    [1, 1],
    [2, 2],
    [1, 2],
    [2, 1],
  ]);
  // 1, 2, 3, 4, 6, 8, 11, 16, …, 1024, and 11·10 pairs besides.
  expect(sizesOf(1024)).toHaveLength(20 + 110);
  expect(
    sizesOf(1024)
      .slice(0, 20)
      .map(([d]) => d),
  ).toEqual([1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256, 362, 512, 724, 1024]);
});

test("each has 60/γ networks of one input, rounded up", () => {
  expect(practicePlans(of, 0.5, 1)).toEqual([{ point: { ...of, d: 1, k: 1 }, networks: 120, inputs: 1 }]);
  expect(practicePlans(of, 0.7, 1)[0].networks).toBe(86);
});
