import { expect, test } from "vitest";
import { turningPoint } from "./turning-point.js";

test("is the double at which it turns, from either side", () => {
  expect(turningPoint(0, 1, (x) => x < 1 / 3)).toBe(1 / 3);
  expect(turningPoint(1, 0, (x) => x > 1 / 3)).toBe(1 / 3);
  expect(turningPoint(0, 1, () => true)).toBe(1);
  expect(
    turningPoint(
      0,
      8,
      (x) => x < 5,
      (a, b) => Math.floor((a + b) / 2),
    ),
  ).toBe(5);
});
