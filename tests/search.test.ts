import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Row } from "lemmacheck";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freshDirectory, runCli } from "./run-cli.js";
import { runHere } from "./run-here.js";

const rowsOf = (text: string): Row[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Row => JSON.parse(line));

const kept = async (cwd: string) => readdir(path.join(cwd, ".lemmacheck", "failures")).catch(() => []);

/** A statement that fails below the diagonal, which nobody has listed. */
const CONFIG = `import { defineClaim, definePaper, integers, nothing, parameter } from "lemmacheck";
  const n = parameter({ name: "n", domain: integers(1, 1e6), size: true });
  const claim = defineClaim({ id: "own", label: "Own", quote: "q", latex: "x", kind: "deterministic", parameters: [n], hypotheses: [],
    nonClaims: [], draw: nothing, observed: (_, { n }) => (n > LEAST ? 2 : 0), relation: "<=", forms: { printed: { bound: () => 1 } },
    cells: [{ n: [1] }], mutants: { none: { bound: () => -1, at: { n: 1 } } } });
  export default { papers: [definePaper({ id: "own-paper", title: "T", authors: [], year: 2020, source: "s", parameters: [n], claims: [claim] })] };`;

const configured = async (config: string) => {
  const cwd = await freshDirectory();
  await writeFile(path.join(cwd, "lemmacheck.config.ts"), config);
  return cwd;
};

const own = (least: number) => configured(CONFIG.replace("LEAST", String(least)));

