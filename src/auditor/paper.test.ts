// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { describe, expect, test } from "vitest";
import { admitAdditions } from "./admit-additions.js";
import { checkConfig, defineConfig } from "./config.js";
import { integers, oneOf, text } from "./domains.js";
import { gamma } from "./gamma.js";
import { definePaper } from "./paper.js";
import { parameter } from "./parameter.js";
import { SeveralPapers } from "./several-papers.js";
import { madeUp } from "./testing/made-up.js";

const n = parameter({ name: "n", domain: integers(1, 9) });
const own = {
  id: "own",
  title: "Own",
  authors: ["A", "B"],
  year: 2020,
  source: "nowhere",
  parameters: [gamma, n],
  claims: [madeUp()],
};
const define = (changes: Readonly<Record<string, unknown>> = {}) => definePaper({ ...own, ...changes });

async function said(make: () => unknown): Promise<string | null> {
  try {
    await make();
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

const region = { title: "R", role: "proof", holds: () => true };

describe("a paper", () => {
  test.each<Readonly<Record<string, unknown>>>([
    { id: 1 },
    { id: "A" },
    { title: "" },
    { title: 1 },
    { source: "" },
    { authors: "A" },
    { authors: [1] },
    { year: "2020" },
    { year: 1.5 },
    { parameters: 1 },
    { parameters: [1] },
    { parameters: [{ domain: { has: 1 } }] },
    { parameters: [gamma, n, n] },
    { parameters: [n] },
    { tasks: 1 },
    { tasks: null },
    { tasks: { Bad: () => 1 } },
    { tasks: { good: 1 } },
    { errata: { text: "" } },
    { errata: { text: 1 } },
    { errata: { text: "x", misprints: ["ok", ""] } },
    { errata: { text: "x", misprints: [1] } },
    { errata: { text: "x", severities: { a: "grave" } } },
    { claims: 1 },
    { claims: [madeUp(), madeUp()] },
    { claims: [madeUp({ kind: "other" })] },
    { bibtex: 1 },
    { sections: 1 },
    { sections: [{ title: "x" }] },
    { sections: [{ from: "x" }] },
    { sections: [null] },
    { panels: [parameter({ name: "q", domain: integers(1, 2) })] },
    { panels: 1 },
    { maps: 1 },
    { exhibits: 1 },
    { commands: 1 },
    { commands: [{ name: "c", about: "a", arguments: [], options: [] }] },
    { commands: [{ name: "c d", about: "a", arguments: [], options: [], run: () => 1 }] },
    { commands: [{ name: "c", about: "a", arguments: [{ name: "<x>", about: "a" }], options: [], run: () => 1 }] },
    { commands: [{ name: "c", about: "a", arguments: [], options: [{ name: "--x", about: "a" }], run: () => 1 }] },
    { examples: 1 },
    { examples: [{ command: "c" }] },
  ])("that is none is refused, and why: %#", async (changes) => {
    const message = await said(() => define(changes));
    expect(message).toMatchSnapshot();
    expect(message).not.toBeNull();
  });

  test.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ["maps", { maps: [{ x: n, y: parameter({ name: "q", domain: integers(1, 2) }) }] }],
    ["maps", { maps: [{ x: undefined, y: n }] }],
    ["maps", { maps: () => [{ x: n, y: gamma, regions: [{ ...region, title: 1 }] }] }],
    ["maps", { maps: () => [{ x: n, y: gamma, regions: [region, { ...region, role: "other" }] }] }],
    ["maps", { maps: () => [{ x: n, y: gamma, regions: [{ ...region, holds: 1 }] }] }],
    ["exhibits", { exhibits: () => ({ rooms: () => [{ id: "Bad", title: "x", exhibits: [] }] }) }],
    ["exhibits", { exhibits: () => ({ rooms: () => [{ id: 1, title: "x", exhibits: [] }] }) }],
    ["exhibits", { exhibits: () => ({ rooms: () => [{ id: "good", title: "", exhibits: [] }] }) }],
    ["exhibits", { exhibits: () => ({ rooms: () => [{ id: "good", title: 1, exhibits: [] }] }) }],
    ["exhibits", { exhibits: () => ({ rooms: () => [{ id: "good", title: "x", exhibits: 1 }] }) }],
    ["claims", { claims: () => [madeUp(), madeUp()] }],
  ])("is refused once its %s are loaded: %#", async (member, changes) => {
    const paper = define(changes);
    const load =
      member === "maps"
        ? () => paper.maps()
        : member === "exhibits"
          ? () => paper.exhibits({ cells: [], records: [], additions: {} })
          : () => paper.claims();
    const message = await said(load);
    expect(message).toMatchSnapshot();
    expect(message).not.toBeNull();
  });

  test("has what it was given, and nothing where it was given nothing", async () => {
    const paper = define();
    const { claims, claim, maps, exhibits, readsRecord, parameters, ...rest } = paper;
    expect(rest).toMatchInlineSnapshot(`
      {
        "authors": [
          "A",
          "B",
        ],
        "bibtex": null,
        "commands": [],
        "errata": null,
        "examples": [],
        "id": "own",
        "panels": [],
        "sections": [],
        "source": "nowhere",
        "tasks": {},
        "title": "Own",
        "year": 2020,
      }
    `);
    expect(parameters).toEqual([gamma, n]);
    expect(await claims()).toHaveLength(1);
    expect([
      (await claim("made-up"))?.id,
      await claim("other"),
      await maps(),
      await exhibits({ cells: [], records: [], additions: {} }),
      await readsRecord(1),
    ]).toEqual(["made-up", undefined, null, [], false]);
  });

  test("loads its claims once, its maps from records, and what it shows when it is shown", async () => {
    let loads = 0;
    const room = { id: "a-room", title: "Room", text: "x", exhibits: [] };
    const paper = define({
      claims: async () => {
        loads++;
        return [madeUp()];
      },
      maps: (records: readonly unknown[]) => [{ x: n, y: gamma, notes: records.map(String) }],
      exhibits: async () => ({
        rooms: ({ records }: { records: readonly unknown[] }) => records.map(() => room),
        reads: (record: unknown) => record === 1,
      }),
      errata: {
        text: "x",
        severities: { a: "step", b: "typographical", c: "result", d: "constants" },
        misprints: ["A slip."],
      },
    });
    await paper.claims();
    await paper.claim("made-up");
    expect(loads).toBe(1);
    expect((await paper.maps(["r"]))?.[0].notes).toEqual(["r"]);
    expect((await paper.maps())?.[0].notes).toEqual([]);
    expect(await paper.exhibits({ cells: [], records: [1, 2], additions: {} })).toEqual([room, room]);
    expect([await paper.readsRecord(1), await paper.readsRecord(2)]).toEqual([true, false]);
    expect(await define({ exhibits: async () => ({ rooms: () => [] }) }).readsRecord(1)).toBe(false);
  });
});

