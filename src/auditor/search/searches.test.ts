// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { describe, expect, test } from "vitest";
import type { LooseCell } from "../cell.js";
import type { Claim } from "../claim.js";
import { defineClaim } from "../define-claim.js";
import { integers, oneOf, text } from "../domains.js";
import { isJsonObject, type Json, toJson } from "../json.js";
import { localExecutor } from "../local-executor.js";
import { nothing } from "../nothing.js";
import { type AnyParameter, parameter } from "../parameter.js";
import { portableQuestion, withClaim } from "../portable-question.js";
import { printedAlone } from "./printed-alone.js";
import { PROBE, probeJob, probeTask, readProbe } from "./probe-task.js";
import { searchClaim } from "./search-claim.js";
import { readSearched, writeSearched } from "./searched.js";
import type { SearchOptions, SearchResult } from "./searching.js";
import { quadrature, sizes } from "./testing/plain-plants.js";
import { common, n } from "./testing/plant-parts.js";
import { averageClaim, headsClaim, normalSum, uniformShare } from "./testing/random-plants.js";
import { atLeast, tied, x } from "./testing/tied-plants.js";

const plain = ({ row, ...rest }: SearchResult) => ({ row: row && { ...row, milliseconds: 0 }, ...rest });
const search = async (claim: Claim, candidates: number, options: SearchOptions = {}) =>
  plain(await searchClaim({ claim }, { candidates, shrinks: false, gaussians: 1e6, ...options }));
/** Draws that are dear, so that a look makes few. */
const costly = (claim: Claim): Claim => ({ ...claim, effort: 1000 });
const gauss = (share: number) =>
  normalSum("gauss", ({ n: size, gamma }) => share * Math.sqrt(2 * size * (Math.LN2 - Math.log(gamma))));

// Pinned to the last bit: a search with the same seed looks at the same cells, wherever it runs.
describe("what comes of a search", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["a law that is computed", () => search(gauss(0.9), 100)],
    ["a law that holds", () => search(gauss(1.01), 50)],
    [
      "draws",
      () => search(costly(uniformShare("drawn", ({ n: size, gamma }) => (size > 4 ? 1 - 2 * gamma : 1), true)), 64),
    ],
    [
      "draws that nothing is left for",
      () => search(costly(uniformShare("drawn", ({ gamma }) => 1 - 2 * gamma, true)), 48, { budget: 0 }),
    ],
    ["a mean", () => search(averageClaim("mean", 0.4), 32)],
    ["a number of heads", () => search(headsClaim("heads", 3), 32)],
    ["things", () => search(quadrature("spike", []), 100)],
    [
      "what is met by few",
      () =>
        search(
          tied(
            [n, x],
            () => true,
            ({ n: a, x: b }) => Math.abs(Math.log((b * b) / a)) < 0.5,
            [atLeast(n, () => 1000)],
          ),
          100,
        ),
    ],
    [
      "what is met by none",
      () =>
        search(
          tied(
            [n],
            () => true,
            () => false,
          ),
          33,
        ),
    ],
    [
      "another generation, cut",
      () =>
        search(
          sizes(
            "late",
            (a, b) => (a > 1e12 && b > 1e12 ? 2 : 0),
            () => 1,
          ),
          40,
        ),
    ],
  ])("%s", async (_, found) => {
    expect(await found()).toMatchSnapshot();
  });

  test("progress is told after each generation, and the first row when it is found", async () => {
    const said: unknown[] = [];
    const told = {
      onProgress: (count: number) => said.push(count),
      onFound: (row: { cell: unknown }) => said.push(row.cell),
    };
    await search(gauss(1.01), 40, told);
    await search(
      sizes(
        "eight",
        (a) => a,
        () => 7,
      ),
      400,
      { ...told, shrinks: true, seed: "2" } as SearchOptions,
    );
    expect(said).toMatchInlineSnapshot(`
      [
        16,
        32,
        40,
        {
          "m": 4,
          "n": 21116,
        },
      ]
    `);
  });

  test("no more than two decisions in a generation, of what is proved before the rest", async () => {
    const claim = costly(uniformShare("drawn", ({ gamma }) => 1 - 1.3 * gamma, true));
    const { effort } = await search(claim, 16, { draws: 64 });
    expect(effort).toMatchObject({ candidates: 16, decisions: 2, spent: 2e-10 });
    const all = await search(claim, 40, { draws: 64 });
    expect(all.effort.decisions).toBeLessThanOrEqual(6);
    expect(all.nearest?.excess).toMatchInlineSnapshot(`0.08228287850505181`);
  });

  test("the seed and the form are the question's", async () => {
    const claim = sizes(
      "seeded",
      (a, b) => (a > 100 && b > 40 ? 2 : 0),
      () => 1,
    );
    const first = async (seed?: string) =>
      (await searchClaim(seed === undefined ? { claim } : { claim, seed }, { candidates: 200, shrinks: false })).first;
    expect([await first(), await first("1"), await first("2")]).toMatchInlineSnapshot(`
      [
        {
          "m": 50523854885381,
          "n": 50523854885381,
        },
        {
          "m": 50523854885381,
          "n": 50523854885381,
        },
        {
          "m": 85344905841,
          "n": 362,
        },
      ]
    `);
    const repaired = {
      ...claim,
      forms: { ...claim.forms, repaired: { bound: () => 3, latex: "x", reason: "y" } },
    } as Claim;
    expect((await searchClaim({ claim: repaired, form: "repaired" }, { candidates: 200 })).row).toBeNull();
  });

  test("signals end looks of this thread", async () => {
    const [time, stop] = [new AbortController(), new AbortController()];
    let looks = 0;
    const claim = sizes(
      "counts",
      () => {
        if (++looks === 20) time.abort();
        return 0;
      },
      () => 1,
    );
    const cut = await searchClaim({ claim }, { until: time.signal, signal: stop.signal });
    expect(cut).toMatchObject({ row: null, first: null, effort: { unfinished: null } });
    stop.abort(new Error("stop"));
    await expect(searchClaim({ claim }, { candidates: 1, until: time.signal, signal: stop.signal })).rejects.toThrow(
      "stop",
    );
    await expect(searchClaim({ claim }, { candidates: 0, signal: stop.signal })).rejects.toThrow("stop");
  });
});

