import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellArbitrary } from "./cell-arbitrary.js";
import type { Domain, Value } from "./domain.js";
import { domainArbitrary } from "./domain-arbitrary.js";
import {
  closedInterval,
  either,
  finiteReals,
  integers,
  oneOf,
  openInterval,
  positiveReals,
  realsFrom,
  restricted,
  text,
} from "./domains.js";
import { gamma } from "./gamma.js";
import { type AnyParameter, parameter } from "./parameter.js";
import { defineSampler } from "./sampler.js";
import { madeUp } from "./testing/made-up.js";

const sampled = <T>(arbitrary: fc.Arbitrary<T>, count = 40, seed = 7) => fc.sample(arbitrary, { seed, numRuns: count });
const DOMAINS: readonly (readonly [string, Domain])[] = [
  ["sizes", integers(1, 2 ** 53)],
  ["a few integers", integers(3, 6)],
  ["integers below 0", integers(-500, -3)],
  ["integers up to 0", integers(-500, 0)],
  ["integers of either sign", integers(-20, 1e9)],
  ["shares", openInterval(0, 1)],
  ["an interval with its ends", closedInterval(-2, 5)],
  ["positive numbers", positiveReals()],
  ["numbers from 2", realsFrom(2)],
  ["all numbers", finiteReals()],
  ["words", oneOf<Value>("a", "b", 3)],
  ["a word or a number", either<Value>(oneOf("none"), integers(1, 5))],
  ["even integers", restricted(integers(2, 1000), "that is even", (n) => n % 2 === 0)],
];

// Pinned: with the same seed the same cells are tried. Powers are rounded, so that they are the same everywhere.
test.each(DOMAINS)("values at random: %s", (_, domain) => {
  const arbitrary = domainArbitrary(fc, domain, 1e4);
  if (!arbitrary) throw new Error("none");
  const values = sampled(arbitrary);
  expect(
    values.map((value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value)).join(" "),
  ).toMatchSnapshot();
  expect(sampled(arbitrary, 400, 3).every((value) => domain.has(value))).toBe(true);
});

test("of a text nothing is known, nor of a part of one", () => {
  for (const domain of [text(), restricted(text(), "that is short", () => true), either(text(), text("a name"))])
    expect(domainArbitrary(fc, domain, 10)).toBeNull();
  expect(new Set(sampled(domainArbitrary(fc, either<Value>(text(), oneOf("a")), 10) ?? fc.constant("none")))).toEqual(
    new Set(["a"]),
  );
});

describe("cells of a claim at random", () => {
  const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
  const usual = parameter({ name: "u", domain: integers(1, 1e6), usual: integers(10, 20) });
  const word = parameter({ name: "w", domain: text("a name") });
  const things = (families: Readonly<Record<string, unknown>> = {}) =>
    parameter({
      name: "t",
      domain: text("a thing"),
      resolution: {
        resolve: (id: string) => id,
        valueOf: (id: string) => id,
        known: () => ["one", "two", "bad"],
        admit: () => "one",
        about: () => ({ expression: null, provenance: null }),
        random: {
          probe: "one",
          arbitrary: (check: typeof fc) => check.integer({ min: 1, max: 99 }).map((i) => `random ${i}`),
        },
        ...families,
      },
    });
  const thing = things();
  const claimOf = (
    parameters: readonly AnyParameter[],
    at: Readonly<Record<string, Value>>,
    changes: Readonly<Record<string, unknown>> = {},
  ) =>
    madeUp({
      parameters,
      cells: [Object.fromEntries(Object.entries(at).map(([name, value]) => [name, [value]]))],
      mutants: { none: { bound: () => -1, at } },
      ...(parameters.includes(gamma) ? {} : { allows: () => 0.1 }),
      ...changes,
    });
  const shown = (...args: Parameters<typeof cellArbitrary>) =>
    sampled(cellArbitrary(...args), 30).map((cell) =>
      Object.values(cell)
        .map((value) => (typeof value === "number" ? Number(value.toPrecision(9)) : value))
        .join(" "),
    );

  test("are spread over their domains, and lifted for their hypotheses within reach", () => {
    const costly = defineSampler({ id: "costly", parameters: [n], cost: ({ n: size }) => size, draw: () => 0 });
    const claim = claimOf(
      [n, gamma],
      { n: 17, gamma: 0.3 },
      {
        draw: costly,
        hypotheses: [{ latex: "x", parameter: n, least: ({ gamma: share }: Record<string, number>) => 100 / share }],
      },
    );
    expect([shown(claim), shown(claim, { reach: 300 }), shown(claim, { reach: 1e6, largest: 50 })]).toMatchSnapshot();
    const lifted = sampled(cellArbitrary(claim), 400).filter(
      ({ n: size, gamma: share }) => Number(size) >= 100 / Number(share),
    );
    expect(lifted.length).toBeGreaterThan(120);
  });

  test.each([
    ["cost", { draw: defineSampler({ id: "odd", parameters: [n], cost: () => NaN, draw: () => 0 }) }],
    [
      "least size",
      {
        hypotheses: [
          {
            latex: "x",
            parameter: n,
            least: () => {
              throw new TypeError("of nothing");
            },
          },
        ],
      },
    ],
  ])("stay as they are where a %s cannot be told: their audit says why", (_, changes) => {
    const claim = claimOf([n], { n: 17 }, changes);
    expect(shown(claim)).toEqual(shown(claimOf([n], { n: 17 })));
  });

  test("know things, usual values and words", () => {
    const known = claimOf(
      [thing, usual],
      { t: "one", u: 12 },
      {
        witness: { t: "two", u: 15 },
        hypotheses: [{ latex: "x", holds: ({ t }: Record<string, string>) => t !== "bad" }],
      },
    );
    const of = (changes: Readonly<Record<string, unknown>> = {}, claim = known) => shown({ ...claim, ...changes });
    expect({
      known: of(),
      own: shown(known, { additions: { t: ["own"] } }),
      ownAlone: shown(known, { additions: { t: ["own"] }, known: false }),
      words: of({}, claimOf([word, gamma], { w: "a", gamma: 0.2 })),
      notRandom: of({}, claimOf([things({ random: undefined })], { t: "one" })),
      nowhere: of({ hypotheses: [{ latex: "x", holds: () => false }] }),
    }).toMatchSnapshot();
  });
});
