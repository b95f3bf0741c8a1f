import { describe, expect, test } from "vitest";
import { grownFrom } from "./growth.js";

const grow = (growth: string, d: number, k: number, factor = 4) =>
  grownFrom({ d, k, growth }, { points: 3, factor }).map(({ size, cell }) => [size, cell.d, cell.k]);

describe("a grid grows as its cell says", () => {
  test.each<[string, number[][]]>([
    [
      "d fixed",
      [
        [20, 10, 20],
        [80, 10, 80],
        [320, 10, 320],
      ],
    ],
    [
      "k fixed",
      [
        [10, 10, 20],
        [40, 40, 20],
        [160, 160, 20],
      ],
    ],
    [
      "k ∝ √d",
      [
        [10, 10, 20],
        [40, 40, 40],
        [160, 160, 80],
      ],
    ],
    [
      "k ∝ d",
      [
        [10, 10, 20],
        [40, 40, 80],
        [160, 160, 320],
      ],
    ],
    [
      "k ∝ d²",
      [
        [10, 10, 20],
        [20, 20, 80],
        [40, 40, 320],
      ],
    ],
  ])("%s", (growth, expected) => {
    expect(grow(growth, 10, 20)).toEqual(expected);
  });

  test("and starts at the cell, with the rest of it", () => {
    const cell = { psi: "tanh", d: 7, k: 3, growth: "k ∝ √d" };
    expect(grownFrom(cell, { points: 2, factor: 10 })[0].cell).toEqual(cell);
  });

  test("in one of the ways known", () => {
    expect(() => grow("k ~ d", 1, 1)).toThrow(
      new RangeError('growth is "k ~ d"; it must be one of d fixed, k fixed, k ∝ √d, k ∝ d, k ∝ d²'),
    );
  });
});
