import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import seedrandom from "seedrandom";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDirectory, MAIN, runCli } from "./run-cli.js";
import { runHere } from "./run-here.js";
import { COINS } from "./testing/coins-config.js";

const AUDIT = ["audit", "coin", "--draws", "600", "--json"];

/** Rows, or lines of any JSON, without the times that they took, in one order. */
const timeless = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => line.replace(/"milliseconds":[\d.]+/, '"milliseconds":0'))
    .toSorted();

const text = (...parts: readonly string[]) => readFile(path.join(...parts), "utf8");

/** The journal's lines, without its head, in `directory`. */
const journalLines = async (directory: string) =>
  (await text(directory, "journal.jsonl").catch(() => "")).split("\n").slice(1, -1);

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 20));
}

function start(args: readonly string[], cwd: string): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, stdio: "ignore" });
  return { child, ended: new Promise((resolve) => child.on("close", resolve)) };
}

let cwd = "";
/** The rows of an audit that nobody interrupted. */
let whole: string[] = [];

beforeAll(async () => {
  cwd = await freshDirectory();
  await writeFile(path.join(cwd, "lemmacheck.config.ts"), COINS);
  whole = timeless((await runHere(AUDIT, { cwd })).stdout);
  expect(whole).toHaveLength(8);
  expect(await readdir(cwd)).toEqual(["lemmacheck.config.ts"]);
}, 60_000);

