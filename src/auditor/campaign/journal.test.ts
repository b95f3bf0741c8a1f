import { spawn } from "node:child_process";
import fs from "node:fs";
import { mkdtemp, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { JsonObject } from "../json.js";
import type { FileSystem } from "./appender.js";
import { JOURNAL, type Journal, openJournal } from "./journal.js";
import { LOCK } from "./owner.js";

const IDENTITY = { command: "count", seed: "1" };

const fresh = () => mkdtemp(path.join(tmpdir(), "lemmacheck-journal-"));

interface Opening {
  readonly resume?: boolean;
  readonly identity?: JsonObject;
  readonly version?: string;
  readonly files?: FileSystem;
}

async function open(directory: string, { resume = true, identity = IDENTITY, version = "1.2.3", files }: Opening = {}) {
  const warnings: string[] = [];
  const journal = await openJournal({
    directory,
    name: "--out is there",
    version,
    identity,
    resume,
    warn: (line) => warnings.push(line),
    ...(files ? { files } : {}),
  });
  return { journal, warnings };
}

const KEYS = Array.from({ length: 6 }, (_, i) => `job ${i}`);

/** A journal with a result a key. */
async function filled(directory: string, keys = KEYS, opening: Opening = {}): Promise<string> {
  const { journal } = await open(directory, opening);
  for (const key of keys) journal.add(key, { key, x: 0.1 + key.length, text: "ä\u2028\n" });
  await journal.close();
  return path.join(directory, JOURNAL);
}

const known = (journal: Journal) => KEYS.filter((key) => journal.get(key) !== undefined);

test("what was kept is there again, exactly", async () => {
  const directory = await fresh();
  const { journal } = await open(directory);
  const value = { numbers: [0.1, 5e-324, 2 ** 53, -1.7976931348623157e308], text: "“ψ”\n\u0007", nothing: null };
  journal.add("a", value);
  journal.addPart("b", [1]);
  journal.addPart("b", [2]);
  await journal.close();
  const again = (await open(directory)).journal;
  expect([again.get("a"), again.get("b"), again.parts("b"), again.size]).toEqual([value, undefined, [[1], [2]], 1]);
  again.add("b", 3);
  expect([again.get("b"), again.parts("b")]).toEqual([3, []]);
  await again.close();
  const last = (await open(directory)).journal;
  expect([last.get("b"), last.parts("b")]).toEqual([3, []]);
  await last.close();
});

describe("a journal that was cut", () => {
  test("at any byte gives back every whole line, and takes more", async () => {
    const directory = await fresh();
    const file = await filled(directory);
    const whole = await readFile(file);
    const ends = [...whole].flatMap((byte, i) => (byte === 10 ? [i + 1] : []));
    for (let length = 0; length <= whole.length; length += 7) {
      await writeFile(file, whole);
      await truncate(file, length);
      const { journal } = await open(directory);
      // A line without its end is whole all the same.
      const lines = ends.filter((end) => end - 1 <= length).length - 1;
      expect(known(journal)).toEqual(KEYS.slice(0, Math.max(0, lines)));
      journal.add("more", length);
      await journal.close();
      const again = (await open(directory)).journal;
      expect(again.get("more")).toBe(length);
      expect(known(again)).toEqual(KEYS.slice(0, Math.max(0, lines)));
      await again.close();
    }
  });

  test("or damaged at any byte loses that line alone, and says so", async () => {
    const directory = await fresh();
    const file = await filled(directory);
    const whole = await readFile(file);
    for (let at = 0; at < whole.length; at += 11) {
      const damaged = Buffer.from(whole);
      damaged[at] ^= 0x15;
      await writeFile(file, damaged);
      const { journal, warnings } = await open(directory);
      // A line end that is none any more costs the two lines that it parted.
      const lost = whole[at] === 10 ? 2 : 1;
      expect(known(journal).length).toBeGreaterThanOrEqual(KEYS.length - lost);
      expect(warnings.join("\n")).toMatch(
        /journal\.jsonl: lines? [\d, ]+ cannot be read; what was there is done again$/,
      );
      for (const key of known(journal)) expect(journal.get(key)).toMatchObject({ key });
      await journal.close();
    }
  });
});

describe("refuses, in one line, and leaves what is there as it is,", () => {
  async function refused(directory: string, opening: Opening): Promise<string> {
    const file = path.join(directory, JOURNAL);
    const before = await readFile(file);
    const message = await open(directory, opening).then(
      () => "opened",
      (error: unknown) => String(error),
    );
    expect(await readFile(file)).toEqual(before);
    expect(message.split("\n")).toHaveLength(1);
    expect(fs.existsSync(path.join(directory, LOCK))).toBe(false);
    return message;
  }

  test("another campaign's journal", async () => {
    const directory = await fresh();
    await filled(directory);
    expect(await refused(directory, { identity: { ...IDENTITY, seed: "2" } })).toBe(
      'CampaignError: --out is there, whose journal is of another campaign (its seed is "1", here it is "2"); it must be given with the same command, or be another directory',
    );
  });

  test.each([
    [[{ d: 5, k: 5 }], [{ d: 5, k: 6 }], "its points[0].k is 5, here it is 6"],
    [[{ d: 5 }], [{ d: 5 }, { d: 6 }], "its points has 1 entries, here it has 2"],
  ])("one that differs far inside, %j for %j", async (theirs, own, words) => {
    const directory = await fresh();
    await filled(directory, KEYS, { identity: { ...IDENTITY, points: theirs } });
    expect(await refused(directory, { identity: { ...IDENTITY, points: own } })).toContain(`(${words})`);
  });

  test("that of another version", async () => {
    const directory = await fresh();
    await filled(directory);
    expect(await refused(directory, { version: "2.0.0" })).toContain(
      "whose journal is of lemmacheck 1.2.3 (format 1), which reads it; it must be of this one, 2.0.0",
    );
  });

  test("a file that is no journal", async () => {
    const directory = await fresh();
    await writeFile(path.join(directory, JOURNAL), "my own notes\n");
    for (const resume of [true, false]) expect(await refused(directory, { resume })).toContain("is no journal");
  });

  test("an unfinished campaign that was not to be resumed", async () => {
    const directory = await fresh();
    await filled(directory);
    for (const identity of [IDENTITY, { command: "other" }])
      expect(await refused(directory, { resume: false, identity })).toContain(
        "--resume must be given to go on with it",
      );
  });
});

test("a finished one of the same command, and one with nothing in it, make way for another", async () => {
  const directory = await fresh();
  await filled(directory, [], { identity: { command: "other" } });
  const { journal } = await open(directory, { resume: false, identity: { ...IDENTITY, seed: "2" } });
  journal.add("a", 1);
  journal.end();
  await journal.close();
  const kept = fs.readFileSync(path.join(directory, JOURNAL), "utf8");
  await expect(open(directory, { resume: false, identity: { command: "other" } })).rejects.toThrow(
    /^--out is there, whose journal is of another command, "count"; it must be another directory \(to give that journal up, remove [^\n]*journal\.jsonl\)$/,
  );
  expect(fs.readFileSync(path.join(directory, JOURNAL), "utf8")).toBe(kept);
  const next = (await open(directory, { resume: false })).journal;
  expect(next.size).toBe(0);
  await next.close(true);
  expect(fs.readdirSync(directory)).toEqual([]);
});

describe("journals that were put together", () => {
  test("are one, of all that was kept", async () => {
    const [first, second, all] = await Promise.all([fresh(), fresh(), fresh()]);
    const parts = [await filled(first, KEYS.slice(0, 4)), await filled(second, KEYS.slice(2))];
    await writeFile(path.join(all, JOURNAL), (await Promise.all(parts.map(async (file) => readFile(file)))).join(""));
    const { journal, warnings } = await open(all);
    expect([known(journal), warnings]).toEqual([KEYS, []]);
    await journal.close();
  });

  test("are refused where one is of another campaign, even if its head is lost", async () => {
    const [own, other, all] = await Promise.all([fresh(), fresh(), fresh()]);
    const ours = await readFile(await filled(own, KEYS.slice(0, 3)), "utf8");
    const theirs = await readFile(await filled(other, KEYS.slice(3), { identity: { command: "other" } }), "utf8");
    await writeFile(path.join(all, JOURNAL), ours + theirs);
    await expect(open(all)).rejects.toThrow("of another campaign");
    await writeFile(path.join(all, JOURNAL), ours + theirs.slice(theirs.indexOf("\n") + 1));
    const { journal, warnings } = await open(all);
    expect([known(journal), warnings.length]).toEqual([KEYS.slice(0, 3), 1]);
    await journal.close();
  });
});

describe("one owner", () => {
  test("a second campaign is refused while the first one is open, in this process too", async () => {
    const directory = await fresh();
    const { journal } = await open(directory);
    await expect(open(directory)).rejects.toThrow(
      new RegExp(
        `^--out is there, where process ${process.pid} on .* has a campaign under way; it must be another directory`,
      ),
    );
    await journal.close();
    await (await open(directory)).journal.close();
  });

  test("one that was killed is none any more", async () => {
    const directory = await fresh();
    const child = spawn(process.execPath, ["-e", ""]);
    const { pid } = child;
    await new Promise((resolve) => child.on("close", resolve));
    const { hostname } = await import("node:os");
    const lock = path.join(directory, LOCK);
    for (const owner of [
      { pid, host: hostname(), began: "1" },
      // Its number may be another process's by now: this one's, say.
      { pid: process.pid, host: hostname(), began: "1" },
    ]) {
      await writeFile(lock, JSON.stringify(owner));
      await (await open(directory)).journal.close();
    }
  });

  test.runIf(process.platform === "linux")(
    "one that ended, and whose parent has not asked, is none any more",
    async () => {
      const directory = await fresh();
      // The inner process ends at once; the outer one becomes a sleep, which asks nobody.
      const parent = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 30"], { stdio: ["ignore", "pipe", "ignore"] });
      const pid = await new Promise<number>((resolve) => parent.stdout.on("data", (line) => resolve(Number(line))));
      const stat = () => fs.readFileSync(`/proc/${pid}/stat`, "latin1");
      while (!stat().includes(") Z ")) await new Promise((resolve) => setTimeout(resolve, 10));
      const fields = stat().split(") ")[1].split(" ");
      const { hostname } = await import("node:os");
      await writeFile(path.join(directory, LOCK), JSON.stringify({ pid, host: hostname(), began: fields[19] }));
      await (await open(directory)).journal.close();
      parent.kill("SIGKILL");
    },
  );

  test("one that was killed before it had said who it is does not keep the next one waiting for long", async () => {
    const directory = await fresh();
    const lock = path.join(directory, LOCK);
    await writeFile(lock, "");
    await (await open(directory)).journal.close();
    // One that says so a little later is believed.
    await writeFile(lock, "");
    const { hostname } = await import("node:os");
    const owner = JSON.stringify({ pid: process.pid, host: hostname(), began: "" });
    const writer = spawn("sh", ["-c", `sleep 0.3; printf '%s' '${owner}' > '${lock}'`]);
    await expect(open(directory)).rejects.toThrow(`where process ${process.pid} on`);
    await new Promise((resolve) => writer.on("close", resolve));
  });

  test("one without an owner from before the clock was put back keeps nobody waiting for long", async () => {
    const directory = await fresh();
    const lock = path.join(directory, LOCK);
    await writeFile(lock, "");
    const tomorrow = new Date(Date.now() + 86_400_000);
    fs.utimesSync(lock, tomorrow, tomorrow);
    await (await open(directory)).journal.close();
  });

  describe("whose clock jumps a day forwards", () => {
    const tomorrow = () => vi.setSystemTime(Date.now() + 86_400_000);
    afterEach(() => {
      vi.useRealTimers();
    });

    test("is one still", async () => {
      const directory = await fresh();
      const { journal } = await open(directory);
      tomorrow();
      await expect(open(directory)).rejects.toThrow(`where process ${process.pid} on`);
      await journal.close();
    });

    test("is believed if it says who it is a little later", async () => {
      const directory = await fresh();
      const lock = path.join(directory, LOCK);
      await writeFile(lock, "");
      tomorrow();
      const { hostname } = await import("node:os");
      const owner = JSON.stringify({ pid: process.pid, host: hostname(), began: "" });
      const writer = spawn("sh", ["-c", `sleep 0.3; printf '%s' '${owner}' > '${lock}'`]);
      await expect(open(directory)).rejects.toThrow(`where process ${process.pid} on`);
      await new Promise((resolve) => writer.on("close", resolve));
    });
  });

  test("one on another machine is believed while it says that it is alive", async () => {
    const directory = await fresh();
    const lock = path.join(directory, LOCK);
    await writeFile(lock, JSON.stringify({ pid: 1, host: "elsewhere", began: "1" }));
    await expect(open(directory)).rejects.toThrow("process 1 on elsewhere has a campaign under way");
    const longAgo = new Date(Date.now() - 3_600_000);
    fs.utimesSync(lock, longAgo, longAgo);
    await (await open(directory)).journal.close();
  });
});

describe("a full disk", () => {
  /** Node's own, on a disk that takes so many bytes more. */
  function files(room: number): FileSystem {
    let left = room;
    const writeSync = (descriptor: number, bytes: Buffer, at: number) => {
      if (left <= 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      const written = fs.writeSync(descriptor, bytes, at, Math.min(left, bytes.length - at));
      left -= written;
      return written;
    };
    return { ...fs, writeSync };
  }

  const FULL =
    /^--out is there; it must be a directory that can be written to \(ENOSPC[^\n]*: the disk is full, what was done so far is kept; make room and --resume$/;

  test("is said at once, keeps what there is, and what was cut costs itself alone", async () => {
    const directory = await fresh();
    const { journal } = await open(directory, { files: files(500) });
    const add = () => {
      for (let i = 0; i < 20; i++) journal.add(`job ${i}`, "x".repeat(40));
    };
    expect(add).toThrow(FULL);
    expect(() => journal.add("job 7", 1)).toThrow(FULL);
    await expect(journal.close()).rejects.toThrow(FULL);
    const { journal: again, warnings } = await open(directory);
    expect(again.size).toBeGreaterThan(1);
    expect(warnings).toHaveLength(1);
    again.add("job 7", "room again");
    await again.close();
  });

  test("before anything is done", async () => {
    const directory = await fresh();
    await symlink("/dev/full", path.join(directory, JOURNAL));
    await expect(open(directory)).rejects.toThrow(FULL);
  });
});

test("a directory that cannot be written to", async () => {
  await expect(open("/proc")).rejects.toThrow(/^--out is there; it must be a directory that can be written to \(/);
});
