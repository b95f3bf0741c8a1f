import { expect, test } from "vitest";
import { powerOfTen } from "./power-of-ten.js";

test("powers of ten are those that are read", () => {
  expect([-324, -30, -3, 0, 22, 23, 309].map(powerOfTen)).toEqual([0, 1e-30, 0.001, 1, 1e22, 1e23, Infinity]);
});
