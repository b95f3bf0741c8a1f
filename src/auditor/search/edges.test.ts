import { describe, expect, test } from "vitest";
import type { Claim, Hypothesis } from "../claim.js";
import type { Value } from "../domain.js";
import { closedInterval, either, integers, oneOf, positiveReals, realsFrom, restricted, text } from "../domains.js";
import { gamma } from "../gamma.js";
import { type AnyParameter, parameter } from "../parameter.js";
import type { Axis } from "./axis.js";
import { axisOf } from "./axis-of.js";
import { edgesOf, isSmaller, sizeOf } from "./edges.js";
import { everyPlace } from "./every-place.js";
import { growsFreely } from "./grows-freely.js";
import { listedAxis } from "./listed-axis.js";
import { cellOf, type Place, settledAt } from "./place.js";
import { simplerPairs, tiedPairs } from "./simpler-pairs.js";
import { m, n } from "./testing/plant-parts.js";
import { atLeast, k, tied, x, y, z } from "./testing/tied-plants.js";
import { isWhole, wholeNumber } from "./whole-number.js";

const placeOf = (cell: Readonly<Record<string, Value>>, raise: Place["raise"] = "none"): Place => ({
  spots: Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, { value }])),
  raise,
});
const textOf = ({ spots, raise }: Place) =>
  `${Object.entries(spots)
    .map(([name, { value }]) => `${name} ${value}`)
    .join(", ")}, ${raise}`;
const axesOf = (claim: Claim): Record<string, Axis> =>
  Object.fromEntries(claim.parameters.map((one) => [one.name, axisOf(claim, one, { asked: {}, additions: {} })]));

describe("edges of what hypotheses ask for", () => {
  const claim = (parameters: readonly AnyParameter[], ...hypotheses: readonly Hypothesis[]) =>
    tied(parameters, () => false, undefined, hypotheses);
  const signed = parameter({ name: "z", domain: integers(-1e6, -3), size: true });
  const rows = (of: Claim, cell: Readonly<Record<string, Value>>, axes = axesOf(of)) => {
    const edges = edgesOf(of, "printed", axes);
    const { places, keeping } = edges.elsewhere(placeOf(cell));
    return {
      along: edges.along(placeOf(cell)).map(({ from, steps, along, keeping: kept }) => ({
        from,
        steps: steps.join(" "),
        at: textOf(along(from)),
        kept: kept.join(" "),
      })),
      elsewhere: places.slice(0, 5).map(textOf),
      places: places.length,
      keeping: keeping.join(" "),
    };
  };
  const n10m = atLeast(n, ({ m: b }) => 10 * b);

  test("one size gets smaller, others follow", () => {
    expect({
      two: rows(claim([n, m, gamma], n10m), { n: 5000, m: 400, gamma: 0.1 }),
      three: rows(
        claim(
          [n, m, k],
          n10m,
          atLeast(m, ({ k: c }) => c),
        ),
        { n: 5000, m: 400, k: 1 },
      ),
      least: rows(claim([n, m], n10m), { n: 1, m: 1 }),
      none: rows(claim([n, m, x]), { n: 50, m: 40, x: 2 }),
      otherwise: rows(claim([n, x], n10m), { n: 50, x: 1 }),
      listed: rows(
        claim([n, m], n10m),
        { n: 5000, m: 400 },
        { n: listedAxis([1, 5000], false), m: listedAxis([20, 400, 200], false) },
      ),
      dear: rows(
        claim([n, m, gamma], n10m),
        { n: 5000, m: 400, gamma: 0.1 },
        { ...axesOf(claim([n, m, gamma])), m: listedAxis([20, 400], true) },
      ),
    }).toMatchSnapshot();
  });

  test("of negative sizes too", () => {
    const of = {
      ...claim(
        [n, m],
        atLeast(n, () => 1),
      ),
      parameters: [n, signed],
    };
    expect(rows(of, { n: 50, z: -100 })).toMatchSnapshot();
  });

  test("those of the form, and of no other", () => {
    const plain = claim([n, m]);
    const form = { ...plain.forms.printed, hypotheses: [n10m] };
    const of = {
      ...plain,
      forms: { printed: plain.forms.printed, repaired: { ...form, latex: "x", reason: "y" } },
    } as Claim;
    const along = (name: "printed" | "repaired") =>
      edgesOf(of, name, axesOf(of)).along(placeOf({ n: 50, m: 5 })).length;
    expect([along("printed"), along("repaired")]).toEqual([0, 1]);
  });

  test("sizes of cells are compared", () => {
    const of = { parameters: [n, m, x] };
    expect(sizeOf(of, { n: 1, m: 3, x: 100 })).toBeCloseTo(Math.log(8), 12);
    expect(sizeOf({ parameters: [signed] }, { z: -7 })).toBeCloseTo(Math.log(8), 12);
    const cells = [
      [
        { n: 1, m: 3, x: 9 },
        { n: 1, m: 4, x: 1 },
      ],
      [
        { n: 1, m: 4, x: 1 },
        { n: 1, m: 4, x: 9 },
      ],
      [
        { n: 2, m: 3, x: 1 },
        { n: 1, m: 4, x: 1 },
      ],
      [
        { n: 1, m: 3, x: 1 },
        { n: 2, m: 4, x: 1 },
      ],
    ] as const;
    expect(cells.map(([one, other]) => isSmaller(of, one, other))).toEqual([true, false, false, true]);
    expect(isSmaller({ parameters: [signed] }, { z: -3 }, { z: -4 })).toBe(true);
  });
});