beforeEach(() => {
  vi.stubEnv("LEMMACHECK_DATABASE", "");
  vi.stubEnv("CI", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("search", () => {
  test("finds (11) at k = 1 with five seeds, and replay confirms the rows", async () => {
    const cwd = await freshDirectory();
    const rows: Row[] = [];
    for (const seed of ["1", "2", "3", "4", "5"]) {
      const args = ["search", "chi-square", "--form", "printed", "--candidates", "300", "--seed", seed, "--json"];
      const { code, stdout } = await runHere(args, { cwd });
      expect(code).toBe(0);
      rows.push(...rowsOf(stdout));
    }
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row).toMatchObject({ verdict: "refuted", stream: "cell", cell: { k: 1 } });
    await writeFile(path.join(cwd, "rows.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    expect(await runHere(["replay", "rows.jsonl"], { cwd })).toMatchObject({
      code: 0,
      stdout: "5 of 5 rows came out the same\n",
    });
  });

  test("of a form that should hold: exit code 1, the cell is kept, and audits try it as a test of its own", async () => {
    const cwd = await own(4321);
    const found = await runHere(["search", "--candidates", "2000"], { cwd });
    expect(found).toMatchObject({ code: 1, stdout: expect.stringContaining("own printed          n=4322") });
    expect(await kept(cwd)).toHaveLength(1);
    const audited = await runHere(["audit", "own", "--json"], { cwd });
    expect(audited.code).toBe(1);
    expect(rowsOf(audited.stdout)).toMatchObject([{ verdict: "supported", cell: { n: 1 } }]);
    const said = await runHere(["audit", "own"], { cwd });
    expect(said.stderr).toContain("kept failure: own printed n=4322: refuted again");
    // Mended, it passes again, and says so.
    const mended = await own(2e6);
    await cp(path.join(cwd, ".lemmacheck"), path.join(mended, ".lemmacheck"), { recursive: true });
    const passes = expect.stringContaining("kept failure: own printed n=4322: passes again");
    expect(await runHere(["audit", "own"], { cwd: mended })).toMatchObject({ code: 0, stderr: passes });
    // Beside the rows, whatever these are for.
    for (const args of [
      ["--candidates", "50"],
      ["--candidates", "50", "--json"],
    ]) {
      const searched = await runHere(["search", ...args], { cwd: mended });
      expect(searched).toMatchObject({ code: 0, stdout: expect.not.stringContaining("kept failure"), stderr: passes });
    }
  });

  test("keeps nothing with LEMMACHECK_DATABASE=off, and leaves out a file that is damaged with a line", async () => {
    const cwd = await own(4321);
    vi.stubEnv("LEMMACHECK_DATABASE", "off");
    await runHere(["search", "--candidates", "2000"], { cwd });
    expect(await kept(cwd)).toEqual([]);
    vi.stubEnv("LEMMACHECK_DATABASE", "");
    await runHere(["search", "--candidates", "2000"], { cwd });
    const [file] = await kept(cwd);
    await writeFile(path.join(cwd, ".lemmacheck", "failures", file), "{");
    const { code, stderr } = await runHere(["audit", "own"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain(`${path.join(".lemmacheck", "failures", file)} is left out: it is not JSON\n`);
    expect(await readFile(path.join(cwd, ".lemmacheck", ".gitignore"), "utf8")).toBe("*\n");
  });

  test("ends with its time, and keeps to values that are asked for", async () => {
    const cwd = await freshDirectory();
    const { code, stdout } = await runHere(
      ["search", "chi-square", "--form", "printed", "--k", "10000", "--time", "0.3"],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^chi-square printed {3}not refuted: .* of them judged; nearest k=10000 γ=/);
  });

  test("what is kept in --out is not searched again, parts together are the whole, and another search is refused", async () => {
    const cwd = await freshDirectory();
    const asked = ["search", "chi-square", "bernstein", "--candidates", "60"];
    const whole = await runHere([...asked, "--json", "--out", "whole", "--resume"], { cwd });
    expect((await readdir(path.join(cwd, "whole"))).toSorted()).toEqual([
      "journal.jsonl",
      "rows.jsonl",
      "search.md",
      "searches.jsonl",
    ]);
    expect(await readFile(path.join(cwd, "whole", "rows.jsonl"), "utf8")).toBe(whole.stdout);
    expect(rowsOf(whole.stdout)).toMatchObject([{ claim: "chi-square", cell: { k: 1 } }]);
    expect(await readFile(path.join(cwd, "whole", "search.md"), "utf8")).toMatch(
      /\n\| chi-square \| printed \| refuted, as known \| \d+\.\d \| \d+\.\d \| \d+ \(\d+\) \| .*"k":1.*\n/,
    );
    expect(await readFile(path.join(cwd, "whole", "searches.jsonl"), "utf8")).toMatch(/"coreSeconds":\d/);
    // Cut off after its first line, as by a kill in the middle of the second: that one alone is done again.
    const journal = path.join(cwd, "whole", "journal.jsonl");
    const [head, first, second] = (await readFile(journal, "utf8")).split("\n");
    await writeFile(journal, `${head}\n${first}\n${second.slice(0, 40)}`);
    const again = await runHere([...asked, "--json", "--out", "whole", "--resume"], { cwd });
    expect(again).toEqual({ ...whole, stderr: expect.stringContaining("line 3 cannot be read") });

    vi.stubEnv("LEMMACHECK_DATABASE", "off");
    const parts = [];
    for (const part of ["1/2", "2/2"]) parts.push(await runHere([...asked, "--json", "--shard", part], { cwd }));
    const timeless = (text: string) => text.replaceAll(/"milliseconds":[\d.]+/g, "");
    expect(timeless(parts.map(({ stdout }) => stdout).join(""))).toBe(timeless(whole.stdout));

    const other = await runHere([...asked, "--seed", "2", "--out", "whole", "--resume"], { cwd });
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^lemmacheck: --out is whole, whose journal/),
    });
  });

  test("ends when its threads have had so many seconds, and says what they had", async () => {
    const cwd = await freshDirectory();
    const asked = ["search", "chi-square", "--form", "repaired", "--core-seconds", "2"];
    await runCli([...asked, "--workers", "1", "--out", "out"], { cwd });
    const [line] = (await readFile(path.join(cwd, "out", "searches.jsonl"), "utf8")).split("\n");
    const { coreSeconds }: { coreSeconds: number } = JSON.parse(line);
    expect(coreSeconds).toBeGreaterThanOrEqual(2);
    expect(coreSeconds).toBeLessThan(4);
    const { stdout } = await runHere([...asked, "--plan", "--workers", "2"], { cwd });
    expect(stdout).toBe("1 job, about 1 s, up to 20 kB in --out; nothing was done\n");
  });

  test("--plan says how long it will take, and searches nothing", async () => {
    const cwd = await freshDirectory();
    const { code, stdout } = await runHere(["search", "chi-square", "--time", "30", "--plan"], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "2 jobs, about 30 s, up to 40 kB in --out; nothing was done\n",
    });
    expect(await readdir(cwd)).toEqual([]);
  });

  test("--plan counts repairs, which take as long again for each form that is refuted", async () => {
    const asked = ["search", "chi-square", "--form", "printed", "--time", "30", "--plan"];
    const { stdout } = await runHere([...asked, "--repair"]);
    expect(stdout).toBe("1 job, about 30 s, at most 60 s, up to 20 kB in --out; nothing was done\n");
    expect(JSON.parse((await runHere([...asked, "--json"])).stdout)).toMatchObject({
      seconds: 30,
      secondsAtMost: null,
    });
  });

  test.each(["search", "audit"])(
    "a part of %s that keeps nothing and prints for nobody is refused",
    async (command) => {
      const asked = [command, "chi-square", "--k", "1", "--gamma", "0.5", "--shard", "1/2"];
      const { code, stdout, stderr } = await runHere(asked);
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: "",
        stderr:
          "lemmacheck: --shard is 1/2; --out must be given with it, or --json, since parts are put together from what they keep\n",
      });
      expect((await runHere([...asked, "--plan"])).code).toBe(0);
    },
  );

  test.each([
    [["--time", "0"], "--time is 0; it must be a number of seconds above 0, at most 1000000"],
    [["--time", "soon"], "--time is soon; it must be a number of seconds above 0, at most 1000000"],
    [["--core-seconds", "0"], "--core-seconds is 0; it must be a number of seconds above 0, at most 1000000"],
    [["--candidates", "1.5"], "--candidates is 1.5; it must be an integer from 1 to 1099511627776"],
    [["--psi", "tanh"], "--psi is tanh; it must be left out, since chi-square has no such parameter"],
    [["--k", "least"], "--k is least; it must be an integer from 1 to 2^53"],
    [
      ["--shard", "3/2"],
      "--shard is 3/2; it must be I/N, integers with 1 ≤ I ≤ N ≤ 1000000: 1/4, 2/4, 3/4 and 4/4 are a whole",
    ],
    [["--method", "guess"], "--method is guess; it must be exact or sampled or certified"],
    [["--repair", "--json"], "--repair is given; it must be left out with --json, which prints rows alone"],
  ])("%j is refused in one line", async (flags, line) => {
    const { code, stdout, stderr } = await runHere(["search", "chi-square", ...flags]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `lemmacheck: ${line}\n` });
  });
});

