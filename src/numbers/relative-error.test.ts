import { expect, test } from "vitest";
import { relativeError } from "./relative-error.js";

test("is the difference in units of what is expected, 0 where both are 0 or infinite", () => {
  expect([relativeError(3, 2), relativeError(-3, -2), relativeError(1, 2), relativeError(0, 0)]).toEqual([
    0.5, 0.5, 0.5, 0,
  ]);
  expect([relativeError(Infinity, Infinity), relativeError(1, 0)]).toEqual([0, Infinity]);
});
