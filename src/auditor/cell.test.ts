import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkParameter, givenOf } from "./cell.js";
import { cellArbitrary } from "./cell-arbitrary.js";
import { defineClaim } from "./define-claim.js";
import type { Sampler } from "./sampler.js";

test.each<[string, readonly unknown[], readonly unknown[], string]>([
  ["depth", [1, 6, 2 ** 53], [0, 1.5, 2 ** 53 + 2, "1"], "an integer from 1 to 2^53"],
  ["initialisation", ["fan-in", "he"], ["xavier", "", 2], "one of fan-in, he"],
  ["coefficients", ["rademacher", "gaussian"], ["normal", 1], "one of rademacher, gaussian"],
  ["norm", [0, 1e-300, 1e300], [-1, Infinity, Number.NaN, "0"], "a finite number ≥ 0"],
  ["bias", [-1, 0, 1e300], [-Infinity, Number.NaN, "0"], "a finite number"],
])("%s takes %j and not %j", (name, right, wrong, rule) => {
  for (const value of right) expect(() => checkParameter(name, value)).not.toThrow();
  for (const value of wrong)
    expect(() => checkParameter(name, value)).toThrow(
      new RangeError(`${name} is ${JSON.stringify(value)}; it must be ${rule}`),
    );
});

test("a missing parameter is named", () => {
  expect(() => givenOf(["norm"], {})).toThrow(new RangeError("norm is missing; it must be a finite number ≥ 0"));
});

describe("generated cells", () => {
  const parameters = ["initialisation", "coefficients", "norm", "bias"] as const;
  const sampler: Sampler<(typeof parameters)[number], number> = {
    id: "none",
    parameters,
    cost: () => 0,
    draw: () => 0,
  };
  const claim = defineClaim({
    id: "anything",
    label: "Anything",
    kind: "deterministic",
    quote: "",
    latex: "",
    nonClaims: [],
    parameters,
    hypotheses: [],
    draw: sampler,
    observed: () => 0,
    relation: "<=",
    forms: { printed: { bound: () => 1 } },
    cells: [{ initialisation: ["he"], coefficients: ["rademacher"], norm: [1], bias: [0.5] }],
    mutants: {
      low: { bound: () => -1, at: { initialisation: "he", coefficients: "rademacher", norm: 1, bias: 1 } },
    },
  });

  test("are admissible, and take every initialisation and law whatever the default cells have", () => {
    const cells = fc.sample(cellArbitrary(claim), { numRuns: 300, seed: 1 });
    for (const cell of cells)
      for (const name of parameters) expect(() => checkParameter(name, cell[name])).not.toThrow();
    expect(new Set(cells.map(({ initialisation }) => initialisation))).toEqual(new Set(["fan-in", "he"]));
    expect(new Set(cells.map(({ coefficients }) => coefficients))).toEqual(new Set(["rademacher", "gaussian"]));
    expect(cells.some(({ norm }) => norm === 0)).toBe(true);
  });
});
