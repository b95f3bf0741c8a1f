import { spawnSync } from "node:child_process";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { freshDirectory, MAIN } from "./run-cli.js";
import { runHere } from "./run-here.js";

const root = path.resolve(import.meta.dirname, "..");
const guide = await readFile(path.join(root, "docs/machines.md"), "utf8");

/** The recipes of the guide, by name. */
const recipes = new Map(
  [...guide.matchAll(/<!-- (?:run:|follow) (\S+) -->\n```(?:sh|yaml)\n([\s\S]*?)```/g)].map(([, name, text]) => [
    name,
    text,
  ]),
);

function recipe(name: string): string {
  const text = recipes.get(name);
  if (text === undefined) throw new Error(`docs/machines.md has no recipe ${name}`);
  return text;
}

/** The only line of a recipe that matches, without what comes before. */
function line(name: string, start: RegExp): string {
  const lines = recipe(name)
    .split("\n")
    .filter((text) => start.test(text));
  expect(lines).toHaveLength(1);
  return lines[0].replace(start, "");
}

/** What a matrix puts in place of it. */
const PART = /\$\{\{ matrix\.part \}\}/g;

const [, CLAIMS = ""] = /"(.*)"/.exec(recipe("claims")) ?? [];
let whole: string[] = [];

const timeless = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((row) => row.replace(/"milliseconds":[\d.]+/, '"milliseconds":0'))
    .toSorted();

/** Runs commands of the guide as they stand, with a scheduler's variables; `npx lemmacheck` is the program of this tree. */
async function shell(script: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const bin = path.join(cwd, "bin");
  await mkdir(bin, { recursive: true });
  await writeFile(path.join(bin, "npx"), `#!/bin/sh\nshift\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
  await chmod(path.join(bin, "npx"), 0o755);
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd,
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, CLAIMS, ...env },
    encoding: "utf8",
    timeout: 100_000,
  });
  return { status, stdout, stderr };
}

const rowsOf = async (cwd: string, directory: string) =>
  timeless(await readFile(path.join(cwd, directory, "rows.jsonl"), "utf8"));

beforeAll(async () => {
  whole = timeless((await runHere(["audit", ...CLAIMS.split(" "), "--json"])).stdout);
}, 60_000);

test("every recipe is run here", async () => {
  // But for "queue", which installs what the repository has: scripts/try-packed.sh does.
  const text = await readFile(import.meta.filename, "utf8");
  expect([...recipes.keys()].filter((name) => !text.includes(`"${name}"`))).toEqual([]);
  expect(guide.match(/^```(sh|yaml)$/gm)).toHaveLength(recipes.size);
});

test("a plan, a campaign, its parts, and what they come to by rows and by journals", async () => {
  const cwd = await freshDirectory();
  const script = ["campaign", "shards", "journals"].map(recipe).join("\n");
  const { status, stdout } = await shell(`set -e\n${script}`, cwd);
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${whole.length} jobs, about `));
  for (const directory of ["results", "whole", "all"]) expect(await rowsOf(cwd, directory)).toEqual(whole);
});

test("four parts, by an array, an indexed job and a matrix, are a whole, by journals and by rows", async () => {
  const cwd = await freshDirectory();
  const done = async (script: string, env?: Readonly<Record<string, string>>) =>
    expect((await shell(script, cwd, env)).status).toBe(0);
  for (const id of ["1", "2"])
    await done(recipe("slurm-array"), {
      SLURM_ARRAY_TASK_ID: id,
      SLURM_ARRAY_TASK_COUNT: "4",
      SLURM_CPUS_PER_TASK: "1",
    });
  // Indices begin with 0.
  expect(recipe("kubernetes")).toContain("completions: 4");
  await rename(path.join(cwd, "parts/2"), path.join(cwd, "parts/second"));
  await done(line("kubernetes", /^ *- (?=exec )/), { JOB_COMPLETION_INDEX: "2" });
  await done(line("matrix", /^ *- run: (?=npx lemmacheck audit)/).replaceAll(PART, "4"));
  await rename(path.join(cwd, "part-4"), path.join(cwd, "parts/4"));
  await done(recipe("slurm-merge"));
  expect(await rowsOf(cwd, "all")).toEqual(whole);

  for (const [i, name] of ["1", "second", "2", "4"].entries())
    await rename(path.join(cwd, "parts", name), path.join(cwd, `part-${i + 1}`));
  await done(line("matrix", /^ *- run: (?=npx lemmacheck report)/));
  expect(await rowsOf(cwd, "whole")).toEqual(whole);
});

test("a matrix of the properties is all of them, each once", async () => {
  const args = line("matrix", /^ *- run: npx vitest /);
  expect(args.replace(PART, "I")).toBe("run --project properties --shard I/4");
  // A project of trivial properties in place of ours, which take minutes.
  const cwd = await freshDirectory();
  await mkdir(path.join(cwd, "properties"));
  const names = Array.from({ length: 10 }, (_, i) => `property ${i}`);
  for (const name of names)
    await writeFile(path.join(cwd, "properties", `${name}.test.js`), `test("${name}", () => {});`);
  const project = { test: { name: "properties", include: ["properties/*.test.js"], globals: true } };
  await writeFile(
    path.join(cwd, "vitest.config.js"),
    `export default ${JSON.stringify({ test: { projects: [project], reporters: ["verbose"] } })};`,
  );
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const seen = ["1", "2", "3", "4"].flatMap((part) => {
    const words = args.replace(PART, part).split(" ");
    const { status, stdout } = spawnSync(process.execPath, [vitest, ...words], { cwd, encoding: "utf8" });
    expect(status).toBe(0);
    return names.filter((name) => stdout.includes(`${name}.test.js`));
  });
  expect(seen.toSorted()).toEqual(names);
});

// Skipped where there is no redis-server to start.
test.skipIf(spawnSync("redis-server", ["--version"]).status !== 0)("workers through a Redis", async () => {
  const cwd = await freshDirectory();
  // The usual port may be taken here.
  const port = String(20_000 + (process.pid % 20_000));
  const { status } = await shell(`set -e\n${recipe("redis").replaceAll("6379", port)}`, cwd);
  expect(status).toBe(0);
  expect(await rowsOf(cwd, "results")).toEqual(whole);
});
