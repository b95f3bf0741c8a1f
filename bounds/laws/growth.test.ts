import { describe, expect, test } from "vitest";
import { atLeast, exponentAlong, grownFrom, LARGE, stepsForWidth } from "./growth.js";

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

test("the steps for draws that cost k are as long as that allows", () => {
  const found = ["d fixed", "k fixed", "k ∝ √d", "k ∝ d", "k ∝ d²", "anything"].map((growth) => stepsForWidth(growth));
  expect(found.map(({ points, factor }) => [points, factor])).toEqual([
    [4, 6],
    [4, 1000],
    [4, 6],
    [4, 6],
    [4, 10],
    [4, 6],
  ]);
});

test("the exponent of d^a·k^b on a grid is that of what grows", () => {
  const exponent = (growth: string) =>
    exponentAlong({ d: 100, k: 400, growth }, { points: 3, factor: 16 }, (d, k) => d ** -2 * k ** 0.5);
  const found = ["d fixed", "k fixed", "k ∝ √d", "k ∝ d", "k ∝ d²"].map(exponent);
  for (const [i, power] of [0.5, -2, -1.75, -1.5, -1].entries()) expect(found[i]).toBeCloseTo(power, 12);
});

test("names of the object that all objects have are no ways to grow", () => {
  expect(() => grow("toString", 1, 1)).toThrow('growth is "toString"; it must be one of ');
});

test("cells are raised to sizes, and start large", () => {
  expect(atLeast({ d: 5, k: 50, growth: "d fixed" }, LARGE)).toEqual({ d: 10, k: 50, growth: "d fixed" });
  expect(atLeast({ d: 50, k: 5 }, LARGE)).toEqual({ d: 50, k: 10 });
  expect(atLeast({ d: 10, k: 10 }, { d: 10, k: 11 })).toEqual({ d: 10, k: 11 });
});

test("sizes are rounded to integers", () => {
  expect(grow("k ∝ √d", 7, 3, 10)).toEqual([
    [7, 7, 3],
    [70, 70, 9],
    [700, 700, 30],
  ]);
  expect(grow("k ∝ d²", 7, 3, 10)).toEqual([
    [7, 7, 3],
    [22, 22, 30],
    [70, 70, 300],
  ]);
});
