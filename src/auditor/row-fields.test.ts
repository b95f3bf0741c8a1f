import { describe, expect, test } from "vitest";
import { AuditError } from "./audit-error.js";
import type { Claim } from "./claim.js";
import { type Finding, NOTHING_MEASURED, noFinding, UNDEFINED } from "./finding.js";
import { readRow } from "./read-row.js";
import { inOrder, ROW_FIELD_NAMES, ROW_FIELDS, ROW_SCHEMA, type RowField } from "./row-fields.js";
import { rowOf, rowOfError } from "./row-of.js";
import { statementOf } from "./statement.js";
import { madeUp } from "./testing/made-up.js";
import { rowWith } from "./testing/row-with.js";

const VALUES: readonly unknown[] = [
  undefined,
  null,
  1,
  2,
  -0.5,
  NaN,
  Infinity,
  "",
  "printed",
  "repaired",
  "whp",
  "exact",
  "sampled",
  "refuted",
  "not-applicable",
  "shared",
  "cell",
  true,
  false,
  [],
  [1],
  [1, null],
  ["a"],
  [NaN],
  {},
  { a: 1, b: "x" },
  { a: null },
  { a: { expression: null, provenance: null } },
  { a: { expression: null } },
  { a: 1 },
];

test("each field: what it means, what it must be, and what it has", () => {
  const shown = (x: unknown) => (typeof x === "number" ? String(x) : JSON.stringify(x));
  expect(
    ROW_FIELD_NAMES.map((name) => {
      const { meaning, mustBe, has } = ROW_FIELDS[name];
      return `${name}: ${meaning}; ${mustBe}; ${VALUES.filter((x) => has(x))
        .map(shown)
        .join(" ")}`;
    }),
  ).toMatchSnapshot();
});

describe("a row is read", () => {
  const row = inOrder(rowWith({}));
  const said = (changes: Readonly<Record<string, unknown>>) => {
    try {
      readRow({ ...row, ...changes });
      return null;
    } catch (error) {
      return error instanceof RangeError ? error.message : error;
    }
  };

  test("as it was written, in its order, with what else it has left out", () => {
    expect(readRow(row)).toEqual(row);
    const copied = { ...row };
    expect(readRow(copied)).toEqual(row);
    const turned = Object.fromEntries(Object.entries({ ...row, other: 1 }).toReversed());
    expect(Object.keys(readRow(turned))).toEqual([...ROW_FIELD_NAMES]);
    expect(readRow(turned)).toEqual(row);
    const more = { ...row, other: 1 };
    expect("other" in readRow(more)).toBe(false);
    const { milliseconds, ...rest } = row;
    expect(Object.keys(readRow({ milliseconds, ...rest }))).toEqual([...ROW_FIELD_NAMES]);
  });

  test("or refused, field by field", () => {
    expect([
      said({ schema: 1 }),
      said({ schema: 3 }),
      said({ schema: undefined }),
      said({ verdict: "maybe" }),
      said({ cell: { k: [1] } }),
      said({ alpha: "1" }),
      said({ milliseconds: null }),
    ]).toMatchInlineSnapshot(`
      [
        "its schema is 1, which lemmacheck 0.1 reads; it must be 2: audit again",
        "its schema is 3; it must be 2, that of this version",
        "its schema is missing; it must be 2, that of this version",
        "its verdict is "maybe"; it must be one of refuted, supported, inconclusive, not-applicable",
        "its cell is {"k":[1]}; it must be an object of at most 1000 texts of at most 100000 characters, and numbers",
        "its alpha is "1"; it must be a number or null",
        "its milliseconds is null; it must be a number",
      ]
    `);
    const long = "x".repeat(100_001);
    const cell = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`a${i}`, i]));
    const { a0, ...many } = cell;
    expect(a0).toBe(0);
    for (const fits of [{ reason: long.slice(1) }, { cell: many }, { cell: { a: long.slice(1) } }, { seed: "" }])
      expect(said(fits)).toBeNull();
    for (const name of ["paper", "claim", "sampler", "reason", "seed", "mutant"])
      expect(said({ [name]: long })).toMatch(
        /^its \w+ is "x{59}…"; it must be a text of at most 100000 characters( or null)?$/,
      );
    for (const wrong of [cell, { a: long }, { [long]: 1 }]) expect(said({ cell: wrong })).toMatch(/^its cell is /);
    for (const wrong of [
      { [long]: { expression: null, provenance: null } },
      { a: { expression: long, provenance: null } },
      { a: { expression: 1, provenance: null } },
      { a: { expression: null, provenance: "mine" } },
    ])
      expect(said({ resolved: wrong })).toMatch(/^its resolved is /);
    const read = (x: unknown) => expect(() => readRow(x));
    for (const x of [null, [], "row"])
      read(x).toThrow(/^it is .*; it must be a row, a whole line of JSON as audit --json prints it$/);
    const { milliseconds, ...without } = row;
    expect(milliseconds).toBe(1);
    read(without).toThrow("its milliseconds is missing; it must be a number");
    read(Object.create(row)).toThrow("its schema is missing");
    for (const name of ROW_FIELD_NAMES) expect(said({ [name]: Symbol("x") })).not.toBeNull();
  });
});