describe("pairs of simpler values", () => {
  const spots = (...values: readonly Value[]) => values.map((value) => ({ value }));
  const counted = (length: number) => spots(...Array.from({ length }, (_, i) => i));
  const shown = (pairs: ReturnType<typeof simplerPairs>) => pairs.map(([a, b]) => `${a.value} ${b.value}`).join(", ");

  test("the simplest first, and some of the rest to the last", () => {
    expect([
      shown(simplerPairs(counted(2), counted(3))),
      shown(simplerPairs(counted(40), counted(1))),
      shown(simplerPairs(counted(8), counted(1))),
      shown(simplerPairs(counted(9), spots("a"))),
    ]).toMatchInlineSnapshot(`
      [
        "0 0, 0 1, 1 0, 0 2, 1 1, 1 2",
        "0 0, 1 0, 2 0, 9 0, 17 0, 24 0, 32 0, 39 0",
        "0 0, 1 0, 2 0, 3 0, 4 0, 5 0, 6 0, 7 0",
        "0 a, 1 a, 2 a, 3 a, 4 a, 6 a, 7 a, 8 a",
      ]
    `);
    expect(simplerPairs([], counted(3))).toEqual([]);
    expect(simplerPairs(counted(100), counted(100))).toHaveLength(64);
  });

  test("tied by a power, as they are at a place", () => {
    const from = (
      one: AnyParameter,
      other: AnyParameter,
      cell: Readonly<Record<string, Value>>,
      ...values: readonly Value[]
    ) => shown(tiedPairs(one, other, spots(...values), placeOf(cell)));
    expect({
      whole: from(x, n, { x: 3.7, n: 100 }, 1, 2, 4),
      simpler: from(x, y, { x: 3, y: 9 }, 1, 6),
      gamma: from(gamma, n, { gamma: 0.03, n: 100 }, 0.5, 0.1),
      share: from(x, gamma, { x: 3, gamma: 0.03 }, 1),
      isWhole: from(n, x, { n: 4, x: 3 }, 1),
      negative: from(x, z, { x: 4, z: -3 }, 1),
      zero: from(x, z, { x: 4, z: 0 }, 1),
      text: from(x, n, { x: "a", n: 3 }, 1),
      many: from(x, n, { x: 64, n: 64 }, ...Array.from({ length: 20 }, (_, i) => 63 - i)).split(", ").length,
    }).toMatchSnapshot();
  });
});

describe("whole numbers, and those that grow freely", () => {
  const even = parameter({ name: "e", domain: restricted(integers(-8, 8), "that is even", (t) => t % 2 === 0) });
  const several = parameter({ name: "s", domain: either<Value>(integers(1, 2 ** 40), oneOf("many")) });

  test("whole numbers by size and sign", () => {
    expect([n, even, x, several, gamma].map(isWhole)).toEqual([true, true, false, false, false]);
    const of = (one: AnyParameter, value: unknown) => {
      const { of: at, ...rest } = wholeNumber(one, value) ?? {};
      return at ? { ...rest, at: [1, 2, 8, 9].map(at) } : null;
    };
    expect([of(even, -4), of(even, 4), of(n, 7), of(even, 0), of(n, "7"), of(x, 3)]).toEqual([
      { name: "e", size: 4, least: 0, at: [null, -2, -8, null] },
      { name: "e", size: 4, least: 0, at: [null, 2, 8, null] },
      { name: "n", size: 7, least: 1, at: [1, 2, 8, 9] },
      null,
      null,
      null,
    ]);
    expect(wholeNumber(parameter({ name: "q", domain: integers(-9, -3) }), -5)?.least).toBe(3);
  });

  test("numbers from 0 on without an end that matters", () => {
    const domains = [
      integers(0, 2 ** 31),
      integers(0, 2 ** 31 - 1),
      integers(-1, 2 ** 40),
      positiveReals(),
      realsFrom(-1),
      closedInterval(0, 2 ** 31),
    ];
    expect(domains.map(growsFreely)).toEqual([true, false, false, true, false, true]);
    expect(growsFreely(restricted(positiveReals(), "that is 1", () => false))).toBe(true);
    expect([several.domain, oneOf("a"), text(), either(oneOf("a"), text())].map(growsFreely)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("places", () => {
  test("all of a few, once each, and none where there are many", () => {
    const axes = (...lengths: readonly number[]) =>
      Object.fromEntries(
        lengths.map((length, i) => [
          `p${i}`,
          listedAxis(
            Array.from({ length }, (_, at) => at),
            false,
          ),
        ]),
      );
    const all = (places: ReturnType<typeof everyPlace>) => {
      const found: string[] = [];
      for (let next = places?.next(); next?.value; next = places?.next())
        found.push(
          Object.values(next.value)
            .map(({ value }) => value)
            .join(""),
        );
      return found;
    };
    expect(all(everyPlace(axes(2, 3)))).toEqual(["00", "10", "01", "11", "02", "12"]);
    expect(all(everyPlace(axes(2, 0)))).toEqual([]);
    expect(everyPlace(axes(64, 64))).not.toBeNull();
    expect(everyPlace(axes(64, 65))).toBeNull();
    expect(everyPlace({ ...axes(2), q: { ...listedAxis([1], false), all: undefined } })).toBeNull();
  });

  test("a place is a cell, and settles where raising took its numbers", () => {
    const place: Place = { ...placeOf({ n: 3, w: "a", x: 2 }, "edge") };
    expect(cellOf(place)).toEqual({ n: 3, w: "a", x: 2 });
    expect(settledAt(place, { n: 30, w: "b", x: 2 })).toEqual(placeOf({ n: 30, w: "a", x: 2 }));
    expect(settledAt(place, { n: 3 }).spots.n).toBe(place.spots.n);
  });
});
