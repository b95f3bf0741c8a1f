import { expect, test } from "vitest";
import { isFigureRow } from "./is-figure-row.js";
import { figureRowWith } from "./testing/figure-row-with.js";

const line = { ...figureRowWith() };
const numbers = ["d", "k", "depth", "samples", "switched", "fraction", "fractionLower", "fractionUpper"];
const numbersOrNull = ["fractionDeviation", "etaMean", "etaDeviation", "gradientNormMean", "gradientNormDeviation"];

test("a line of a figure is one, whatever else it has", () => {
  expect(isFigureRow(line)).toBe(true);
  expect(isFigureRow({ ...line, more: [1] })).toBe(true);
});

test.each(numbersOrNull)("%s may be null, and nothing but a number else", (name) => {
  expect(isFigureRow({ ...line, [name]: null })).toBe(true);
  for (const wrong of ["1", true, []]) expect(isFigureRow({ ...line, [name]: wrong })).toBe(false);
});

test.each(numbers)("%s is a number", (name) => {
  for (const wrong of ["1", null, true]) expect(isFigureRow({ ...line, [name]: wrong })).toBe(false);
});

test.each(["figure", "psi", "initialisation", "coefficients"])("%s is a text", (name) => {
  for (const wrong of [1, null, false]) expect(isFigureRow({ ...line, [name]: wrong })).toBe(false);
});

test("another version of the lines, or no object, is none", () => {
  for (const schema of [2, 0, "1", null]) expect(isFigureRow({ ...line, schema })).toBe(false);
  for (const x of [null, 1, "row", [], [1]]) expect(isFigureRow(x)).toBe(false);
});