describe("a row is made of what was found", () => {
  const finding = (changes: Partial<Finding> = {}): Finding => ({
    ...NOTHING_MEASURED,
    method: "sampled",
    verdict: "supported",
    reason: "so",
    ...changes,
  });
  const row = (claim: Claim, found: Finding, question: Readonly<Record<string, unknown>> = {}) => {
    const cell = { gamma: 0.1 };
    const statement = statementOf(claim, cell);
    return rowOf({
      question: { claim, cell, ...question },
      statement,
      given: cell,
      finding: found,
      started: performance.now(),
    });
  };
  const fields = (claim: Claim, found: Partial<Finding>, ...names: readonly RowField[]) => {
    const made = row(claim, finding(found));
    return names.map((name) => made[name]);
  };

  test("with its question, or what a question is unless it says", () => {
    expect({ ...row(madeUp(), finding()), milliseconds: 0 }).toMatchSnapshot();
    const asked = { form: "printed", mutant: "none", paper: "p", seed: "7", stream: "cell" };
    expect({
      ...row(madeUp(), finding({ method: "exact", verdict: "refuted" }), asked),
      milliseconds: 0,
    }).toMatchSnapshot();
    expect(row(madeUp(), finding()).milliseconds).toBeGreaterThanOrEqual(0);
    expect(row(madeUp(), finding()).milliseconds).toBeLessThan(1000);
  });

  test("vacuous where it says nothing, without slack then", () => {
    const two = { bound: 2, observedQuantile: 0.5 };
    const useful = madeUp({ trivial: () => 100 });
    expect(fields(useful, two, "vacuous", "slack")).toEqual([false, 4]);
    expect(fields(madeUp({ trivial: () => 1 }), two, "vacuous", "slack")).toEqual([true, null]);
    expect(fields(madeUp({ trivial: () => 100, allows: () => 1 }), two, "vacuous", "slack")).toEqual([true, null]);
    expect(fields(useful, { ...two, bound: null }, "vacuous", "slack")).toEqual([false, null]);
    expect(fields(useful, { bound: null, verdict: "not-applicable" }, "vacuous")).toEqual([true]);
    expect(fields(useful, { bound: null, verdict: "not-applicable", method: null }, "vacuous")).toEqual([false]);
    const mean = madeUp({ kind: "mean", range: () => ({ lower: 0, upper: 1 }), trivial: undefined });
    expect(fields(mean, { bound: 1 }, "vacuous", "slack")).toEqual([true, null]);
    expect(fields(mean, { ...two, bound: 0.5 }, "vacuous", "slack")).toEqual([false, null]);
  });

  test("slack is a ratio of positive sides, the larger for more room", () => {
    const useful = madeUp({ trivial: () => 100 });
    const lower = madeUp({ trivial: () => -100, relation: ">=" });
    const sides = [
      [2, 0.5],
      [0, 1],
      [2, 0],
      [-2, 1],
      [2, null],
    ] as const;
    expect(
      sides.map(([bound, observedQuantile]) => [
        ...fields(useful, { bound, observedQuantile }, "slack"),
        ...fields(lower, { bound, observedQuantile }, "slack"),
      ]),
    ).toEqual([
      [4, 0.25],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ]);
    const equal = madeUp({ kind: "step", relation: "=", trivial: undefined });
    expect(fields(equal, { bound: 2, observedQuantile: 2 }, "slack", "sampler")).toEqual([null, "nothing"]);
    expect(fields(useful, { method: "exact" }, "sampler", "allowed")).toEqual([null, 0.1]);
  });

  test("says of which reading it speaks, and what a refutation leaves of constants", () => {
    const free = madeUp({ reading: "C = 1", freeConstants: { audited: "C = 1" } });
    expect(fields(free, { verdict: "refuted" }, "reason")).toEqual([
      "so; with C = 1, and others are not ruled out; a reading: C = 1",
    ]);
    expect(fields(free, {}, "reason")).toEqual(["so; a reading: C = 1"]);
  });

  test("or of an error", () => {
    const made = rowOfError(
      { claim: madeUp({ reading: "R" }), cell: { gamma: 0.1, q: undefined }, form: "repaired" },
      new AuditError("oops"),
    );
    expect(made).toMatchSnapshot();
    expect(noFinding("not-applicable", UNDEFINED, "exact")).toMatchObject({
      method: "exact",
      verdict: "not-applicable",
      reason: "the right side is undefined here, so nothing is claimed",
      draws: null,
    });
    const throwing = madeUp({
      trivial: () => {
        throw new Error("oops");
      },
    });
    expect(() => row(throwing, finding({ bound: 1 }))).toThrow(/^made-up \(printed\) at \{"gamma":0.1\}: .*oops$/);
  });
});

test("the schema is the second", () => expect(ROW_SCHEMA).toBe(2));
