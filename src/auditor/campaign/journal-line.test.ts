// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { createHash } from "node:crypto";
import fs from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Json, JsonObject } from "../json.js";
import { appender, type FileSystem } from "./appender.js";
import { CampaignError } from "./campaign-error.js";
import { canonicalText, digestOf, keysDigest } from "./identity.js";
import { JOURNAL, keysDone, openJournal } from "./journal.js";
import { headerDigest, JOURNAL_FORMAT, type JournalLine, readLine, writeLine } from "./journal-line.js";
import { LOCK, ownDirectory } from "./owner.js";
import { beganAt, isRunning } from "./process-state.js";
import { programText, queueName } from "./queue.js";
import { readJournal } from "./read-journal.js";

const fresh = () => fs.mkdtempSync(path.join(tmpdir(), "lemmacheck-lines-"));
const header = { format: JOURNAL_FORMAT, version: "1.2.3", campaign: { seed: "1", b: [1, { d: 2, c: 3 }] } };
const digest = headerDigest(header);
const said = async (make: () => unknown) => {
  try {
    await make();
    return null;
  } catch (error) {
    return error instanceof CampaignError ? error.message : error;
  }
};

afterEach(() => void vi.useRealTimers());

describe("digests", () => {
  test("stay what they were, whatever the order of members and keys", () => {
    expect([
      digest,
      digestOf("x"),
      keysDigest(["b", "a"]),
      queueName({ version: "1", paper: null, config: "ab" }),
    ]).toMatchInlineSnapshot(`
      [
        "7cc65ca860c0f772051617b125c88c6b",
        "2d711642b726b04401627ca9fbac32f5",
        "0473ef2dc0d324ab659d3580c1134e9d",
        "lemmacheck-57cfc8c0ca1d29e9745200a74e7b36a7",
      ]
    `);
    expect(headerDigest({ ...header, campaign: { b: [1, { c: 3, d: 2 }], seed: "1" } })).toBe(digest);
    expect(keysDigest(["a", "b"])).toBe(keysDigest(["b", "a"]));
    expect(canonicalText({ b: [{ z: 1, a: null }], a: "x" })).toBe('{"a":"x","b":[{"a":null,"z":1}]}');
    expect([
      programText({ version: "1", paper: "p", config: null }),
      programText({ version: "1", paper: null, config: "0123456789" }),
    ]).toEqual(["lemmacheck 1, paper p", "lemmacheck 1, paper null, config 01234567"]);
  });
});

