import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { defineClaim } from "../define-claim.js";
import { gamma } from "../gamma.js";
import { nothing } from "../nothing.js";
import type { AuditOptions, Question } from "../question.js";
import { madeUp } from "../testing/made-up.js";
import { rowWith } from "../testing/row-with.js";
import { openFailures } from "./failure-database.js";
import { failureOf, readFailure } from "./kept-failure.js";
import { askHere, secondsOfKept, tryKept } from "./try-kept.js";

const row = rowWith({ claim: "made-up", paper: "own", cell: { gamma: 0.1 }, verdict: "refuted" });
const kept = failureOf(row);
const said = (text: string) => {
  try {
    readFailure(text);
    return null;
  } catch (error) {
    return error instanceof RangeError ? error.message : error;
  }
};

describe("a failure that is kept", () => {
  test("is enough of its row to refute it again", () => {
    expect(kept).toEqual({
      version: 1,
      paper: "own",
      claim: "made-up",
      form: "printed",
      cell: { gamma: 0.1 },
      method: "sampled",
      draws: 640,
      alpha: 1e-10,
      seed: "1",
      stream: "shared",
      milliseconds: 1,
    });
    expect(readFailure(JSON.stringify(kept))).toEqual(kept);
  });

  test("or it is none, and that is said", () => {
    const wrong = (changes: Readonly<Record<string, unknown>>) => said(JSON.stringify({ ...kept, ...changes }));
    expect([
      said("{"),
      said("[]"),
      said("null"),
      said("1"),
      ...[
        { version: 2 },
        { version: undefined },
        { paper: 1 },
        { claim: 1 },
        { form: "other" },
        { cell: [] },
        { method: "other" },
        { draws: "1" },
        { alpha: "1" },
        { seed: 1 },
        { stream: "other" },
        { milliseconds: null },
      ].map(wrong),
    ]).toMatchSnapshot();
    expect([wrong({ paper: null }), wrong({ draws: null, alpha: null, method: null })]).toEqual([null, null]);
  });

  test("is asked again as it was answered, and may take twenty times as long", async () => {
    const asked: unknown[] = [];
    const ask = async (question: Question, how: Pick<AuditOptions, "method" | "draws" | "alpha">) => {
      asked.push([{ ...question, claim: question.claim.id }, how]);
      return rowWith({ verdict: "supported" });
    };
    expect(await tryKept(kept, madeUp(), ask)).toMatchObject({ failure: kept, outcome: "passes" });
    await tryKept(
      { ...kept, method: null, draws: null, alpha: null, stream: "cell", seed: "2", paper: null },
      madeUp(),
      ask,
    );
    expect(asked).toEqual([
      [
        { paper: "own", claim: "made-up", cell: { gamma: 0.1 }, form: "printed", seed: "1", stream: "shared" },
        { method: "sampled", draws: 640, alpha: 1e-10 },
      ],
      [
        { paper: null, claim: "made-up", cell: { gamma: 0.1 }, form: "printed", seed: "2", stream: "cell" },
        { method: undefined, draws: undefined },
      ],
    ]);
    expect(await tryKept({ ...kept, form: "repaired" }, madeUp(), ask)).toEqual({
      failure: { ...kept, form: "repaired" },
      outcome: "stale",
      row: null,
    });
    expect(asked).toHaveLength(2);
    expect(
      [0, 99, 100, 101, 4_320_000, 4_320_001].map((milliseconds) => secondsOfKept({ ...kept, milliseconds })),
    ).toEqual([2, 2, 2, 2.02, 86_400, 86_400]);
    const refuted = defineClaim({
      id: "refuted",
      label: "L",
      quote: "q",
      latex: "x",
      nonClaims: [],
      hypotheses: [],
      kind: "step",
      parameters: [gamma],
      draw: nothing,
      observed: () => 2,
      relation: "<=",
      forms: { printed: { bound: () => 1 } },
      cells: [{ gamma: [0.1] }],
      mutants: { none: { bound: () => 0, at: { gamma: 0.1 } } },
    });
    expect(await tryKept({ ...kept, method: null }, refuted, askHere({ reach: 1 }))).toMatchObject({
      outcome: "refuted",
      row: { claim: "refuted", alpha: null },
    });
  });
});