describe("an audit that is killed", () => {
  test("at any moment, again and again, ends with the rows of one that was not", async () => {
    const moments = seedrandom("moments of death");
    const results: number[] = [];
    for (let kill = 0; kill < 3; kill++) {
      const { child, ended } = start([...AUDIT, "--workers", "1", "--out", "killed", "--resume"], cwd);
      // From before there is a journal to somewhere among the results; not by a clock, since machines differ.
      const lines = results.length === 0 ? 0 : (results.at(-1) ?? 0) + Math.ceil(2 * moments());
      await until(
        async () => (await journalLines(path.join(cwd, "killed"))).length >= lines || child.exitCode !== null,
      );
      await new Promise((resolve) => setTimeout(resolve, 150 * moments()));
      child.kill("SIGKILL");
      await ended;
      results.push((await journalLines(path.join(cwd, "killed"))).length);
    }
    const kept = (await journalLines(path.join(cwd, "killed"))).flatMap(
      (line) => /"value":(\{.*\})\}$/.exec(line)?.[1] ?? [],
    );
    const { code, stdout, stderr } = await runHere([...AUDIT, "--out", "killed", "--resume"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(timeless(stdout)).toEqual(whole);
    expect(await text(cwd, "killed/rows.jsonl")).toBe(stdout);
    // What was kept was not done again: it says how long it took at the time.
    expect(kept.length).toBeGreaterThan(0);
    for (const row of kept) expect(stdout).toContain(row);
  });

  test("leaves a directory that another may own, and that is not taken from it", async () => {
    const long = ["tally", "--tosses", "1000000", "--out", "owned"];
    const running = start([...long, "--workers", "1"], cwd);
    await until(async () => (await journalLines(path.join(cwd, "owned"))).length > 0);
    for (const command of [[...AUDIT, "--out", "owned"], long, [...long, "--resume"]]) {
      const { code, stdout, stderr } = await runHere(command, { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(
        /^lemmacheck: --out is owned, where process \d+ on \S+ has a campaign under way; [^\n]*\n$/,
      );
    }
    running.child.kill("SIGKILL");
    await running.ended;
    const again = await runHere(long, { cwd });
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(
      /^lemmacheck: --out is owned, where a campaign is unfinished \(\d+ results\); --resume must be given [^\n]*\n$/,
    );
    const other = await runHere([...long, "--resume", "--seed", "2"], { cwd });
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(
      /^lemmacheck: --out is owned, whose journal is of another campaign \(its seed is "1", here it is "2"\)[^\n]*\n$/,
    );
  });
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends one within a second, with exit 130, and says what is kept",
  async (signal) => {
    const out = `interrupted-${signal}`;
    const child = spawn(process.execPath, [MAIN, ...AUDIT, "--workers", "1", "--out", out], {
      cwd,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    await until(async () => (await journalLines(path.join(cwd, out))).some((line) => line.includes('"value"')));
    child.kill(signal);
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(130);
    expect(stderr).toMatch(
      new RegExp(
        `^lemmacheck: \\d of 8 jobs are kept in ${out}; --resume goes on with them\nlemmacheck: interrupted\n$`,
      ),
    );
    expect(await readdir(path.join(cwd, out))).toEqual(["journal.jsonl"]);
  },
);

describe("shards", () => {
  test("put together are the rows of one run, by their rows or by their journals", async () => {
    for (const part of ["1", "2"]) {
      const { code } = await runHere([...AUDIT, "--shard", `${part}/2`, "--out", `part-${part}`], { cwd });
      expect(code).toBe(0);
    }
    const rows = await Promise.all(["1", "2"].map(async (part) => text(cwd, `part-${part}/rows.jsonl`)));
    expect(timeless(rows.join(""))).toEqual(whole);
    const from = ["1", "2"].flatMap((part) => ["--from", `part-${part}/rows.jsonl`]);
    expect((await runHere(["report", ...from, "--out", "merged", "--workers", "0"], { cwd })).code).toBe(0);
    expect(timeless(await text(cwd, "merged/rows.jsonl"))).toEqual(whole);

    const journals = await Promise.all(["1", "2"].map(async (part) => text(cwd, `part-${part}/journal.jsonl`)));
    await mkdir(path.join(cwd, "all"));
    await writeFile(path.join(cwd, "all/journal.jsonl"), journals.join(""));
    const { code, stdout } = await runHere([...AUDIT, "--resume", "--out", "all"], { cwd });
    expect(code).toBe(0);
    // All of them were known: the times that they took are there too.
    expect(stdout.trim().split("\n").toSorted()).toEqual(rows.join("").trim().split("\n").toSorted());
  });

  test("without a job are no error, and their rows are none", async () => {
    const { code, stdout, stderr } = await runHere(
      ["audit", "coin", "--n", "1", "--draws", "64", "--shard", "7/1000", "--out", "empty"],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("0 rows");
    expect(await text(cwd, "empty/rows.jsonl")).toBe("");
  });

  test.each(["3/2", "0/2", "1/0", "a/b", "1", "", "1/2/3", "-1/2", "1.5/2", "1e0/2", "1/1e9"])(
    "%j is none",
    async (shard) => {
      const { code, stdout, stderr } = await runHere(["audit", "coin", "--shard", shard], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toBe(
        `lemmacheck: --shard is ${shard === "" ? '""' : shard}; it must be I/N, integers with 1 ≤ I ≤ N ≤ 1000000: 1/4, 2/4, 3/4 and 4/4 are a whole\n`,
      );
    },
  );
});

test("a damaged line costs its job alone, with a line about it", async () => {
  await rm(path.join(cwd, "damaged"), { recursive: true, force: true });
  expect((await runHere([...AUDIT, "--out", "damaged", "--resume"], { cwd })).code).toBe(0);
  const file = path.join(cwd, "damaged/journal.jsonl");
  const before = await readFile(file, "utf8");
  const lines = before.split("\n");
  const victim = lines.findIndex((line) => line.includes('"value"'));
  lines[victim] = lines[victim].replace(/supported|inconclusive|refuted/, "supportive");
  await writeFile(file, lines.join("\n"));
  const { code, stdout, stderr } = await runHere([...AUDIT, "--out", "damaged", "--resume"], { cwd });
  expect(code).toBe(0);
  expect(stderr).toBe(
    `lemmacheck: damaged/journal.jsonl: line ${victim + 1} cannot be read; what was there is done again\n`,
  );
  expect(timeless(stdout)).toEqual(whole);
});

test("a full disk is one line and exit 2", async () => {
  await mkdir(path.join(cwd, "full"));
  await symlink("/dev/full", path.join(cwd, "full/journal.jsonl"));
  const { code, stdout, stderr } = await runHere([...AUDIT, "--out", "full"], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^lemmacheck: --out is full; [^\n]*ENOSPC[^\n]*the disk is full[^\n]*\n$/);
});

test("--plan says what there is to do, and does nothing", async () => {
  const here = await freshDirectory();
  await cp(path.join(cwd, "lemmacheck.config.ts"), path.join(here, "lemmacheck.config.ts"));
  const { code, stdout } = await runHere(["audit", "--plan"], { cwd: here });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^8 jobs, about \d+ \S+(, at most [^,]+)?, up to 64 kB in --out; nothing was done\n$/,
    ),
  });
  const part = await runHere(["audit", "--plan", "--shard", "1/2", "--json"], { cwd: here });
  const plan: Record<string, unknown> = JSON.parse(part.stdout);
  expect(Object.keys(plan)).toEqual(["jobs", "shard", "seconds", "secondsAtMost", "bytes"]);
  expect(plan.jobs).toBeLessThan(8);
  expect((await runHere(["tally", "--plan"], { cwd: here })).stdout).toMatch(/^40 jobs, about \d+ s/);
  expect(await readdir(here)).toEqual(["lemmacheck.config.ts"]);
});

describe("a command of a paper that is a campaign", () => {
  const TALLY = ["tally", "--tosses", "3000", "--json"];

  test("gives the same lines in this thread, in others, in shards, and after it was killed", async () => {
    const alone = await runHere([...TALLY, "--workers", "0"], { cwd });
    expect(alone.code).toBe(0);
    const lines = alone.stdout.trim().split("\n");
    expect(lines).toHaveLength(30);
    expect((await runCli([...TALLY, "--workers", "2"], { cwd })).stdout).toBe(alone.stdout);

    const killed = start([...TALLY, "--workers", "1", "--out", "tallied", "--resume"], cwd);
    await until(async () => (await journalLines(path.join(cwd, "tallied"))).length > 3);
    killed.child.kill("SIGKILL");
    await killed.ended;
    const plan = async (...more: string[]) =>
      (await runHere(["tally", "--tosses", "3000", "--out", "tallied", "--plan", ...more], { cwd })).stdout;
    const left = Number(/^\d+/.exec(await plan("--resume"))?.[0]);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(30);
    expect(await plan()).toMatch(/^30 jobs/);
    expect((await runHere([...TALLY, "--workers", "0", "--out", "tallied", "--resume"], { cwd })).stdout).toBe(
      alone.stdout,
    );
    expect(await plan("--resume")).toMatch(/^0 jobs/);
    expect(await text(cwd, "tallied/tallies.jsonl")).toBe(alone.stdout);
    const sum = lines.reduce((total, line) => total + Number(/"heads":(\d+)/.exec(line)?.[1]), 0);
    expect(await text(cwd, "tallied/heads.txt")).toBe(String(sum));

    const parts = [];
    for (const shard of ["1/2", "2/2"])
      parts.push((await runHere([...TALLY, "--workers", "0", "--shard", shard], { cwd })).stdout);
    expect(parts.join("").trim().split("\n").toSorted()).toEqual(lines.toSorted());
  });

  test("says in one line what was wrong with its options, and has help on the engine's", async () => {
    const { code, stderr } = await runHere(["tally", "--tosses", "none"], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "lemmacheck: --tosses is none; it must be an integer from 1 on\n",
    });
    const { stdout } = await runHere(["tally", "--help"], { cwd });
    for (const option of ["--workers", "--shard", "--resume", "--plan", "--redis", "--out"])
      expect(stdout).toContain(option);
  });

  test("writes nothing unless asked", async () => {
    const before = await readdir(cwd);
    await runHere([...TALLY, "--workers", "0"], { cwd });
    expect(await readdir(cwd)).toEqual(before);
    expect((await stat(cwd)).isDirectory()).toBe(true);
  });
});