describe("claims --errata", () => {
  test("has every printed form that the ledger knows to be false, with a command that refutes it", async () => {
    const { stdout } = await runHere(["claims", "--errata", "--json"]);
    const {
      text,
      entries,
    }: { text: string; entries: { id: string; severity: string; command: string; decided: string }[] } =
      JSON.parse(stdout);
    expect(text).toContain("short version");
    const readme = await readFile(path.resolve(import.meta.dirname, "../README.md"), "utf8");
    const [, ...counts] = /Found so far: (\d+) .*?, (\d+) .*?, (\d+) /.exec(readme) ?? [];
    expect(entries).toHaveLength(counts.reduce((sum, n) => sum + Number(n), 0));
    expect(entries.filter(({ severity }) => severity === "step").length).toBeGreaterThan(10);
    const chi = entries.find(({ id }) => id === "chi-square");
    expect(chi).toMatchObject({ command: "lemmacheck audit chi-square --form printed --k 1 --gamma 0.0001" });
    const words = chi?.command.split(" ").slice(1) ?? [];
    expect((await runHere([...words, "--json"])).stdout).toContain('"verdict":"refuted"');
  });

  test("says for which constants", async () => {
    const { stdout } = await runHere(["claims", "theorem-2", "--errata"]);
    expect(stdout).toContain("false for every choice of the constants: log d = 0");
  });
});