describe("a line of a journal", () => {
  const LINES: readonly JournalLine[] = [
    { header },
    { key: "a", value: { x: [null, "ä"] } },
    { key: "a", value: null },
    { key: "b", part: 3 },
    { end: true },
  ];
  test("is signed, and read under its header alone", () => {
    expect(LINES.map((line) => writeLine(line, digest))).toMatchSnapshot();
    for (const line of LINES) {
      const text = writeLine(line, digest).slice(0, -1);
      expect(readLine(text, digest)).toEqual(line);
      expect(readLine(text, digestOf("other"))).toEqual("header" in line ? line : null);
      for (const wrong of [
        text.slice(1),
        `0${text.slice(1)}`.replace(/^0(.)/, (_, one: string) => (one === "1" ? "02" : "01")),
        `${text} `,
        text.replace(" ", "_"),
        "",
      ])
        expect(readLine(wrong, digest)).toBeNull();
    }
  });

  test("that is signed and says nothing is none", () => {
    const signed = (x: Json) => {
      const json = JSON.stringify(x);
      const sum = createHash("sha256").update(`${digest}\n${json}`).digest("hex").slice(0, 16);
      return readLine(`${sum} ${json}`, digest);
    };
    for (const wrong of [1, null, [], {}, { key: 1, value: 2 }, { key: "a" }, { end: false }, { end: 1 }, { value: 1 }])
      expect(signed(wrong as Json)).toBeNull();
    for (const wrong of [
      1,
      null,
      { format: "1", version: "1", campaign: {} },
      { format: 1, version: 1, campaign: {} },
      { format: 1, version: "1", campaign: [] },
    ])
      expect(readLine(writeLine({ header: wrong } as never, digest).slice(0, -1), digest)).toBeNull();
    expect(signed({ key: "a", value: 1, part: 2 })).toEqual({ key: "a", value: 1 });
  });

  test("that is signed and no JSON, or nested too deep to be gone through, is none", () => {
    const signed = (json: string) => {
      const under = json.startsWith('{"header":') ? "" : digest;
      const sum = createHash("sha256").update(`${under}\n${json}`).digest("hex").slice(0, 16);
      return readLine(`${sum} ${json}`, digest);
    };
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    const deepHeader = (depth: number) => `{"header":{"format":1,"version":"1","campaign":{"x":${nested(depth)}}}}`;
    for (const json of ['{"header":', '{"key":', "", `{"key":"a","value":${nested(20_000)}}`, deepHeader(20_000)])
      expect(signed(json)).toBeNull();
    expect(signed(`{"key":"a","value":${nested(99)}}`)).toMatchObject({ key: "a" });
    expect(signed(deepHeader(97))).toMatchObject({ header: { version: "1" } });
    expect(signed(deepHeader(98))).toBeNull();
  });

  test("counts under the header before it, or the reader's own", async () => {
    const file = path.join(fresh(), "j");
    const other = { ...header, version: "2" };
    const of = (line: JournalLine, under = digest) => writeLine(line, under);
    const whole = [
      of({ header }),
      "\n",
      of({ key: "a", part: 1 }),
      of({ key: "a", part: 2 }),
      of({ key: "b", value: 1 }),
      of({ key: "b", part: 9 }),
      "cut\n",
      of({ header: other }),
      of({ key: "c", value: 2 }, headerDigest(other)),
      of({ key: "d", value: 3 }),
      of({ end: true }),
    ];
    fs.writeFileSync(file, whole.join(""));
    const read = await readJournal(file, header);
    expect(read).toEqual({
      foreign: other,
      results: new Map([
        ["b", 1],
        ["c", 2],
        ["d", 3],
      ]),
      parts: new Map([["a", [1, 2]]]),
      damaged: [7],
      signed: true,
      ended: true,
    });
    fs.writeFileSync(file, [...whole, of({ key: "a", value: 4 })].join(""));
    const again = await readJournal(file, header);
    expect([again.ended, again.parts.size, again.results.get("a")]).toEqual([false, 0, 4]);
    fs.writeFileSync(file, "x\ny\n");
    expect(await readJournal(file, header)).toMatchObject({
      foreign: null,
      damaged: [1, 2],
      signed: false,
      ended: false,
    });
  });
});

describe("a journal that is another's", () => {
  const place = (directory: string, identity: JsonObject, rest: Readonly<Record<string, unknown>> = {}) => ({
    directory,
    name: "--out is D",
    version: "1.2.3",
    identity,
    resume: true,
    warn: () => undefined,
    ...rest,
  });
  async function kept(identity: JsonObject, version = "1.2.3"): Promise<string> {
    const directory = fresh();
    const journal = await openJournal(place(directory, identity, { version }));
    journal.add("a", 1);
    await journal.close();
    return directory;
  }
  const own = { command: "count", seed: "1", grid: { k: [1, 2], n: 3 } };
  test.each<[string, JsonObject]>([
    ["a member", { ...own, seed: "2" }],
    ["a member that is missing here", { ...own, more: 1 }],
    ["one that is missing there", { command: "count", seed: "1" }],
    ["a member inside", { ...own, grid: { k: [1, 2], n: 4 } }],
    ["an entry of a list", { ...own, grid: { k: [1, 5], n: 3 } }],
    ["the length of a list", { ...own, grid: { k: [1, 2, 3], n: 3 } }],
    ["what was an object", { ...own, grid: [1] }],
    ["what is longer than a line", { ...own, seed: "x".repeat(200) }],
  ])("says in what they differ: %s", async (_, theirs) => {
    const directory = await kept(theirs);
    const message = await said(() => openJournal(place(directory, own)));
    expect(message).toMatchSnapshot();
    expect(await said(() => keysDone(place(directory, own)))).toBe(message);
  });

  test("or of another version, unfinished, or of another command", async () => {
    const directory = await kept(own, "1.0.0");
    expect([
      await said(() => openJournal(place(directory, own))),
      String(await said(() => openJournal(place(directory, own, { resume: false })))).replaceAll(directory, "D"),
    ]).toMatchInlineSnapshot(`
      [
        "--out is D, whose journal is of lemmacheck 1.0.0 (format 1), which reads it; it must be of this one, 1.2.3 (format 1), or another directory",
        "--out is D, where a campaign is unfinished (1 result); --resume must be given to go on with it, or another directory (to give it up, remove D/journal.jsonl)",
      ]
    `);
    const other = fresh();
    const journal = await openJournal(place(other, { command: "toss" }));
    journal.add("a", 1);
    journal.end();
    journal.end();
    await journal.close();
    expect(fs.readFileSync(path.join(other, JOURNAL), "utf8").match(/"end"/g)).toHaveLength(1);
    expect(String(await said(() => openJournal(place(other, own, { resume: false })))).replaceAll(other, "D")).toBe(
      '--out is D, whose journal is of another command, "toss"; it must be another directory (to give that journal up, remove D/journal.jsonl)',
    );
    fs.writeFileSync(path.join(other, JOURNAL), "no journal\nat all\n");
    expect(await said(() => openJournal(place(other, own)))).toBe(
      "--out is D, whose journal.jsonl is no journal; it must be a directory without one, or with one of this campaign",
    );
  });

  test("keys that are done are told, and the directory is left as it is", async () => {
    const directory = await kept(own);
    expect([...(await keysDone(place(directory, own)))]).toEqual(["a"]);
    const empty = fresh();
    expect((await keysDone(place(empty, own))).size).toBe(0);
    expect(fs.readdirSync(empty)).toEqual([]);
  });

  test("lines that cannot be read are told by their numbers, ten of them, and a journal may be taken away", async () => {
    const directory = await kept(own);
    const file = path.join(directory, JOURNAL);
    const warned: string[] = [];
    for (const count of [1, 2, 12]) {
      fs.appendFileSync(file, "damaged\n".repeat(count));
      await (
        await openJournal(
          place(directory, own, { warn: (line: string) => warned.push(line.replaceAll(directory, "D")) }),
        )
      ).close();
    }
    expect(warned).toMatchInlineSnapshot(`
      [
        "D/journal.jsonl: line 3 cannot be read; what was there is done again",
        "D/journal.jsonl: lines 3, 4, 5 cannot be read; what was there is done again",
        "D/journal.jsonl: lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and more cannot be read; what was there is done again",
      ]
    `);
    const last = await openJournal(place(directory, own));
    expect(last.size).toBe(1);
    await last.close(true);
    expect(fs.readdirSync(directory)).toEqual([]);
  });
});