describe("a claim as its paper prints it", () => {
  test("has no more than one value of each parameter, and the words of texts", () => {
    const parts: readonly AnyParameter[] = [
      n,
      parameter({ name: "w", domain: text(), examples: ["one"] }),
      parameter({ name: "c", domain: oneOf("p", "q") }),
      parameter({
        name: "t",
        domain: text("a thing"),
        resolution: {
          resolve: (id: string) => id,
          valueOf: (id) => id,
          known: () => ["u", "v"],
          admit: () => "u",
          about: () => ({ expression: null, provenance: null }),
        },
      }),
      parameter({ name: "i", domain: integers(-5, 5) }),
    ];
    const at = { n: 7, w: "two", c: "q", t: "v", i: 3 };
    const claim = defineClaim<readonly AnyParameter[], null>({
      ...common,
      id: "known",
      kind: "step",
      parameters: parts,
      draw: nothing,
      observed: () => 0,
      relation: "<=",
      witness: at,
      forms: { printed: { bound: () => 1, refutedAt: at }, repaired: { bound: () => 2, latex: "x", reason: "y" } },
      cells: [{ n: [7], w: ["two", "one"], c: ["q"], t: ["v"], i: [3] }],
      mutants: { none: { bound: () => -1, at } },
    });
    const alone = printedAlone(claim);
    expect(alone.cells).toEqual([{ n: [1], w: ["one", "two"], c: ["p"], t: ["u"], i: [-5] }]);
    expect([alone.witness, alone.forms.repaired, Object.keys(alone.forms.printed), alone.mutants, alone.id]).toEqual([
      undefined,
      undefined,
      ["bound"],
      {},
      "known",
    ]);
  });
});

