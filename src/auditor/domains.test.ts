// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { describe, expect, test } from "vitest";
import type { Domain, Value } from "./domain.js";
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
import { isNumeric } from "./is-numeric.js";
import { leastMember } from "./least-member.js";
import { nearestMember } from "./nearest-member.js";
import { parameter } from "./parameter.js";
import { someMember } from "./some-member.js";

const even = restricted(integers(2, 10), "that is even", (n) => n % 2 === 0);
const DOMAINS: readonly Domain[] = [
  integers(1, 2 ** 53),
  integers(-(2 ** 53), 7),
  integers(3, 3),
  openInterval(0, 1),
  closedInterval(0, 1),
  openInterval(-3, -2),
  positiveReals(),
  realsFrom(2),
  realsFrom(-2),
  finiteReals(),
  oneOf("a", "b"),
  oneOf(3, 1, 2),
  oneOf("only"),
  text(),
  text("a name"),
  either<Value>(integers(5, 9), oneOf("many")),
  either(integers(20, 30), integers(5, 9)),
  even,
  restricted(closedInterval(0.5, 3.5), "that is no 2", (x) => x !== 2 && x !== 0.5),
  restricted(integers(1, 3), "that is 9", (n) => n === 9),
  restricted(openInterval(0.1, 0.9), "that is none", () => false),
];
const VALUES: readonly unknown[] = [
  -(2 ** 53),
  -3,
  -2.5,
  -2,
  0,
  0.1,
  0.5,
  1,
  1.5,
  2,
  3,
  5,
  7,
  9,
  2 ** 53,
  2 ** 54,
  Infinity,
  -Infinity,
  NaN,
  "a",
  "b",
  "",
  "many",
  "3",
  null,
  undefined,
];

test("domains: what they must be, what belongs to them, and members near to numbers", () => {
  expect(
    DOMAINS.map((domain) => ({
      mustBe: domain.mustBe,
      has: VALUES.filter((x) => domain.has(x))
        .map(String)
        .join(" "),
      isNumeric: isNumeric(domain),
      some: someMember(domain),
      least: [-Infinity, -2.5, 0.5, 2, 6, 100].map((from) => leastMember(domain, from)).join(" "),
      up: [-Infinity, 0, 2, 2.5, 8].map((from) => String(nearestMember(domain, from, 1))).join(" "),
      down: [Infinity, 100, 6.5, 2, 0].map((from) => String(nearestMember(domain, from, -1, (x) => x !== 6))).join(" "),
    })),
  ).toMatchSnapshot();
});

test("the nearest member is one, and none is nearer", () => {
  for (const from of [-1, 0, 2, 2.5, 5, 9, 11]) {
    const up = [2, 4, 6, 8, 10].find((x) => x >= from);
    expect(nearestMember(even, from, 1)).toBe(up);
    expect(nearestMember(even, from, -1)).toBe([10, 8, 6, 4, 2].find((x) => x <= from));
  }
});

const said = (make: () => unknown) => {
  try {
    make();
    return null;
  } catch (error) {
    return error instanceof RangeError ? error.message : error;
  }
};

describe("what is refused", () => {
  test("as a domain", () => {
    expect([
      said(() => integers(2, 1)),
      said(() => integers(0.5, 1)),
      said(() => integers(0, 2 ** 53 + 2)),
      said(() => integers(-(2 ** 53) - 2, 0)),
      said(() => integers(NaN, 1)),
      said(() => openInterval(1, 1)),
      said(() => closedInterval(2, 1)),
      said(() => realsFrom(Infinity)),
      said(() => oneOf()),
      said(() => integers(1, 1)),
      said(() => openInterval(0, 1e-300)),
    ]).toMatchInlineSnapshot(`
      [
        "integers from 2 to 1; both must be integers within ±2^53, in ascending order",
        "integers from 0.5 to 1; both must be integers within ±2^53, in ascending order",
        "integers from 0 to 9007199254740994; both must be integers within ±2^53, in ascending order",
        "integers from -9007199254740994 to 0; both must be integers within ±2^53, in ascending order",
        "integers from NaN to 1; both must be integers within ±2^53, in ascending order",
        "an interval from 1 to 1; its ends must be in ascending order",
        "an interval from 2 to 1; its ends must be in ascending order",
        "an interval from Infinity to Infinity; its ends must be in ascending order",
        "one of nothing; there must be a value to choose",
        null,
        null,
      ]
    `);
  });

  test("as a parameter", () => {
    const make = (changes: Readonly<Record<string, unknown>>) =>
      said(() => parameter({ name: "n", domain: integers(1, 9), ...changes } as never));
    expect([
      make({ name: 1 }),
      make({ name: "" }),
      make({ name: "1n" }),
      make({ name: "n_m" }),
      make({ name: "n".repeat(101) }),
      make({ name: "n".repeat(100) }),
      make({ symbol: 1 }),
      make({ about: null }),
      make({ examples: 1 }),
      make({ examples: [1, 10] }),
      make({ domain: 1 }),
      make({ domain: {} }),
      make({ usual: 1 }),
      make({ domain: text(), size: true }),
      make({ domain: oneOf("a"), size: true }),
      make({ domain: oneOf(1, 2), size: true }),
      make({ size: true }),
    ]).toMatchInlineSnapshot(`
      [
        "parameter name is 1; it must be a letter, then at most 99 letters and digits",
        "parameter name is ""; it must be a letter, then at most 99 letters and digits",
        "parameter name is "1n"; it must be a letter, then at most 99 letters and digits",
        "parameter name is "n_m"; it must be a letter, then at most 99 letters and digits",
        "parameter name is "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…"; it must be a letter, then at most 99 letters and digits",
        null,
        "parameter n: symbol is 1; it must be a text",
        "parameter n: about is null; it must be a text",
        "parameter n: examples are 1; they must be a list",
        "parameter n: an example is 10; it must be an integer from 1 to 9",
        "parameter n: its domain must be made by integers, openInterval, oneOf, text, …",
        "parameter n: its domain must be made by integers, openInterval, oneOf, text, …",
        "parameter n: its domain must be made by integers, openInterval, oneOf, text, …",
        "parameter n: a size must be a number, it must be a text",
        "parameter n: a size must be a number, it must be a",
        null,
        null,
      ]
    `);
  });
});

test("a parameter has its defaults, and resolves what stands for something", () => {
  const domain = integers(1, 9);
  const { resolve, ...plain } = parameter({ name: "n", domain });
  expect(plain).toEqual({
    name: "n",
    symbol: "n",
    about: "",
    domain,
    usual: domain,
    size: false,
    examples: [],
    resolution: null,
  });
  expect(resolve(3)).toBe(3);
  const given = {
    name: "n",
    symbol: "ν",
    about: "x",
    domain,
    usual: integers(1, 3),
    size: true,
    examples: [1],
  } as const;
  expect(parameter(given)).toMatchObject(given);
  const asked: unknown[] = [];
  const resolution = {
    resolve: (value: string, own: readonly string[]) => {
      asked.push(own);
      return `${value}!`;
    },
    valueOf: (x: string) => x.slice(0, -1),
    known: () => ["a"],
    admit: () => "a!",
    about: () => ({ expression: null, provenance: null }),
  };
  const thing = parameter({ name: "t", domain: text(), resolution });
  expect([thing.resolve("a"), thing.resolve("b", ["own"]), thing.resolution === resolution]).toEqual([
    "a!",
    "b!",
    true,
  ]);
  expect(asked).toEqual([[], ["own"]]);
  expect(thing).toMatchObject({ name: "t", symbol: "t", about: "", size: false, examples: [] });
});