describe("a file that grows by lines", () => {
  const fail = (error: unknown) =>
    new CampaignError(`failed: ${error instanceof Error ? error.message : String(error)}`);
  function files(changes: Partial<FileSystem> = {}) {
    const calls: string[] = [];
    const written: string[] = [];
    const all: FileSystem = {
      openSync: ((file: string, flags: string) => calls.push(`open ${file} ${flags}`)) as never,
      fstatSync: (() => ({ size: 3 })) as never,
      readSync: ((_: number, into: Buffer, __: number, length: number, at: number) => {
        calls.push(`read ${length} at ${at}`);
        into.write("x");
        return 1;
      }) as never,
      writeSync: (_, bytes, at) => {
        written.push(bytes.subarray(at, at + 4).toString());
        return Math.min(4, bytes.length - at);
      },
      fdatasync: ((_: number, done: (error: Error | null) => void) => {
        calls.push("sync");
        setImmediate(() => done(null));
      }) as never,
      closeSync: () => void calls.push("close"),
      ...changes,
    };
    return { calls, written, all };
  }

  test("ends a line that was cut, where it is kept, and writes all of a line however little is taken", async () => {
    const { calls, written, all } = files();
    const lines = appender("F", true, fail, all);
    lines.append("123456789\n");
    await lines.flush();
    await lines.close();
    await lines.close();
    expect(written).toEqual(["\n", "1234", "5678", "9\n"]);
    expect(calls).toEqual(["open F a+", "read 1 at 2", "sync", "close"]);
    const anew = files();
    await appender("F", false, fail, anew.all).close();
    expect([anew.calls, anew.written]).toEqual([["open F w", "close"], []]);
    const empty = files({ fstatSync: (() => ({ size: 0 })) as never });
    await appender("F", true, fail, empty.all).close();
    expect([empty.calls, empty.written]).toEqual([["open F a+", "close"], []]);
  });

  test("is on the disk a second later, all at once", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { calls, all } = files();
    const lines = appender("F", false, fail, all);
    lines.append("a\n");
    lines.append("b\n");
    await vi.advanceTimersByTimeAsync(999);
    expect(calls).toEqual(["open F w"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toEqual(["open F w", "sync"]);
    await new Promise((resolve) => setImmediate(resolve));
    lines.append("c\n");
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual(["open F w", "sync", "sync"]);
    await lines.close();
    expect(calls).toEqual(["open F w", "sync", "sync", "close"]);
  });

  test("says at every call what went wrong once", async () => {
    const failing = (code: string) => {
      const { all } = files({
        writeSync: () => {
          throw Object.assign(new Error(code), { code });
        },
      });
      const lines = appender("F", false, fail, all);
      return said(() => lines.append("a\n"));
    };
    expect([await failing("EIO"), await failing("ENOSPC"), await failing("EDQUOT")]).toEqual([
      "failed: EIO",
      "failed: ENOSPC",
      "failed: EDQUOT",
    ]);
    const syncing = (code: string) =>
      files({
        fdatasync: ((_: number, done: (error: Error) => void) =>
          setImmediate(() => done(Object.assign(new Error(code), { code })))) as never,
      });
    const lost = syncing("EIO");
    const lines = appender("F", false, fail, lost.all);
    lines.append("a\n");
    expect([
      await said(() => lines.flush()),
      await said(() => lines.append("b\n")),
      await said(() => lines.close()),
    ]).toEqual(["failed: EIO", "failed: EIO", "failed: EIO"]);
    expect(lost.calls.at(-1)).toBe("close");
    const none = syncing("EINVAL");
    const plain = appender("F", false, fail, none.all);
    plain.append("a\n");
    expect(await said(() => plain.flush())).toBeNull();
  });
});

describe("who owns a directory", () => {
  const message = (directory: string, who: string) =>
    `--out is D, where ${who} has a campaign under way; it must be another directory, or wait for that (if there is none any more, remove ${path.join(directory, LOCK)})`;
  const owner = (changes: Readonly<Record<string, unknown>> = {}) =>
    JSON.stringify({ pid: process.pid, host: hostname(), began: beganAt(process.pid), ...changes });
  const taken = (lock: string) => {
    const directory = fresh();
    fs.writeFileSync(path.join(directory, LOCK), lock);
    return { directory, take: () => said(() => ownDirectory("--out is D", directory).release()) };
  };

  test("is one at a time, and says who it is", async () => {
    const directory = fresh();
    const own = ownDirectory("--out is D", directory);
    expect(fs.readFileSync(path.join(directory, LOCK), "utf8")).toBe(`${owner()}\n`);
    expect(await said(() => ownDirectory("--out is D", directory))).toBe(
      message(directory, `process ${process.pid} on ${hostname()}`),
    );
    own.release();
    expect(fs.readdirSync(directory)).toEqual([]);
    ownDirectory("--out is D", directory).release();
  });

  test("makes way where it is dead, or another has its number", async () => {
    for (const lock of [owner({ pid: 2 ** 30 }), owner({ began: "never" })]) {
      const { directory, take } = taken(lock);
      expect(await take()).toBeNull();
      expect(fs.readdirSync(directory)).toEqual([]);
    }
    const living = taken(owner({ began: "" }));
    expect(await living.take()).toBe(message(living.directory, `process ${process.pid} on ${hostname()}`));
    const far = taken(owner({ host: "elsewhere", pid: 1 }));
    expect(await far.take()).toBe(message(far.directory, "process 1 on elsewhere"));
    const silent = (minutes: number) => {
      const past = new Date(Date.now() - minutes * 60_000);
      fs.utimesSync(path.join(far.directory, LOCK), past, past);
      return far.take();
    };
    expect(await silent(9)).toBe(message(far.directory, "process 1 on elsewhere"));
    expect(await silent(11)).toBeNull();
  });

  test("of a lock that says nothing is not known, and not waited for once it is old", async () => {
    for (const lock of ["", "{", '{"pid":"1"}', "{}"]) {
      const { directory, take } = taken(lock);
      const past = new Date(Date.now() - 2500);
      fs.utimesSync(path.join(directory, LOCK), past, past);
      expect(await take()).toBeNull();
    }
  });

  test("says that it is alive, until it gives the directory up", () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const directory = fresh();
    const lock = path.join(directory, LOCK);
    const own = ownDirectory("--out is D", directory);
    const age = () => Date.now() - fs.statSync(lock).mtimeMs;
    fs.utimesSync(lock, new Date(0), new Date(0));
    vi.advanceTimersByTime(19_999);
    expect(age()).toBeGreaterThan(1e9);
    vi.advanceTimersByTime(1);
    expect(age()).toBeLessThan(60_000);
    fs.rmSync(lock);
    vi.advanceTimersByTime(20_000);
    own.release();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("a process is known by its number and when it began", () => {
    expect([isRunning(process.pid), isRunning(2 ** 30), isRunning(1)]).toEqual([true, false, true]);
    expect([beganAt(process.pid), beganAt(2 ** 30)]).toEqual([
      expect.stringMatching(process.platform === "linux" ? /^\d+$/ : /^$/),
      "",
    ]);
  });
});
