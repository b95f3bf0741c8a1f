import { expect, test } from "vitest";
import { isPracticeLine } from "./is-practice-line.js";

const line = {
  schema: 1,
  psi: "relu",
  gamma: 0.1,
  depth: 1,
  initialisation: "fan-in",
  coefficients: "rademacher",
  least: 16,
  pairs: [{ d: 4, k: 8 }],
};

test("a line of practice is one, whatever else it has", () => {
  expect(isPracticeLine(line)).toBe(true);
  expect(isPracticeLine({ ...line, least: null, pairs: [], more: 1 })).toBe(true);
});

test.each([
  ["schema", 2],
  ["schema", "1"],
  ["psi", 1],
  ["gamma", "0.1"],
  ["depth", "1"],
  ["initialisation", 1],
  ["coefficients", null],
  ["least", "16"],
  ["least", false],
  ["pairs", {}],
  ["pairs", null],
])("with %s = %j it is none", (name, value) => {
  expect(isPracticeLine({ ...line, [name]: value })).toBe(false);
});

test.each(Object.keys(line))("without %s it is none", (name) => {
  expect(isPracticeLine(Object.fromEntries(Object.entries(line).filter(([key]) => key !== name)))).toBe(false);
});

test("what is no object is none", () => {
  for (const x of [null, 1, "line", [], [line]]) expect(isPracticeLine(x)).toBe(false);
});
