import { spawn } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshDirectory, MAIN, runCli } from "./run-cli.js";

/** What is observed, and the right side, at n. */
const project = async (observed: string, bound = "1.5") => {
  const cwd = await freshDirectory();
  await writeFile(
    path.join(cwd, "lemmacheck.config.ts"),
    `import { defineClaim, definePaper, integers, nothing, parameter } from "lemmacheck";
  const n = parameter({ name: "n", domain: integers(1, 1e9), size: true });
  const endless = () => { for (;;); };
  const claim = defineClaim({ id: "own", label: "Own", quote: "q", latex: "x", kind: "deterministic", parameters: [n], hypotheses: [],
    nonClaims: [], draw: nothing, observed: (_, { n }) => ${observed}, relation: "<=", forms: { printed: { bound: ({ n }) => ${bound} } },
    cells: [{ n: [100] }], mutants: { none: { bound: () => -1, at: { n: 100 } } } });
  export default { papers: [definePaper({ id: "own-paper", title: "T", authors: [], year: 2020, source: "s", parameters: [n], claims: [claim] })] };`,
  );
  return cwd;
};

const FAILS = "n < 50 ? 3 : 1";
const failures = (cwd: string) => readdir(path.join(cwd, ".lemmacheck", "failures")).catch(() => []);

beforeEach(() => {
  vi.stubEnv("LEMMACHECK_DATABASE", "");
  vi.stubEnv("CI", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["left", [`n > 1e6 && n % 3 === 0 ? endless() : ${FAILS}`]],
  ["right", [FAILS, "n > 1e4 ? endless() : 1.5"]],
] as const)(
  "--repair ends with its time where the %s side does not, and says how far it came",
  async (_, [observed, bound]) => {
    const cwd = await project(observed, bound);
    const started = performance.now();
    const { code, stdout } = await runCli(["search", "--repair", "--time", "4"], { cwd });
    expect(code).toBe(1);
    // How simple it was made depends on the time.
    expect(stdout).toMatch(/^own printed {10}n=\d+ +refuted/);
    expect(stdout).toMatch(/\n {2}(no repair stands: )?\d+ of 31 repairs were tried, then the time was over\n/);
    expect(performance.now() - started).toBeLessThan(30_000);
  },
);

test("an interrupt while repairs are looked for ends it, and loses nothing that was refuted", async () => {
  const cwd = await project(`n > 1e6 && n % 3 === 0 ? endless() : ${FAILS}`);
  const asked = ["search", "--repair", "--time", "40", "--out", "out"];
  const ended = await new Promise<{ code: number | null; stdout: string; stderr: string; seconds: number }>(
    (resolve) => {
      const child = spawn(process.execPath, [MAIN, ...asked], { cwd, stdio: ["ignore", "pipe", "pipe"] });
      let [stdout, stderr, sent] = ["", "", Number.NaN];
      child.stdout.on("data", (chunk: Buffer) => {
        if (stdout === "")
          setTimeout(() => {
            sent = performance.now();
            child.kill("SIGINT");
          }, 1500);
        stdout += chunk.toString();
      });
      child.stderr.on("data", (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      child.on("close", (code) => resolve({ code, stdout, stderr, seconds: (performance.now() - sent) / 1000 }));
    },
  );
  expect(ended).toMatchObject({ code: 130, stdout: expect.stringMatching(/^own printed {10}n=\d+ +refuted/) });
  expect(ended.stderr).toContain("lemmacheck: 1 of 2 jobs are kept in out; --resume goes on with them\n");
  // A second, on a machine that may be busy.
  expect(ended.seconds).toBeLessThan(5);
  expect(await failures(cwd)).toHaveLength(1);
  const lines = (await readFile(path.join(cwd, "out", "journal.jsonl"), "utf8")).trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"own/printed"');
});

test("repairs alone are looked for again where what was refuted is known", async () => {
  const cwd = await project(FAILS);
  const asked = ["search", "--repair", "--time", "20", "--out", "out", "--resume"];
  const whole = await runCli(asked, { cwd });
  expect(whole.stdout).toMatch(
    /\n {2}repair proposed, not proven: n ≥ 50; leaves out \d+ cells where the form is refuted; not refuted at /,
  );
  const journal = path.join(cwd, "out", "journal.jsonl");
  const [head, searched, repaired] = (await readFile(journal, "utf8")).split("\n");
  expect(repaired).toContain('"own/printed/repair"');
  await writeFile(journal, `${head}\n${searched}\n`);
  const again = await runCli(asked, { cwd });
  expect(again.stdout).toBe(whole.stdout);
  expect((await readFile(journal, "utf8")).split("\n").slice(0, 3)).toEqual([head, searched, repaired]);
  const [line] = (await readFile(path.join(cwd, "out", "searches.jsonl"), "utf8")).split("\n");
  expect(line).toContain('"repairs":["  repair proposed, not proven: n ≥ 50;');
});

test("a kept failure that does not end any more is given up with a line, and left as it is", async () => {
  const cwd = await project("n > 50 && n < 60 ? 3 : 1");
  expect((await runCli(["search", "--candidates", "300"], { cwd })).code).toBe(1);
  const kept = await failures(cwd);
  expect(kept).toHaveLength(1);
  const config = path.join(cwd, "lemmacheck.config.ts");
  await writeFile(config, (await readFile(config, "utf8")).replace("n > 50 && n < 60", "n < 60 ? endless() : false"));
  const said = expect.stringMatching(
    /^kept failure: own printed at \{"n":51\}: given up, it took over 2 s; it is left as it is\n/,
  );
  for (const args of [
    ["audit", "--n", "70", "own"],
    ["search", "--time", "2"],
  ]) {
    const started = performance.now();
    expect(await runCli(args, { cwd })).toMatchObject({ code: 0, stderr: said });
    expect(performance.now() - started).toBeLessThan(20_000);
  }
  expect(await failures(cwd)).toEqual(kept);
});

test("a look of a search that never ends costs its cell alone", async () => {
  const found = await project("n % 5 === 0 ? endless() : n > 4321 ? 2 : 0", "1");
  const { code, stdout } = await runCli(["search", "--time", "8", "--json"], { cwd: found });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: "refuted" });
  const row: { cell: { n: number } } = JSON.parse(stdout);
  expect(row.cell.n).toBeGreaterThan(4321);
  // Where nothing is found, it says which were not judged, and ends in time.
  const started = performance.now();
  const sound = await project("n % 5 === 0 ? endless() : 0", "1");
  const { stdout: said } = await runCli(["search", "--time", "4"], { cwd: sound });
  expect(said).toMatch(/not refuted: .*; \d+ cells? not judged: each took over 1 s/);
  expect(performance.now() - started).toBeLessThan(30_000);
});
