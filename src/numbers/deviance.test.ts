import { describe, expect, it, test } from "vitest";
import { deviance, relativeDeviance } from "./deviance.js";
import { relativeError } from "./relative-error.js";
import { callTable } from "./testing/call-table.js";

/** [e, (1 + e)·log(1 + e) − e] by mpmath at 1000 digits. */
const RELATIVE = [
  [-0.9999999999999999, 0.9999999999999958],
  [-0.999, 0.9920922447210179],
  [-0.8, 0.47811241751318],
  [-0.7914906400000001, 0.4645956398806327],
  [-0.79, 0.46226397286441967],
  [-0.5, 0.15342640972002736],
  [-0.1, 0.005175535907956329],
  [-0.001, 5.001667500500334e-7],
  [-1e-8, 5.0000000166666667e-17],
  [-1e-150, 5e-301],
  [1e-150, 5e-301],
  [1e-15, 4.9999999999999995e-31],
  [3e-6, 4.49999550000675e-12],
  [0.02, 0.0001986798421033073],
  [0.3, 0.041073543807738366],
  [0.9999, 0.3862250489018763],
  [1, 0.38629436111989063],
  [1.0000000000000002, 0.3862943611198908],
  [2.5, 1.884670389733788],
  [1000, 5915.663534094536],
  [10000000000.0, 220258509323.43042],
  [1e300, 6.897755278982137e302],
];

/** [x, mean, x·log(x/mean) + mean − x] by mpmath at 400 digits. */
const ABSOLUTE = [
  [5, 5, 0.0],
  [1000000000.0, 1000000001.0, 4.999999996666667e-10],
  [1000000000000000.0, 999999999987655.0, 7.619951250062712e-8],
  [3, 1e-200, 1381.8468926624316],
  [7, 1e-300, 4842.050066330883],
  [1e-300, 1, 1.0],
  [7, 2.5, 2.7073359202681075],
  [1000000.0, 3000000.0, 901387.7113318903],
  [9007199254740992.0, 9007199254740990.0, 2.2204460492503136e-16],
];

it.each(RELATIVE)("relativeDeviance(%d) is right to 16 ulp", (e, expected) => {
  expect(relativeError(relativeDeviance(e), expected)).toBeLessThanOrEqual(16 * 2 ** -52);
});

it("relativeDeviance is 1 where nothing was counted and 0 at the mean", () => {
  expect(relativeDeviance(-1)).toBe(1);
  expect(relativeDeviance(0)).toBe(0);
});

describe("deviance", () => {
  it.each(ABSOLUTE)("deviance(%d, %d) is right to 16 ulp", (x, mean, expected) => {
    expect(relativeError(deviance(x, mean), expected)).toBeLessThanOrEqual(16 * 2 ** -52);
  });

  it("is the mean for a count of 0", () => {
    expect(deviance(0, 3.5)).toBe(3.5);
  });

  it("takes a mean that underflows by its logarithm", () => {
    // x·log x − x·log(mean) − x with log(mean) = −1000.
    expect(deviance(3, 0, -1000)).toBeCloseTo(3 * Math.log(3) + 3000 - 3, 11);
  });

  it("believes the excess it is given over the rounded mean", () => {
    // To second order (x − mean)²/(2·mean), here with x − mean known to be 1e-3 where the doubles say 0.
    expect(relativeError(deviance(2 ** 53, 2 ** 53, undefined, 1e-3), 1e-6 / 2 ** 54)).toBeLessThan(1e-15);
  });
});

// Pinned to the last bit: an error bound that changes must be seen.
test("comes to this, to the last bit", () => {
  expect(
    callTable(
      relativeDeviance,
      [-1, -0.9999, -0.5, -1e-9, 0, 1e-9, 0.5, 1, 1.0001, 1e9].map((e) => [e]),
    ),
  ).toMatchSnapshot();
  const calls = [0, 1e-300, 1, 5, 1e9].flatMap((x) => [1e-320, 1e-295, 0.3, 5, 1e9].map((mean) => [x, mean] as const));
  expect(callTable((x: number, mean: number) => deviance(x, mean), calls)).toMatchSnapshot();
  expect(
    callTable(deviance, [
      [5, 5, Math.log(5), 1e-17],
      [5, 0, -2000, 5],
      [1, 3, Math.log(3), -4],
    ]),
  ).toMatchSnapshot();
});