describe("a config", () => {
  test.each<unknown>([
    null,
    1,
    [],
    { paper: 1 },
    { papers: 1 },
    { claims: 1 },
    { additions: 1 },
    { additions: { psi: 1 } },
    { papers: [1] },
    { papers: [{ claims: 1, claim: () => 1 }] },
    { papers: [{ claims: () => 1, claim: 1 }] },
    { papers: [define(), define()] },
    { papers: [define()], claims: [madeUp()] },
  ])("that is none is refused, and why: %#", async (config) => {
    const message = await said(() => checkConfig(config));
    expect(message).toMatchSnapshot();
    expect(message).not.toBeNull();
  });

  test("is as it was given", async () => {
    for (const config of [
      {},
      { papers: [define()] },
      { claims: [madeUp()], additions: { psi: [] } },
      { papers: [define(), define({ id: "other" })], claims: [] },
    ]) {
      expect(await said(() => checkConfig(config))).toBeNull();
      expect(defineConfig(config)).toBe(config);
    }
    const several = new SeveralPapers([define(), define({ id: "other" })], "my.config.ts");
    expect([several.message, several.name, several.papers.length]).toEqual([
      "--paper is missing; it must be one of own, other, the papers of my.config.ts",
      "ConfigError",
      2,
    ]);
  });
});

describe("things of somebody's own", () => {
  const thing = parameter({
    name: "thing",
    domain: text("a thing"),
    resolution: {
      resolve: (id: string) => ({ id }),
      valueOf: ({ id }: { id: string }) => id,
      known: () => ["known"],
      admit(entry) {
        if (entry === "broken") throw new TypeError("broken");
        if (typeof entry === "number") throw new RangeError(`${entry} is no thing`);
        return typeof entry === "string" ? { id: entry } : { id: String((entry as { id: unknown }).id) };
      },
      about: () => ({ expression: null, provenance: null }),
    },
  });
  const word = parameter({ name: "w", domain: oneOf("a") });
  const admit = (given: Readonly<Record<string, readonly unknown[]>>, parameters = [word, thing]) =>
    said(() => admitAdditions(parameters, given));

  test("are admitted, and told from those that are known", async () => {
    expect(admitAdditions([word, thing], { thing: ["x", { id: "y" }, "known"] })).toEqual({
      thing: [{ id: "x" }, { id: "y" }, { id: "known" }],
    });
    expect(admitAdditions([], {})).toEqual({});
    expect([
      await admit({ w: [] }),
      await admit({ other: [] }, [word]),
      await admit({ thing: ["x", 3] }),
      await admit({ thing: ["x", "y", "x"] }),
      await admit({ thing: [{ id: "known" }] }),
    ]).toMatchInlineSnapshot(`
      [
        "additions has w; it must have parameters that stand for something: thing",
        "additions has other; it must have parameters that stand for something: none here",
        "additions.thing[1]: 3 is no thing",
        "additions.thing[2] is x; it must be another, since the additions already have that one",
        "additions.thing[0] is known; it must be another, since it is known without them: that one",
      ]
    `);
    expect(() => admitAdditions([thing], { thing: ["broken"] })).toThrow(TypeError);
  });
});
