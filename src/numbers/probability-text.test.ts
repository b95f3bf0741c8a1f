import { expect, test } from "vitest";
import { probabilityText } from "./probability-text.js";

test("five digits, and powers of ten where a double cannot hold them", () => {
  const logs = [0, -1, -690, -690.77, -690.78, -2000, -Infinity];
  expect(logs.map(probabilityText)).toEqual([
    "1",
    "0.36788",
    "2.1717e-300",
    "1.0055e-300",
    "10^-300.0",
    "10^-868.6",
    "0",
  ]);
});