describe("the database of failures", () => {
  const fresh = () => mkdtempSync(path.join(tmpdir(), "lemmacheck-kept-"));
  const folderOf = (directory: string) => path.join(directory, ".lemmacheck", "failures");

  test("names files by what they hold", () => {
    const directory = fresh();
    const failures = openFailures(directory, {});
    failures.keep(row);
    failures.keep({ ...row, milliseconds: 7 });
    failures.keep({ ...row, form: "repaired" });
    failures.keep({ ...row, paper: null, cell: { gamma: 0.2 } });
    expect(readdirSync(folderOf(directory)).toSorted()).toMatchInlineSnapshot(`
      [
        "made-up-printed-21ed5c7299016d6e.json",
        "made-up-printed-a82ae729398cae28.json",
        "made-up-repaired-ab86f46e543ebb90.json",
      ]
    `);
    expect(
      failures
        .of("own", "made-up")
        .map(({ form, cell }) => `${form} ${cell.gamma}`)
        .toSorted(),
    ).toEqual(["printed 0.1", "printed 0.2", "repaired 0.1"]);
    expect(failures.of("other", "made-up").map(({ cell }) => cell.gamma)).toEqual([0.2]);
    expect(failures.of(null, "made-up")).toHaveLength(3);
    expect(failures.of("own", "made")).toEqual([]);
  });

  test("looks at a hundred files of a claim, of other names at none, and says once what is wrong with one", () => {
    const directory = fresh();
    mkdirSync(folderOf(directory), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(path.join(folderOf(directory), name), text);
    for (let i = 0; i < 105; i++) write(`made-up-printed-${String(i).padStart(4, "0")}.json`, JSON.stringify(kept));
    write("made-up-printed-9999.txt", "no");
    write("made-up-other-0000.json", "no");
    const failures = openFailures(directory, {});
    expect(failures.of("own", "made-up")).toHaveLength(100);
    expect(failures.problems()).toEqual([]);
    write("made-up-printed-0000.json", "no");
    write("made-up-printed-0001.json", JSON.stringify({ ...kept, claim: "other" }));
    expect(failures.of("own", "made-up")).toHaveLength(98);
    failures.of("own", "made-up");
    expect(failures.problems()).toEqual([
      `${path.join(".lemmacheck", "failures", "made-up-printed-0000.json")} is left out: it is not JSON`,
    ]);
  });

  test("is off where it is switched off or in continuous integration, and empty where there is none", () => {
    const isOn = (environment: Readonly<Record<string, string>>) => {
      const directory = fresh();
      const failures = openFailures(directory, environment);
      failures.keep(row);
      expect(failures.problems()).toEqual([]);
      expect(failures.of("own", "made-up")).toHaveLength(existsSync(folderOf(directory)) ? 1 : 0);
      return existsSync(folderOf(directory));
    };
    expect(
      [
        {},
        { CI: "" },
        { CI: "0" },
        { CI: "false" },
        { CI: "true" },
        { CI: "1" },
        { LEMMACHECK_DATABASE: "off" },
        { LEMMACHECK_DATABASE: "on" },
      ].map(isOn),
    ).toEqual([true, true, true, true, false, false, false, true]);
    expect(openFailures(fresh(), {}).of("own", "made-up")).toEqual([]);
    const directory = fresh();
    mkdirSync(path.join(directory, ".lemmacheck"));
    writeFileSync(folderOf(directory), "a file");
    const failures = openFailures(directory, {});
    expect(failures.of("own", "made-up")).toEqual([]);
    failures.keep(row);
    expect(
      failures.problems().map((line) => line.replace(/\(.*\)/, "(…)").replace(/EN.*/, "EN…")),
    ).toMatchInlineSnapshot(`
      [
        ".lemmacheck/failures is left out: EN…",
        ".lemmacheck/failures/made-up-printed-21ed5c7299016d6e.json is left out: it could not be written (…)",
      ]
    `);
  });
});
