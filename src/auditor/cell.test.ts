import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shownValue } from "../numbers/shown-value.js";
import { checkValue, givenOf } from "./cell.js";
import { cellArbitrary } from "./cell-arbitrary.js";
import { defineClaim } from "./define-claim.js";
import { finiteReals, integers, oneOf, openInterval, realsFrom, restricted } from "./domains.js";
import { nothing } from "./nothing.js";
import { parameter } from "./parameter.js";

const depth = parameter({ name: "depth", domain: integers(1, 2 ** 53), size: true });
const weights = parameter({ name: "weights", domain: oneOf("fan-in", "he") });
const norm = parameter({ name: "norm", domain: realsFrom(0) });
const bias = parameter({ name: "bias", domain: finiteReals() });
const share = parameter({ name: "share", domain: openInterval(0, 1) });
const even = parameter({ name: "even", domain: restricted(integers(2, 100), "that is even", (n) => n % 2 === 0) });

test.each([
  [depth, [1, 6, 2 ** 53], [0, 1.5, 2 ** 53 + 2, "1"], "an integer from 1 to 2^53"],
  [weights, ["fan-in", "he"], ["xavier", "", 2], "one of fan-in, he"],
  [norm, [0, 1e-300, 1e300], [-1, Infinity, Number.NaN, "0"], "a finite number ≥ 0"],
  [bias, [-1, 0, 1e300], [-Infinity, Number.NaN, "0"], "a finite number"],
  [share, [1e-300, 0.5], [0, 1, "0.5"], "a number in (0, 1)"],
  [even, [2, 100], [1, 3, 102], "an integer from 2 to 100 that is even"],
] as const)("$name takes what its domain has, and nothing else", (known, right, wrong, rule) => {
  for (const value of right) expect(() => checkValue(known, value)).not.toThrow();
  for (const value of wrong)
    expect(() => checkValue(known, value)).toThrow(
      new RangeError(`${known.name} is ${shownValue(value)}; it must be ${rule}`),
    );
});

test("a missing parameter is named", () => {
  expect(() => givenOf([norm], {})).toThrow(new RangeError("norm is missing; it must be a finite number ≥ 0"));
});

test("a parameter may have any name, an object's own among them", () => {
  const strange = parameter({ name: "constructor", domain: integers(1, 3) });
  expect(() => givenOf([strange], {})).toThrow("constructor is missing");
  expect(givenOf([strange], { constructor: 2 })).toEqual({ constructor: 2 });
});

describe("generated cells", () => {
  const parameters = [depth, weights, norm, bias, share, even] as const;
  const witness = { depth: 1, weights: "he", norm: 1, bias: 0.5, share: 0.5, even: 2 } as const;
  const claim = defineClaim({
    id: "anything",
    label: "Anything",
    kind: "deterministic",
    quote: "",
    latex: "",
    nonClaims: [],
    parameters,
    hypotheses: [],
    draw: nothing,
    observed: () => 0,
    relation: "<=",
    forms: { printed: { bound: () => 1 } },
    cells: [{ depth: [1], weights: ["he"], norm: [1], bias: [0.5], share: [0.5], even: [2] }],
    mutants: { low: { bound: () => -1, at: witness } },
  });
  const cells = fc.sample(cellArbitrary(claim), { numRuns: 600, seed: 1 });
  const valuesOf = (name: keyof typeof witness) => cells.map((cell) => Number(cell[name]));

  test("are admissible, and take every word whatever the default cells have", () => {
    for (const cell of cells)
      for (const known of parameters) expect(() => checkValue(known, cell[known.name])).not.toThrow();
    expect(new Set(cells.map((cell) => cell.weights))).toEqual(new Set(["fan-in", "he"]));
  });

  test("reach the corners of their domains", () => {
    for (const n of [1, 2, 3]) expect(valuesOf("depth")).toContain(n);
    expect(Math.max(...valuesOf("depth"))).toBeGreaterThan(2 ** 40);
    expect(valuesOf("norm")).toContain(0);
    expect(Math.min(...valuesOf("bias"))).toBeLessThan(0);
    expect(Math.min(...valuesOf("share"))).toBeLessThan(1e-20);
    expect(Math.max(...valuesOf("share"))).toBeGreaterThan(1 - 1e-6);
  });
});