describe("looks that travel", () => {
  const claim = gauss(0.9);
  const task = probeTask({}, async (question) => withClaim(question, claim));
  const call = { additions: {}, notify: () => undefined };
  const job = (cell: LooseCell) =>
    probeJob(portableQuestion({ claim, cell: {} }), { cell, raise: "enough" }, { gaussians: 1e4, fixed: ["n"] });

  test("come back as they are made here", async () => {
    expect(PROBE).toBe("audit/probe");
    expect(job({ n: 2, gamma: 0.1 })).toMatchInlineSnapshot(`
      {
        "cell": {
          "gamma": 0.1,
          "n": 2,
        },
        "fixed": [
          "n",
        ],
        "gaussians": 10000,
        "question": {
          "cell": {},
          "claim": "gauss",
        },
        "raise": "enough",
      }
    `);
    expect(probeJob({}, { cell: {}, raise: "none" }, { gaussians: 1 })).toEqual({
      question: {},
      cell: {},
      raise: "none",
      gaussians: 1,
      fixed: [],
    });
    for (const cell of [
      { n: 2, gamma: 0.1 },
      { n: 2, gamma: 1e-8 },
      { n: 0, gamma: 0.1 },
    ]) {
      const here = await localExecutor().probe(
        { claim, cell: {} },
        { cell, raise: "enough" },
        { gaussians: 1e4, fixed: ["n"] },
      );
      const there = await task.run(job(cell), call);
      expect(readProbe(toJson(there))).toEqual(here);
      expect(task.isResult(there, {})).toBe(true);
    }
  });

  test.each<[string, Record<string, Json>]>([
    ["cell", { cell: [1] }],
    ["raise", { raise: "other" }],
    ["work", { gaussians: "1" }],
    ["list", { fixed: "n" }],
  ])("what is asked for without a %s is none", async (_, changes) => {
    const asked = { ...job({ n: 2, gamma: 0.1 }), ...changes };
    await expect(task.run(asked, call)).rejects.toThrow(
      new RangeError("a look that was asked for is none; it must have a question, a cell and a cost"),
    );
    await expect(task.run(null, call)).rejects.toThrow("a look that was asked for is none");
  });

  const arrived = {
    cell: { n: 1 },
    status: "judged",
    excess: "-Infinity",
    sure: false,
    computed: true,
    held: 1,
    holding: [0],
    failing: [],
    failure: null,
  };
  test("what arrives is read, and what is no look is not", () => {
    expect(readProbe(arrived)).toEqual({ ...arrived, excess: -Infinity });
    expect(readProbe({ ...arrived, failure: "oops", status: "failed", excess: "1.5" })).toMatchObject({
      excess: 1.5,
      failure: "oops",
    });
    const wrong: Record<string, Json>[] = [
      { cell: 1 },
      { status: "other" },
      { status: "overlong" },
      { excess: 1 },
      { excess: "x" },
      { sure: 1 },
      { computed: null },
      { held: "1" },
      { holding: 1 },
      { failing: null },
      { failure: 1 },
    ];
    for (const changes of wrong) expect(readProbe({ ...arrived, ...changes })).toBeNull();
    for (const status of ["outside", "beyond", "failed"]) expect(readProbe({ ...arrived, status })).not.toBeNull();
    expect([readProbe(null), readProbe([]), task.isResult(1, {})]).toEqual([null, null, false]);
  });

  test("looks at one form are known until it is changed in another way", async () => {
    let looks = 0;
    const counted = tied(
      [n],
      () => {
        looks++;
        return false;
      },
      undefined,
      [atLeast(n, () => 50)],
    );
    const counting = probeTask({}, async (question) => withClaim(question, counted));
    const ask = (at: number, factor?: number) =>
      counting.run(
        probeJob(
          portableQuestion({ claim: counted, cell: {} }, factor === undefined ? null : { kind: "constant", factor }),
          { cell: { n: at }, raise: "enough" },
          { gaussians: 1 },
        ),
        call,
      );
    for (const [at, factor] of [[1], [2], [3, 2], [4, 2], [5, 3], [6]] as const) await ask(at, factor);
    expect(looks).toBe(4);
  });
});

describe("searches that are kept", () => {
  const claim = sizes(
    "kept",
    (a) => a,
    () => 7,
  );
  const kept = async (candidates: number, shrinks = true) => {
    const result = await searchClaim({ claim }, { candidates, shrinks });
    return { result, found: result.row ? 0.5 : null, seconds: 2, coreSeconds: null };
  };
  test("are read again, found or not", async () => {
    for (const before of [await kept(1), await kept(100)]) {
      const json: Json = JSON.parse(JSON.stringify(writeSearched(before)));
      expect(readSearched(json)).toEqual(before);
    }
    const none = await kept(1);
    const far = { ...none, result: { ...none.result, nearest: { cell: { n: 1, m: 1 }, excess: -Infinity } } };
    expect(readSearched(JSON.parse(JSON.stringify(writeSearched(far))))).toEqual(far);
  });

  test("and what is none of them is not", async () => {
    const json: Json = JSON.parse(JSON.stringify(writeSearched(await kept(100))));
    const none: Json = JSON.parse(JSON.stringify(writeSearched(await kept(1))));
    if (!isJsonObject(json) || !isJsonObject(none) || !isJsonObject(json.effort)) throw new Error("no object");
    const counts = ["candidates", "judged", "failed", "overlong", "decisions", "spent", "shrinks"];
    const wrong: Json[] = [
      ...counts.map((name) => ({ ...json, effort: { ...(json.effort as object), [name]: "1" } })),
      ...[
        { effort: 1 },
        { first: 1 },
        { found: "1" },
        { seconds: null },
        { coreSeconds: "1" },
        { nearest: 1 },
        { nearest: { cell: 1, excess: "1" } },
        { nearest: { cell: {}, excess: 1 } },
        { nearest: { cell: {}, excess: "x" } },
        { row: {} },
        { row: 1 },
      ].map((changes) => ({ ...json, ...changes })),
      null,
      [],
    ];
    for (const one of wrong) expect(readSearched(one)).toBeUndefined();
    const { nearest: _, ...without } = json;
    expect(readSearched(without)).toBeUndefined();
    for (const changes of [{ coreSeconds: 3 }, { found: 1 }, { first: null }])
      expect(readSearched({ ...json, ...changes })).toBeDefined();
  });
});
