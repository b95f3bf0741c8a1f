import { describe, expect, test } from "vitest";
import type { Value } from "../domain.js";
import { integers, oneOf, positiveReals, restricted } from "../domains.js";
import { type AnyParameter, parameter } from "../parameter.js";
import { every, leastAlong } from "./curve.js";
import { curvesThrough } from "./curves-through.js";
import type { Place } from "./place.js";
import { m, n } from "./testing/plant-parts.js";
import { x, y, z } from "./testing/tied-plants.js";

const even = parameter({ name: "e", domain: restricted(integers(2, 1e6), "that is even", (t) => t % 2 === 0) });
const word = parameter({ name: "w", domain: oneOf("a", "b") });
const size = parameter({ name: "s", domain: positiveReals(), size: true });
const small = parameter({ name: "t", domain: integers(20, 500) });

const placeOf = (cell: Readonly<Record<string, Value>>): Place => ({
  spots: Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, { value }])),
  raise: "none",
});

const textOf = (change: Place["spots"] | null) =>
  change &&
  Object.entries(change)
    .map(([name, { value }]) => `${name} ${value}`)
    .join(", ");

/** Every curve as the place itself, the one that is tried first, the middle and the end make it. */
const curves = (numbers: readonly AnyParameter[], cell: Readonly<Record<string, Value>>) =>
  curvesThrough(numbers, placeOf(cell)).map(({ from, to, first, at }) =>
    [`${from} ≤ ${first} < ${to}`, ...[to, first, Math.floor((from + first) / 2), from].map((t) => textOf(at(t)))].join(
      "; ",
    ),
  );

// Pinned to the last bit: these are the ways on which numbers get smaller together.
test.each<[string, readonly AnyParameter[], Readonly<Record<string, Value>>]>([
  ["a square", [n, m], { n: 144, m: 12 }],
  ["a common divisor", [n, m], { n: 30, m: 45 }],
  ["a power of two, alone", [n], { n: 64 }],
  ["a number alone", [n], { n: 37 }],
  ["the least", [n, m], { n: 1, m: 1 }],
  ["a negative number", [z, n], { z: -27, n: 9 }],
  ["a number that is 0", [z, n], { z: 0, n: 9 }],
  ["with one that is not whole", [n, x], { n: 40, x: 2.5 }],
  ["with a size that is not whole", [n, size], { n: 40, s: 80 }],
  ["none that is whole", [x, y], { x: 2, y: 4 }],
  ["even numbers", [even, n], { e: 48, n: 24 }],
  ["from a least on", [small, n], { t: 100, n: 100 }],
  ["an exponential", [n, x], { n: 10, x: 1024 }],
  ["a base that is not whole", [n, x], { n: 10, x: 57.665 }],
])("curves through %s", (_, numbers, cell) => {
  expect(curves(numbers, cell)).toMatchSnapshot();
});

test("what is no number has no curves", () => {
  expect(curvesThrough([word], placeOf({ w: "a" }))).toEqual([]);
  expect(curvesThrough([n, word], placeOf({ n: 1, w: "a" }))).toEqual([]);
});

test("every curve ends at its place, but for rounding, and gets smaller on the way", () => {
  for (const [a, b] of [
    [144, 12],
    [1000, 10],
    [97, 31],
    [4096, 12],
  ])
    for (const { from, to, first, at } of curvesThrough([n, m], placeOf({ n: a, m: b }))) {
      expect(from <= first && first < to).toBe(true);
      for (const t of [first, from, Math.floor((from + first) / 2)]) {
        const change = at(t);
        for (const [name, { value }] of Object.entries(change ?? {}))
          expect(value).toBeLessThan({ n: a, m: b }[name] ?? 0);
      }
    }
});

describe("the least along a curve", () => {
  const found = async (from: number, to: number, least: number) => {
    const asked: number[] = [];
    const at = await leastAlong(from, to, async (t) => {
      asked.push(t);
      return t >= least;
    });
    return { at, asked: asked.join(" ") };
  };

  test("is found by bisection, in halves of the logarithm at first", async () => {
    expect([
      await found(1, 1000, 37),
      await found(1, 1e15, 2 ** 40),
      await found(0, 50, 49),
      await found(5, 6, 6),
    ]).toMatchSnapshot();
  });

  test("wherever it is, and nothing is asked where there is no way to go", async () => {
    for (let least = 0; least <= 40; least++) expect((await found(0, 40, least)).at).toBe(least);
    for (let least = 3; least <= 9; least++) expect((await found(3, 9, least)).at).toBe(least);
    expect(await found(7, 7, 100)).toEqual({ at: 7, asked: "" });
    expect(await found(7, 3, 100)).toEqual({ at: 7, asked: "" });
    expect(await found(2, 9, 2)).toEqual({ at: 2, asked: "2" });
    const { asked } = await found(1, 2 ** 53, 12345);
    expect(asked.split(" ").length).toBeLessThan(60);
  });

  test("every so many of a curve are counted from its end", () => {
    const curve = every(3, { from: 2, to: 12, at: (t) => ({ n: { value: t } }) });
    expect(curve).toMatchObject({ from: 0, to: 3, first: 2 });
    expect([3, 2, 1, 0].map((t) => curve.at(t)?.n.value)).toEqual([12, 9, 6, 3]);
  });
});
