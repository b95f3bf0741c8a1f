import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshDirectory, MAIN, runCli } from "./run-cli.js";

const REPORT = [
  "figures",
  "index.html",
  "report.md",
  "rows.csv",
  "rows.jsonl",
  "rows.parquet",
  "run.json",
  "tables.tex",
];
const AUDIT = "audit chi-square --k 1,2,3,4,5,6,7,8,9 --gamma 0.1,0.01";

/** Runs a line of the shell in which $LEMMACHECK stands for the program. */
function shell(line: string, cwd: string) {
  const env = { ...process.env, LEMMACHECK: `${process.execPath} ${MAIN}` };
  return spawnSync("sh", ["-c", line], { cwd, env, encoding: "utf8", timeout: 60_000 });
}

describe("the report", () => {
  test("is refused at once where no directory can be made", async () => {
    const { code, stdout, stderr } = await runCli([...AUDIT.split(" "), "--out", "/proc/nope/x"]);
    expect(stderr).toMatch(/^lemmacheck: --out is \/proc\/nope\/x; it must be a directory [^\n]*\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("is written although nobody reads on, and nothing else is left", async () => {
    const cwd = await freshDirectory();
    const { stdout, stderr } = shell(`$LEMMACHECK ${AUDIT} --json --out report | head -1`, cwd);
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(stderr).toBe("");
    expect((await readdir(path.join(cwd, "report"))).toSorted()).toEqual(REPORT);
    expect((await readFile(path.join(cwd, "report/rows.jsonl"), "utf8")).trim().split("\n")).toHaveLength(36);
  });

  test("is written whole or not at all", async () => {
    const cwd = await freshDirectory();
    await mkdir(path.join(cwd, "report/index.html"), { recursive: true });
    const { code, stderr } = await runCli([...AUDIT.split(" "), "--json", "--out", "report"], { cwd });
    expect(stderr).toMatch(/^lemmacheck: --out is report; it must be a directory [^\n]*index\.html[^\n]*\n$/);
    expect(code).toBe(2);
    expect(await readdir(path.join(cwd, "report"))).toEqual(["index.html"]);
  });

  test("clears what a run that was killed left, and nothing of a run that goes on", async () => {
    const cwd = await freshDirectory();
    await mkdir(path.join(cwd, "report"));
    const ended = spawnSync(process.execPath, ["-e", "0"]).pid;
    await writeFile(path.join(cwd, `report/.rows.csv.${ended}.tmp`), "half");
    await writeFile(path.join(cwd, `report/.rows.csv.${process.pid}.tmp`), "half");
    expect((await runCli([...AUDIT.split(" "), "--json", "--out", "report"], { cwd })).code).toBe(0);
    expect((await readdir(path.join(cwd, "report"))).toSorted()).toEqual([`.rows.csv.${process.pid}.tmp`, ...REPORT]);
  });
});

test.runIf(process.platform === "linux")("a full disk behind standard output is one line and exit 2", async () => {
  const cwd = await freshDirectory();
  for (const line of [`${AUDIT} --json`, "claims", "--help", "activation tanh"]) {
    const { status, stderr } = shell(`$LEMMACHECK ${line} > /dev/full`, cwd);
    expect(stderr).toMatch(/^lemmacheck: standard output cannot be written to[^\n]*\n$/);
    expect(status).toBe(2);
  }
});
