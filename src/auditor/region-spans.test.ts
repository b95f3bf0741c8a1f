import { describe, expect, test } from "vitest";
import type { Claim } from "./claim.js";
import { claimMap, claimMaps } from "./claim-map.js";
import { integers, oneOf, openInterval, positiveReals, realsFrom, restricted } from "./domains.js";
import { errataOf, SEVERITIES } from "./errata.js";
import { frontier } from "./frontier.js";
import { gamma } from "./gamma.js";
import type { AnyParameter } from "./parameter.js";
import { parameter } from "./parameter.js";
import { type Columns, regionColumns } from "./region-spans.js";
import { someCell } from "./some-cell.js";
import { madeUp } from "./testing/made-up.js";

const shown = (columns: Columns) =>
  columns.map(({ x, spans }) => `${x}: ${spans.map(([low, high]) => `${low} to ${high}`).join(", ")}`);
const window = { x: [0, 4], y: [1, 9] } as const;

// Pinned to the last bit: a column that moves is seen.
describe("columns of a region", () => {
  test("of one, of several and of none", () => {
    expect({
      all: shown(regionColumns(window, 4, () => true)),
      none: shown(regionColumns(window, 4, () => false)),
      above: shown(regionColumns(window, 4, (x, y) => y > x + 2.3)),
      below: shown(regionColumns(window, 4, (x, y) => y < 8.1 - x)),
      band: shown(regionColumns(window, 4, (x, y) => y > 2.2 && y < 2 + x)),
      two: shown(regionColumns(window, 8, (x, y) => y < 2.7 || (y > 5.1 && x > 1.9))),
      right: shown(regionColumns(window, 4, (x) => x > 2.6)),
      left: shown(regionColumns(window, 4, (x) => x < 1.4)),
    }).toMatchSnapshot();
  });

  test("their ends are where it ends, to a thousandth of a step", () => {
    for (const { x, spans } of regionColumns(window, 8, (at, y) => y > 1.3 + at && y < 8.2)) {
      expect(spans).toHaveLength(1);
      expect(Math.abs(spans[0][0] - (1.3 + x))).toBeLessThan(1 / 256);
      expect(Math.abs(spans[0][1] - 8.2)).toBeLessThan(1 / 256);
    }
  });
});

const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
const k = parameter({ name: "k", domain: integers(3, 1000), size: true });
const x = parameter({ name: "x", domain: positiveReals() });
const r = parameter({ name: "r", domain: realsFrom(2) });
const u = parameter({ name: "u", domain: openInterval(-3, 0) });
const w = parameter({ name: "w", domain: oneOf("a", "b") });
const even = parameter({ name: "e", domain: restricted(integers(2, 8), "that is even", (at) => at % 2 === 0) });

const claimOf = (parameters: readonly AnyParameter[], changes: Readonly<Record<string, unknown>> = {}): Claim => {
  const cell = Object.fromEntries(
    parameters.map((one) => [one.name, one === w ? "a" : one === gamma ? 0.1 : one === u ? -1 : 4]),
  );
  return madeUp({
    id: "mapped",
    parameters,
    cells: [Object.fromEntries(Object.entries(cell).map(([name, value]) => [name, [value]]))],
    mutants: { none: { bound: () => -1, at: cell } },
    ...(parameters.includes(gamma) ? {} : { allows: () => 0.1 }),
    ...changes,
  });
};
const least = (of: AnyParameter, at: (given: Record<string, number>) => number) => ({
  latex: "x",
  parameter: of,
  least: at,
});

/** A map in a few lines: its window, and of each region the first, a middle and the last column. */
const brief = (map: ReturnType<typeof claimMap>) =>
  map && {
    ...map,
    regions: map.regions.map(
      ({ title, role, columns }) =>
        `${role}, ${title}, ${columns.length}: ${shown([columns[0], columns[columns.length >> 1], columns[columns.length - 1]]).join("; ")}`,
    ),
  };

