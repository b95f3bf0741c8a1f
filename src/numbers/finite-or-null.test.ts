import { expect, test } from "vitest";
import { finiteOrNull } from "./finite-or-null.js";

test("is the number, or null where it is infinite or none", () => {
  expect([0, -3, Infinity, -Infinity, Number.NaN].map(finiteOrNull)).toEqual([0, -3, null, null, null]);
});
