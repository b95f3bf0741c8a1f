import { describe, expect, test } from "vitest";
import { readChoice, readCount, readLaws, readSizes } from "./figure-options.js";

describe("a count", () => {
  test.each([
    [undefined, 7],
    ["1", 1],
    ["10", 10],
    [" 10 ", 10],
    ["2.", 2],
    ["3.0", 3],
    ["1e1", 10],
    ["1E+0", 1],
    ["0.50e01", 5],
    ["0.000001e007", 10],
    ["07", 7],
  ])("%s is read as %s", (typed, value) => {
    expect(readCount("n", typed, 7, 10)).toBe(value);
  });

  test.each([
    "0",
    "11",
    "",
    " ",
    "x",
    "-1",
    "+1",
    "1.5",
    "1e-1",
    "10e-1",
    "1e",
    ".5e1",
    "0x5",
    "1 0",
    "x1",
    "1x",
    "NaN",
  ])("%j is refused", (typed) => {
    expect(() => readCount("networks", typed, 7, 10)).toThrow(
      new RangeError(`--networks is ${typed}; it must be an integer from 1 to 10`),
    );
  });

  test("an option without its value is refused", () => {
    expect(() => readCount("inputs", true, 7, 99)).toThrow(
      new RangeError("--inputs is true; it must be an integer from 1 to 99"),
    );
  });

  test("the value left out may lie outside", () => {
    expect(readCount("n", undefined, 0, 5)).toBe(0);
  });
});

describe("a list of sizes", () => {
  test("has each once, in the order typed", () => {
    expect(readSizes("k", "4,1e0, 8,4,1", 8)).toEqual([4, 1, 8]);
    expect(readSizes("k", undefined, 8)).toBeNull();
  });

  test.each([
    ["0", '"0"'],
    ["9", '"9"'],
    ["1,,2", '""'],
    ["1,2,", '""'],
    ["8,1.5,0", '"1.5"'],
  ])("%j is refused, by the first that is wrong", (typed, shown) => {
    expect(() => readSizes("depth", typed, 8)).toThrow(
      new RangeError(`--depth has ${shown}; it must be a list of integers from 1 to 2^3`),
    );
  });

  test("an option without its value is refused", () => {
    expect(() => readSizes("d", true, 2)).toThrow(
      new RangeError('--d has "true"; it must be a list of integers from 1 to 2^1'),
    );
  });
});

test("a choice is one of those that there are", () => {
  expect(readChoice("grid", undefined, ["small", "large"], "large")).toBe("large");
  expect(readChoice("grid", "small", ["small", "large"], "large")).toBe("small");
  for (const typed of ["Small", "", " small"])
    expect(() => readChoice("grid", typed, ["small", "large"], "small")).toThrow(
      new RangeError(`--grid is ${typed}; it must be small or large`),
    );
  expect(() => readChoice("grid", true, ["small"], "small")).toThrow(
    new RangeError("--grid is true; it must be small"),
  );
});

test("the laws of weights are the paper's unless others are asked for", () => {
  expect(readLaws({})).toEqual({ initialisation: "fan-in", coefficients: "rademacher" });
  for (const initialisation of ["fan-in", "he"])
    for (const coefficients of ["rademacher", "gaussian"])
      expect(readLaws({ initialisation, coefficients })).toEqual({ initialisation, coefficients });
  expect(() => readLaws({ initialisation: "xavier" })).toThrow(
    new RangeError("--initialisation is xavier; it must be fan-in or he"),
  );
  expect(() => readLaws({ coefficients: "normal" })).toThrow(
    new RangeError("--coefficients is normal; it must be rademacher or gaussian"),
  );
});