describe("the map of a claim", () => {
  const both = claimOf([n, k, gamma], {
    trivial: () => 1,
    hypotheses: [least(n, ({ k: at }) => 100 * at)],
    forms: {
      printed: { bound: ({ n: at, gamma: share }: Record<string, number>) => 50 / (at * share) },
      repaired: {
        bound: ({ n: at }: Record<string, number>) => 5000 / at,
        latex: "x",
        reason: "y",
        hypotheses: [least(k, () => 20)],
      },
    },
  });
  test("has the regions of its forms, and those that the paper adds", () => {
    const regions = [
      { title: "added", role: "practice" as const, holds: (given: Record<string, unknown>) => Number(given.n) > 1e4 },
      {
        title: "throws",
        role: "proof" as const,
        holds: () => {
          throw new Error("oops");
        },
      },
    ];
    const refuted = {
      ...both,
      forms: { ...both.forms, printed: { ...both.forms.printed, refutedAt: { n: 4, k: 4, gamma: 0.1 } } },
    } as Claim;
    expect({
      both: brief(claimMap(both, { x: n, y: k, at: { gamma: 0.5, other: 1 }, regions, notes: ["a note"] })),
      refuted: brief(claimMap(refuted, { x: k, y: n })),
      gamma: brief(claimMap(both, { x: n, y: gamma })),
      others: brief(claimMap(claimOf([x, r], { trivial: ({ x: at }: Record<string, number>) => at }), { x, y: r })),
    }).toMatchSnapshot();
  });

  test("is none where an axis is missing, no positive number, or nothing depends on it", () => {
    expect(claimMap(both, { x: n, y: x })).toBeNull();
    expect(claimMap(both, { x, y: n })).toBeNull();
    expect(claimMap(both, { x: n, y: n })).toBeNull();
    for (const other of [u, w, even]) expect(claimMap(claimOf([n, other, gamma]), { x: n, y: other })).toBeNull();
    const drawn = claimOf([n, k], { forms: { printed: { bound: (_: unknown, draw: number) => draw } } });
    expect(claimMap(drawn, { x: n, y: k })).toBeNull();
    expect(claimMap(claimOf([n, k], { kind: "trend" }), { x: n, y: k })).toBeNull();
  });

  test("is the paper's, or the usual one over a size and its next number", () => {
    const axes = (claim: Claim, maps: Parameters<typeof claimMaps>[1] = null) =>
      claimMaps(claim, maps).map((map) => `${map.x} ${map.y}`);
    expect([
      axes(both),
      axes(claimOf([w, x, n, gamma])),
      axes(claimOf([n, gamma])),
      axes(claimOf([x, r])),
      axes(claimOf([n])),
      axes(claimOf([n, k], { kind: "step" })),
      axes(claimOf([n, k], { kind: "mean", range: () => ({ lower: 0, upper: 1 }) })),
    ]).toEqual([["n k"], ["n x"], ["n gamma"], [], [], [], ["n k"]]);
    const maps = [
      { x: n, y: k, claims: ["other"] },
      { x: n, y: gamma, claims: ["mapped"] },
      { x: k, y: gamma },
    ];
    expect([axes(both, maps), axes(both, [])]).toEqual([["n gamma", "k gamma"], []]);
  });
});

test("where a statement begins to say something", () => {
  const point = (claim: Claim) => frontier(claim, someCell(claim))?.least;
  const bound = (right: (given: Record<string, number>) => number | null, ...hypotheses: readonly unknown[]) => ({
    trivial: () => 1,
    forms: { printed: { bound: right } },
    hypotheses,
  });
  expect([
    point(
      claimOf(
        [n, gamma],
        bound(({ n: at }) => 3 / at),
      ),
    ),
    point(
      claimOf(
        [n, gamma],
        bound(({ n: at }) => 1e30 / at),
      ),
    ),
    point(
      claimOf(
        [n, k, gamma],
        bound(
          ({ n: at, k: other }) => 500 / (at * other),
          least(k, () => 7),
        ),
      ),
    ),
    point(
      claimOf(
        [n, gamma],
        bound(() => null),
      ),
    ),
    point(
      claimOf(
        [n, gamma],
        bound(({ n: at }) => (at < 5 ? 0.5 : 2)),
      ),
    ),
    frontier(claimOf([x, gamma]), { x: 4, gamma: 0.1 }),
  ]).toMatchSnapshot();
});

test("errata: the gravest first, with what rests on them", () => {
  const at = { gamma: 0.1 };
  const refuted = (changes: Readonly<Record<string, unknown>>, form: Readonly<Record<string, unknown>> = {}) =>
    madeUp({ ...changes, forms: { printed: { bound: () => 1, refutedAt: at }, ...form } });
  const claims = [
    refuted({ id: "one", kind: "step", trivial: undefined, uses: { proof: ["two"] } }),
    madeUp({ id: "two", uses: { statement: ["three"] }, reading: "R" }),
    refuted(
      { id: "three", exact: () => null, freeConstants: { audited: "C = 1" } },
      { repaired: { bound: () => 2, latex: "L", reason: "why" } },
    ),
    refuted({ id: "four", inProof: true, uses: { statement: ["one"], proof: ["none"] } }),
    refuted({ id: "five", label: "Five", reading: "R" }),
    madeUp({ id: "six" }),
  ];
  const text = { text: "of the text", severities: { five: "result", six: "result" }, misprints: ["A slip."] } as const;
  expect([errataOf({ errata: text }, claims), errataOf({ errata: null }, [claims[5]]), SEVERITIES]).toMatchSnapshot();
});
