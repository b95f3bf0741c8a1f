// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { describe, expect, test } from "vitest";
import { AuditError } from "../../audit-error.js";
import { TookTooLong } from "../../campaign/took-too-long.js";
import type { Cell } from "../../cell.js";
import type { Claim } from "../../claim.js";
import { integers, positiveReals } from "../../domains.js";
import { gamma } from "../../gamma.js";
import { type Json, toJson } from "../../json.js";
import { localExecutor } from "../../local-executor.js";
import { parameter } from "../../parameter.js";
import { portableQuestion, withClaim } from "../../portable-question.js";
import { statementOf } from "../../statement.js";
import { madeUp } from "../../testing/made-up.js";
import { rowWith } from "../../testing/row-with.js";
import type { Axis } from "../axis.js";
import { axisOf } from "../axis-of.js";
import { listedAxis } from "../listed-axis.js";
import { sizes } from "../testing/plain-plants.js";
import { m, n } from "../testing/plant-parts.js";
import { normalSum, uniformShare } from "../testing/random-plants.js";
import { atLeast, tied, x } from "../testing/tied-plants.js";
import { atKnownCells } from "./at-known.js";
import { changesOf } from "./changes.js";
import { finiteCells } from "./finite-cells.js";
import { laddersOf } from "./ladders.js";
import { readRepair } from "./read-repair.js";
import { type Repair, repairText } from "./repair.js";
import { readRepaired, writeRepaired } from "./repaired.js";
import { repairedBy } from "./repaired-by.js";
import { localRepairers, repairersOver } from "./repairers.js";
import { rightSidesOf } from "./right-sides.js";
import { RIGHT_SIDES, readRightSides, rightSidesJob, rightSidesTask } from "./right-sides-task.js";
import { seeingCells } from "./seen-cells.js";
import { spendingOf } from "./spending.js";

const call = { additions: {}, notify: () => undefined };
const share = uniformShare("share", ({ gamma: at }) => 2 - at, true);
const axesOf = ({ parameters }: Claim, claim: Claim) =>
  Object.fromEntries(parameters.map((one) => [one.name, axisOf(claim, one, { asked: {}, additions: {} })]));

