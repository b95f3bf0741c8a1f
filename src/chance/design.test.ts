import { expect, test } from "vitest";
import { callTable } from "../numbers/testing/call-table.js";
import { allowedMiss, MOST_DRAWS } from "./design.js";

test("is what the power and the level leave, and names what is out of range", () => {
  expect(allowedMiss(0.5, 0.01, 0.9)).toBe(1 - 0.9 - 0.01);
  expect(MOST_DRAWS).toBe(2 ** 52);
  const calls = [
    [0, 0.1, 0.5],
    [1, 0.1, 0.5],
    [0.5, 0, 0.5],
    [0.5, 1, 0.5],
    [0.5, 0.1, 0],
    [0.5, 0.1, 0.9],
    [0.5, 0.1, 0.95],
    [Number.NaN, 0.1, 0.5],
    [0.5, Number.NaN, 0.5],
    [0.5, 0.1, Number.NaN],
  ] as const;
  expect(callTable(allowedMiss, calls)).toMatchSnapshot();
});
