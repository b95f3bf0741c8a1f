import { expect, test } from "vitest";
import { audit } from "./audit.js";
import { defineClaim } from "./define-claim.js";
import { integers } from "./domains.js";
import { gamma } from "./gamma.js";
import { gridCells, numberOfCells } from "./grid-cells.js";
import { nothing } from "./nothing.js";
import { parameter } from "./parameter.js";

const n = parameter({ name: "n", domain: integers(1, 1000), size: true });
const m = parameter({ name: "m", domain: integers(1, 1000), size: true });

/** A claim with m = 2n and γ = 1/(n + m) in its grid. */
const claim = defineClaim({
  id: "derived",
  label: "Derived",
  kind: "step",
  quote: "",
  latex: "n",
  nonClaims: [],
  parameters: [m, n, gamma],
  hypotheses: [],
  draw: nothing,
  observed: (_, { n, m }) => n / m,
  relation: "<=",
  forms: { printed: { bound: () => 0.5 } },
  cells: [{ n: [1, 10], m: ({ n }) => 2 * n, gamma: ({ n }) => 1 / (3 * n) }],
  mutants: { less: { bound: () => 0.4, at: { n: 1, m: 2, gamma: 0.5 } } },
});

test("a grid may give a value as a function of the others; parameters keep their order", () => {
  const cells = gridCells(claim, {});
  expect(cells).toEqual([
    { m: 2, n: 1, gamma: 1 / 3 },
    { m: 20, n: 10, gamma: 1 / 30 },
  ]);
  expect(Object.keys(cells[0])).toEqual(["m", "n", "gamma"]);
});

test("what is asked for replaces both listed and made values, and what is made follows what is asked for", () => {
  expect(gridCells(claim, { n: [7] })).toEqual([{ m: 14, n: 7, gamma: 1 / 21 }]);
  expect(gridCells(claim, { m: [3, 4], n: [1] }).map(({ m }) => m)).toEqual([3, 4]);
});

test("a value that is made outside of its domain is refused by the audit, and names the parameter", async () => {
  const [cell] = gridCells(claim, { n: [600] });
  await expect(audit({ claim, cell })).rejects.toThrow("m is 1200; it must be an integer from 1 to 1000");
});

test("a function of a value that is the least one, or one that throws, names the claim and the parameter", () => {
  const told = "claim derived: the function that cells has for";
  const grid = (of: object) => () => gridCells({ ...claim, cells: [{ n: ["least"], gamma: [0.1], ...of }] }, {});
  expect(grid({ m: ({ n }: { n: number }) => 2 * n })).toThrow(
    new RangeError(`${told} m: it reads n, which is "least" there and not known yet; give n as numbers`),
  );
  expect(grid({ m: () => JSON.parse("{") })).toThrow(`${told} m: `);
  // One that reads another value is none of that.
  expect(grid({ m: ({ gamma }: { gamma: number }) => 10 * gamma })()).toEqual([{ m: 1, n: "least", gamma: 0.1 }]);
  expect(() => gridCells({ ...claim, cells: [{ ...claim.cells[0], n: [1] }] }, { n: ["least"] })).toThrow(told);
});

test("cells are counted without being made", () => {
  expect(numberOfCells(claim, {})).toBe(2);
  const many = Array.from({ length: 10_000 }, (_, i) => i + 1);
  expect(numberOfCells(claim, { n: many, m: many, gamma: many })).toBe(1e12);
  expect(numberOfCells({ ...claim, cells: [...claim.cells, ...claim.cells] }, { n: [1, 2, 3] })).toBe(6);
  expect(numberOfCells(claim, {}, (_, values) => values.slice(1))).toBe(1);
});
