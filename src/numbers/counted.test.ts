import { expect, test } from "vitest";
import { counted } from "./counted.js";

test("one is singular, and large numbers are shown as elsewhere", () => {
  expect([0, 1, 2, 1.5, 1e7].map((n) => counted(n, "cell"))).toEqual([
    "0 cells",
    "1 cell",
    "2 cells",
    "1.5 cells",
    "1e7 cells",
  ]);
});