describe("repairs that may be tried", () => {
  const kinds = (claim: Claim) =>
    laddersOf(claim).map((ladder) => ladder.map((repair) => repairText(repair, (name) => name)).join("; "));

  test("kind by kind, as people read them", () => {
    expect(kinds(share)).toMatchSnapshot();
    expect(
      kinds(
        sizes(
          "lower",
          (a) => a,
          () => 1,
          { relation: ">=" },
        ),
      ),
    ).toMatchSnapshot();
    expect(
      kinds(
        sizes(
          "equal",
          (a) => a,
          () => 1,
          { relation: "=" },
        ),
      ),
    ).toMatchSnapshot();
    const whole = parameter({ name: "i", domain: integers(1, 9) });
    expect(kinds(tied([whole, x], () => false)).length).toBe(3);
    expect(kinds(tied([x, gamma], () => false)).length).toBe(4);
  });

  test("numbers are written as fractions where they are some, and to four digits", () => {
    const text = (repair: Repair) => repairText(repair, (name) => name.toUpperCase());
    expect([
      text({ kind: "constant", factor: 1 / 3 }),
      text({ kind: "constant", factor: 2 / 3 }),
      text({ kind: "constant", factor: 1 }),
      text({ kind: "share", divisor: 4 }),
      text({ kind: "size", parameter: "n", least: 1234.56 }),
      text({ kind: "size-log", parameter: "n", times: 1 }),
      text({ kind: "size-log", parameter: "n", times: 0.25 }),
      text({ kind: "gamma", most: 0.1 }),
      text({ kind: "gamma", most: 0.9 }),
      text({ kind: "term", times: 1 }),
      text({ kind: "term", times: 0.5 }),
      text({ kind: "size-term", parameter: "n", times: 1 }),
      text({ kind: "size-term", parameter: "n", times: 0.25 }),
      text({ kind: "size-term", parameter: "n", times: 0.3 }),
    ]).toMatchInlineSnapshot(`
      [
        "the right side times 1/3",
        "the right side times 0.6667",
        "the right side times 1",
        "γ/4 for γ on the right side: log(4/γ) for log(1/γ)",
        "N ≥ 1235",
        "N ≥ log(2/γ)",
        "N ≥ 1/4log(2/γ)",
        "γ ≤ 1/10",
        "γ ≤ 0.9",
        "log(2/γ) on top of the right side",
        "1/2log(2/γ) on top of the right side",
        "the right side times 1 + 1/√N, or divided by it where it is a lower bound",
        "the right side times 1 + 1/(4√N), or divided by it where it is a lower bound",
        "the right side times 1 + 0.3/√N, or divided by it where it is a lower bound",
      ]
    `);
  });

  test("change the right side, or ask for more, of one form alone", () => {
    const lower = sizes(
      "lower",
      (a) => a,
      (_, b) => b,
      { relation: ">=" },
    );
    const base = {
      ...normalSum("sum", ({ n: size, gamma: at }) => size * Math.log(1 / at)),
      forms: {
        printed: {
          bound: ({ n: size, gamma: at }: Record<string, number>) => size * Math.log(1 / at),
          hypotheses: [{ latex: "own", holds: () => true }],
        },
      },
    } as unknown as Claim;
    const given = { n: 9, gamma: 0.25 };
    const at = (repair: Repair, of = base, cell: Cell = given) => {
      const statement = statementOf(repairedBy(of, "printed", repair), cell);
      return {
        bound: statement.bound(cell, null),
        hypotheses: statement.hypotheses.map(
          (one) => `${one.latex}: ${"parameter" in one ? `${one.parameter.name} ${one.least(cell)}` : one.holds(cell)}`,
        ),
      };
    };
    const log = Math.log(4);
    expect(at({ kind: "constant", factor: 3 })).toEqual({ bound: 27 * log, hypotheses: ["own: true"] });
    expect(at({ kind: "share", divisor: 4 }).bound).toBeCloseTo(18 * log, 12);
    expect(at({ kind: "term", times: 2 }).bound).toBeCloseTo(9 * log + 2 * Math.log(8), 12);
    expect(at({ kind: "size-term", parameter: "n", times: 2 }).bound).toBeCloseTo(9 * log * (1 + 2 / 3), 12);
    expect(at({ kind: "size-term", parameter: "n", times: 2 }, lower, { n: 4, m: 6 }).bound).toBeCloseTo(3, 12);
    expect(at({ kind: "size", parameter: "n", least: 7 })).toEqual({
      bound: 9 * log,
      hypotheses: ["own: true", "n \\ge \\ldots: n 7"],
    });
    expect(at({ kind: "size-log", parameter: "n", times: 2 }).hypotheses[1]).toBe(
      `n \\ge \\ldots: n ${2 * (Math.LN2 - Math.log(0.25))}`,
    );
    expect(at({ kind: "size", parameter: "q", least: 7 }).hypotheses).toEqual(["own: true"]);
    expect([0.25, 0.2, 0.3].map((most) => at({ kind: "gamma", most }).hypotheses[1])).toEqual([
      "\\gamma \\le 0.25: true",
      "\\gamma \\le 0.2: false",
      "\\gamma \\le 0.3: true",
    ]);
    const none = { ...base, forms: { printed: { bound: () => null } } } as Claim;
    expect(at({ kind: "constant", factor: 3 }, none).bound).toBeNull();
    expect(repairedBy(base, "repaired", { kind: "constant", factor: 3 })).toBe(base);
    const both = {
      ...base,
      forms: { ...base.forms, repaired: { bound: () => 5, latex: "x", reason: "y" } },
    } as unknown as Claim;
    const mended = repairedBy(both, "repaired", { kind: "constant", factor: 3 });
    expect([
      statementOf(mended, given).bound(given, null),
      statementOf(mended, given, "repaired").bound(given, null),
    ]).toEqual([9 * log, 15]);
    // A term is taken off where the bound is a lower one.
    const below = { ...base, relation: ">=" } as Claim;
    expect(at({ kind: "term", times: 2 }, below).bound).toBeCloseTo(9 * log - 2 * Math.log(8), 12);
  });

  test("that arrive without what they need are none", () => {
    const wrong: Json[] = [
      { kind: "gamma" },
      { kind: "gamma", most: "1" },
      { kind: "term", times: 0 },
      { kind: "size-term", parameter: "n" },
      { kind: "size-log", times: 1 },
      { kind: "size", parameter: "n", times: 1 },
      { kind: "other", parameter: "n", times: 1, least: 1 },
    ];
    expect(wrong.map(readRepair)).toEqual(wrong.map(() => null));
    expect(readRepair(undefined)).toBeNull();
    expect(readRepair({ kind: "term", times: 2, other: 1 })).toEqual({ kind: "term", times: 2 });
  });

  test("what came of them is kept and read", () => {
    expect(readRepaired(writeRepaired({ lines: ["a", "b"], spent: 1e-9 }))).toEqual({ lines: ["a", "b"], spent: 1e-9 });
    expect([
      readRepaired(null),
      readRepaired({ lines: "a", spent: 1 }),
      readRepaired({ lines: [], spent: "1" }),
      readRepaired({ spent: 1 }),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("what is spent, and where it is spent", () => {
  test("a budget pays to its last part", () => {
    const spending = spendingOf(1);
    expect([spending.pays(1), spending.pays(1.01), spending.left(), spending.spent()]).toEqual([true, false, 1, 0]);
    spending.spend(0.75);
    expect([spending.pays(0.25), spending.pays(0.26), spending.left(), spending.spent()]).toEqual([
      true,
      false,
      0.25,
      0.75,
    ]);
    spending.spend(0.5);
    expect([spending.left(), spending.spent()]).toEqual([0, 1.25]);
  });

  test("few cells are all there are", () => {
    const axes: Record<string, Axis> = { n: listedAxis([1, 2, 2], false), w: listedAxis(["a", "b"], false) };
    expect(finiteCells(axes, 4)).toEqual([
      { n: 1, w: "a" },
      { n: 2, w: "a" },
      { n: 1, w: "b" },
      { n: 2, w: "b" },
    ]);
    expect(finiteCells(axes, 3)).toBeNull();
    expect(finiteCells({ ...axes, x: { ...listedAxis([1], false), all: undefined } }, 100)).toBeNull();
  });

  test("cells that were looked at are counted once, those that took too long too", async () => {
    const claim = sizes(
      "seen",
      (a) => a,
      () => 7,
      { hypotheses: [{ latex: "H", holds: ({ n: a }) => a < 5 }] },
    );
    const local = localExecutor();
    const { executor, beside } = seeingCells({
      ...local,
      probe: (question, candidate, how) =>
        candidate.cell.n === 4
          ? Promise.reject(new TookTooLong("slow"))
          : candidate.cell.n === 3
            ? Promise.reject(new Error("oops"))
            : local.probe(question, candidate, how),
    });
    const look = (cell: Cell) => executor.probe({ claim, cell: {} }, { cell, raise: "none" }, { gaussians: 1 });
    for (const a of [1, 1, 2, 6]) await look({ n: a, m: 1 });
    await expect(look({ n: 4, m: 1 })).rejects.toThrow("slow");
    await expect(look({ n: 3, m: 1 })).rejects.toThrow("oops");
    expect(beside([])).toEqual({ candidates: 4, judged: 2 });
    expect(
      beside([
        { n: 2, m: 1 },
        { n: 9, m: 9 },
      ]),
    ).toEqual({ candidates: 3, judged: 1 });
  });
});

describe("right sides", () => {
  const claim = tied(
    [n, m],
    () => false,
    ({ n: a }) => a !== 13,
    [atLeast(n, ({ m: b }) => 10 * b)],
  );
  const bound = (of: Claim, right: (given: Record<string, number>) => number | null) =>
    ({ ...of, forms: { printed: { bound: right } } }) as unknown as Claim;
  const of = bound(claim, ({ n: a, m: b }) => (b === 2 ? null : a + b));
  const candidates = [
    { cell: { n: 50, m: 3 }, raise: "none" },
    { cell: { n: 1, m: 3 }, raise: "none" },
    { cell: { n: 1, m: 3 }, raise: "enough" },
    { cell: { n: 50, m: 2 }, raise: "none" },
    { cell: { n: 13, m: 1 }, raise: "none" },
    { cell: { n: 0, m: 3 }, raise: "none" },
  ] as const;
  const sides = [{ cell: { n: 50, m: 3 }, right: 53 }, null, { cell: { n: 30, m: 3 }, right: 33 }, null, null, null];

  test("are those of cells at which the form says something", () => {
    expect(rightSidesOf({ claim: of }, candidates, {})).toEqual(sides);
    const oops = (): never => {
      throw new TypeError("oops");
    };
    const none = candidates.map(() => null);
    expect(rightSidesOf({ claim: bound(claim, oops) }, candidates, {})).toEqual(none);
    expect(rightSidesOf({ claim: bound(claim, () => Symbol("none") as never) }, candidates, {})).toEqual(none);
    expect(rightSidesOf({ claim: { ...of, hypotheses: [atLeast(n, oops)] } }, candidates, {})).toEqual(none);
  });

  test("travel, the infinite ones too", async () => {
    expect(RIGHT_SIDES).toBe("audit/right-sides");
    const task = rightSidesTask({}, async (question) => withClaim(question, of));
    const job = rightSidesJob(portableQuestion({ claim: of, cell: {} }), candidates);
    const there = await task.run(job, call);
    expect(readRightSides(toJson(there))).toEqual(sides);
    expect([task.isResult(there, {}), task.isResult({}, {}), task.isResult([1], {})]).toEqual([true, false, false]);
    expect(readRightSides([{ cell: { n: 1 }, right: "-Infinity" }, null])).toEqual([
      { cell: { n: 1 }, right: -Infinity },
      null,
    ]);
    for (const wrong of [[{ cell: 1, right: "1" }], [{ cell: {}, right: 1 }], "x", null, [[]]])
      expect(readRightSides(wrong as Json)).toBeNull();
    await expect(task.run({ ...job, candidates: 1 }, call)).rejects.toThrow(
      new RangeError("right sides that were asked for are none; cells must be given"),
    );
    await expect(task.run(null, call)).rejects.toThrow("right sides that were asked for are none");
    for (const wrong of [1, { cell: {} }, { cell: 1, raise: "none" }, { cell: {}, raise: "other" }])
      await expect(task.run({ ...job, candidates: [wrong] as never }, call)).rejects.toThrow(
        new RangeError("a cell whose right side was asked for is none; it must have values, and how it is raised"),
      );
  });

  test("are worked out by whoever works, of the repaired form where there is a repair", async () => {
    const here = localRepairers({}, undefined);
    const repair: Repair = { kind: "constant", factor: 2 };
    expect(await here.rightSides({ claim: of }, null, candidates)).toEqual(sides);
    expect(await here.rightSides({ claim: of }, repair, candidates.slice(0, 1))).toEqual([
      { cell: { n: 50, m: 3 }, right: 106 },
    ]);
    expect((await here.audit({ claim: of, cell: { n: 50, m: 3 } }, { kind: "constant", factor: -1 }, {})).verdict).toBe(
      "refuted",
    );
    const asked: unknown[] = [];
    const task = rightSidesTask({}, async (question) => withClaim(question, of));
    let cut = 0;
    const runner = {
      grain: 1,
      ahead: 1,
      async run(job: { task: string; payload: Json; rank: number; seconds?: number | undefined }) {
        asked.push([job.task, job.rank, job.seconds]);
        const found = await task.run(job.payload, call);
        return Array.isArray(found) && cut > 0 ? found.slice(cut) : found;
      },
    };
    const there = repairersOver(runner as never, { additions: {}, seconds: 3 });
    expect(await there.rightSides({ claim: of }, repair, candidates)).toEqual(
      await here.rightSides({ claim: of }, repair, candidates),
    );
    expect(asked).toEqual([[RIGHT_SIDES, -1, 3]]);
    cut = 1;
    await expect(there.rightSides({ claim: of }, null, candidates)).rejects.toThrow(
      new Error("a worker computed no right sides"),
    );
    // Of an audit, the right side is asked for first: it may take too long.
    await expect(there.audit({ claim: of, cell: { n: 50, m: 3 } }, repair, {})).rejects.toThrow(
      "a worker computed no right sides",
    );
  });
});

describe("how much a repair changes", () => {
  const base = sizes(
    "base",
    () => 0,
    (a, b) => a + b,
  );
  const changes = (
    claim: Claim,
    refuted: readonly Cell[] = [],
    until?: AbortSignal,
    by = localRepairers({}, undefined),
  ) => changesOf({ claim }, axesOf(claim, claim), by, { until, refuted });

  test("is the mean of logarithms, or the share of cells that it leaves out", async () => {
    const of = changes(base);
    expect(await of.of({ kind: "constant", factor: 2 })).toBeCloseTo(Math.LN2, 12);
    expect(await of.of({ kind: "constant", factor: 1 / 3 })).toBeCloseTo(Math.log(3), 12);
    expect(await of.of({ kind: "constant", factor: 1 })).toBe(Infinity);
    expect(await of.of({ kind: "constant", factor: 1e30 })).toBe(50);
    expect([
      await of.of({ kind: "size", parameter: "n", least: 5 }),
      await of.of({ kind: "size-term", parameter: "m", times: 1 }),
    ]).toMatchInlineSnapshot(`
      [
        0.30859375,
        0.22684567002948075,
      ]
    `);
    const zero = changes(
      sizes(
        "zero",
        () => 0,
        () => 0,
      ),
    );
    expect(await zero.of({ kind: "constant", factor: 2 })).toBe(Infinity);
  });

  test("is known once it was asked for, and of cells at which the form is refuted where it says nothing elsewhere", async () => {
    let asked = 0;
    const local = localRepairers({}, undefined);
    const by = {
      ...local,
      rightSides: (...args: Parameters<typeof local.rightSides>) => {
        asked++;
        return local.rightSides(...args);
      },
    };
    const some = changes(base, [], undefined, by);
    await some.of({ kind: "constant", factor: 2 });
    expect(asked).toBe(64);
    await some.of({ kind: "constant", factor: 2 });
    expect(asked).toBe(64);
    const nowhere = sizes(
      "nowhere",
      () => 0,
      (a) => a,
      { hypotheses: [{ latex: "n", holds: ({ n: a }) => a === 123457 }] },
    );
    expect(await changes(nowhere).of({ kind: "constant", factor: 2 })).toBeNull();
    expect(await changes(nowhere, [{ n: 123457, m: 1 }]).of({ kind: "constant", factor: 2 })).toBeCloseTo(Math.LN2, 12);
  });

  test("cannot be told where it takes too long twice, or the time is over", async () => {
    const local = localRepairers({}, undefined);
    let calls = 0;
    const slow = (from: number, to: number) => ({
      ...local,
      rightSides: (...args: Parameters<typeof local.rightSides>) => {
        calls++;
        return calls > from && calls <= to ? Promise.reject(new TookTooLong("slow")) : local.rightSides(...args);
      },
    });
    expect(await changes(base, [], undefined, slow(0, 1000)).of({ kind: "constant", factor: 2 })).toBeNull();
    expect(calls).toBe(2);
    calls = 0;
    expect(await changes(base, [], undefined, slow(1, 2)).of({ kind: "constant", factor: 2 })).toBeCloseTo(
      Math.LN2,
      12,
    );
    const end = new AbortController();
    end.abort();
    calls = 0;
    expect(await changes(base, [], end.signal, slow(0, 0)).of({ kind: "constant", factor: 2 })).toBeNull();
    expect(calls).toBe(0);
    const broken = { ...local, rightSides: () => Promise.reject(new Error("oops")) };
    await expect(changes(base, [], undefined, broken).of({ kind: "constant", factor: 2 })).rejects.toThrow("oops");
  });
});

describe("at cells at which the form is refuted", () => {
  const repair: Repair = { kind: "constant", factor: 2 };
  const cells = [1, 2, 3].map((at) => ({ n: at, m: 1 }));
  const by = (verdicts: Readonly<Record<number, string | Error>>) => {
    const asked: unknown[] = [];
    return {
      asked,
      ...localRepairers({}, undefined),
      async audit(
        question: { cell: Record<string, unknown>; seed?: string; stream?: string },
        _: Repair,
        how: unknown,
      ) {
        asked.push([question.cell.n, question.seed, question.stream, how]);
        const verdict = verdicts[Number(question.cell.n)];
        if (verdict instanceof Error) throw verdict;
        return rowWith({ verdict: verdict as "refuted", alpha: 1e-10 });
      },
    };
  };
  const decide = async (
    verdicts: Readonly<Record<number, string | Error>>,
    of: Repair = repair,
    budget = 1,
    until?: AbortSignal,
  ) => {
    const who = by(verdicts);
    const spending = spendingOf(budget);
    const at = atKnownCells(
      { claim: madeUp({ parameters: [n, m] }), seed: "7" },
      { additions: {}, by: who, spending, draws: 640, method: "sampled", ...(until ? { until } : {}) },
    );
    const found = await at(of, cells);
    return { found, again: await at(of, cells), asked: who.asked, spent: spending.spent() };
  };

  test("a repair stands where it is supported at each, and is decided once", async () => {
    const { found, again, asked, spent } = await decide({ 1: "supported", 2: "supported", 3: "supported" });
    expect(found).toEqual({ outcome: "stands", supported: cells, excluded: 0 });
    expect(again).toEqual(found);
    expect(asked).toEqual(
      [1, 2, 3].map((at) => [at, "7, repairs", "cell", { method: "sampled", draws: 640, alpha: 1e-10 }]),
    );
    expect(spent).toBeCloseTo(3e-10, 20);
  });

  test.each<[string, Readonly<Record<number, string | Error>>, Repair, number, unknown]>([
    [
      "refuted at one",
      { 1: "supported", 2: "refuted", 3: "supported" },
      repair,
      1,
      { outcome: "refuted", supported: cells.slice(0, 1), excluded: 0 },
    ],
    [
      "undecided at one",
      { 1: "supported", 2: "inconclusive", 3: "supported" },
      repair,
      1,
      { outcome: "undecided", supported: [cells[0], cells[2]], excluded: 0 },
    ],
    [
      "left out by a condition",
      { 1: "not-applicable", 2: "not-applicable", 3: "supported" },
      { kind: "gamma", most: 0.5 },
      1,
      { outcome: "stands", supported: [cells[2]], excluded: 2 },
    ],
    [
      "left out by a size",
      { 1: "not-applicable", 2: "supported", 3: "supported" },
      { kind: "size", parameter: "n", least: 2 },
      1,
      { outcome: "stands", supported: cells.slice(1), excluded: 1 },
    ],
    [
      "left out by another",
      { 1: "not-applicable", 2: "supported", 3: "supported" },
      { kind: "size-log", parameter: "n", times: 2 },
      1,
      { outcome: "stands", supported: cells.slice(1), excluded: 1 },
    ],
    [
      "left out by no condition",
      { 1: "not-applicable", 2: "supported", 3: "supported" },
      repair,
      1,
      { outcome: "undecided", supported: cells.slice(1), excluded: 0 },
    ],
    [
      "too long at one",
      { 1: new TookTooLong("slow"), 2: "supported", 3: "supported" },
      repair,
      1,
      { outcome: "undecided", supported: cells.slice(1), excluded: 0 },
    ],
    [
      "no cell at one",
      { 1: new RangeError("none"), 2: new AuditError("none"), 3: "supported" },
      repair,
      1,
      { outcome: "undecided", supported: [cells[2]], excluded: 0 },
    ],
    [
      "not paid for",
      { 1: "supported", 2: "supported", 3: "supported" },
      repair,
      2e-10,
      { outcome: "undecided", supported: cells.slice(0, 2), excluded: 0 },
    ],
  ])("%s", async (_, verdicts, of, budget, outcome) => {
    expect((await decide(verdicts, of, budget)).found).toEqual(outcome);
  });

  test("what else is thrown is thrown, but for the end of the time", async () => {
    await expect(decide({ 1: new Error("oops") })).rejects.toThrow("oops");
    const end = new AbortController();
    end.abort();
    expect((await decide({ 1: new Error("oops") }, repair, 1, end.signal)).found).toBeNull();
    expect((await decide({ 1: "supported", 2: "supported", 3: "supported" }, repair, 1, end.signal)).found).toBeNull();
  });
});

test("numbers of a plant that is not whole are no sizes", () => {
  expect(laddersOf(tied([parameter({ name: "r", domain: positiveReals() })], () => false))).toHaveLength(1);
});
