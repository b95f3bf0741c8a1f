import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDirectory, MAIN, runCli } from "./run-cli.js";

const AUDIT = "audit chi-square --k 1,2,3,4,5,6,7,8,9 --gamma 0.1,0.01 --workers 1 --json".split(" ");

/** In a name space of its own, where anybody may mount: what is there is copied out before and after there is more room. */
const SCRIPT = `set -u
mkdir mount; mount -t tmpfs -o size=$SIZE none mount || exit 99
# A file system without room has a page, and this is in it.
[ $WHAT = lock ] && head -c 4096 /dev/zero > mount/another
"$@" --out mount/report > full.out 2> full.err; echo $? > full.code
cp -a mount full
mount -o remount,size=64m mount
"$@" --out mount/report --resume > room.out 2> room.err; echo $? > room.code
cp -a mount room`;

const unshare = (script: string, args: readonly string[], cwd: string, size: string, what: string) =>
  spawnSync("unshare", ["-rm", "sh", "-c", script, "sh", ...args], {
    cwd,
    env: { ...process.env, SIZE: size, WHAT: what },
    encoding: "utf8",
  });

const canMount = unshare("mount -t tmpfs -o size=64k none /mnt", [], "/", "64k", "nothing").status === 0;

/** Sizes of the file system, and what it fills with. */
const SIZES = [
  ["4k", "lock"],
  ["4k", "journal"],
  ["8k", "journal"],
  ["16k", "journal"],
  ["32k", "journal"],
  ["60k", "report"],
  ["80k", "report"],
  ["120k", "report"],
  ["240k", "report"],
  ["400k", "report"],
  ["4m", "nothing"],
] as const;

describe.runIf(canMount)("a file system of", () => {
  const timeless = (rows: string) => rows.replaceAll(/"milliseconds":[\d.]+/g, "");
  let whole = "";
  let report: string[] = [];

  beforeAll(async () => {
    const cwd = await freshDirectory();
    whole = timeless((await runCli([...AUDIT, "--out", "report"], { cwd })).stdout);
    report = (await readdir(path.join(cwd, "report"), { recursive: true })).toSorted();
    expect(whole.trim().split("\n")).toHaveLength(36);
  }, 60_000);

  test.each(SIZES)("%s, which fills with the %s", async (size, what) => {
    const cwd = await freshDirectory();
    await mkdir(path.join(cwd, "full"));
    await mkdir(path.join(cwd, "room"));
    expect(unshare(SCRIPT, [process.execPath, MAIN, ...AUDIT], cwd, size, what)).toMatchObject({
      status: 0,
      stderr: "",
    });
    const text = (name: string) => readFile(path.join(cwd, name), "utf8");
    const listed = async (name: string) =>
      (await readdir(path.join(cwd, name, "mount/report"), { recursive: true })).toSorted();
    const stderr = await text("full.err");
    const code = Number(await text("full.code"));
    const rows = timeless(await text("full.out"));
    if (what === "nothing") {
      expect({ code, stderr, rows }).toEqual({ code: 0, stderr: "", rows: whole });
      expect(await listed("full")).toEqual(report);
    } else {
      expect(code).toBe(2);
      expect(stderr).toMatch(/^lemmacheck: --out is mount\/report; [^\n]*ENOSPC[^\n]*the disk is full[^\n]*\n$/);
      expect(stderr.includes("none of these files was written")).toBe(what === "report");
      // What was printed are whole rows, from the first one on.
      expect(whole.startsWith(rows)).toBe(true);
      expect(await listed("full")).toEqual(what === "lock" ? [] : ["journal.jsonl"]);
    }
    // With more room it is done, and all of it is there.
    expect(Number(await text("room.code"))).toBe(0);
    expect(await text("room.err")).toMatch(
      /^(lemmacheck: mount\/report\/journal\.jsonl: line \d+ cannot be read; what was there is done again\n)?$/,
    );
    expect(timeless(await text("room.out"))).toBe(whole);
    expect(timeless(await text("room/mount/report/rows.jsonl"))).toBe(whole);
    expect((await listed("room")).filter((name) => name !== "journal.jsonl")).toEqual(report);
  });
});

test.skipIf(canMount)("no file system can be mounted here, so that none was filled", ({ skip }) => {
  skip("unshare -rm and mount -t tmpfs are needed");
});
