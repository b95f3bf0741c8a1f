import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";

const CONFIG = path.resolve(import.meta.dirname, "../examples/two-papers/lemmacheck.config.ts");

/** What differs from run to run and machine to machine is left out. */
const steady = (text: string) =>
  text
    .replaceAll(/^Made .*\n/gm, "")
    .replaceAll(/\{\d{4}\}(?=,\n {2}note {3}= \{lemmacheck)/g, "{YEAR}")
    .replaceAll(/\/\S*lemmacheck\.config\.ts/g, "CONFIG");

const hasPdfLatex = spawnSync("pdflatex", ["--version"]).status === 0;

describe("the files of a seeded run", () => {
  let out: string;
  const read = (name: string) => readFile(path.join(out, name), "utf8");

  beforeAll(async () => {
    out = await freshDirectory();
    const { code } = await runHere([
      "audit",
      "--config",
      CONFIG,
      "--paper",
      "coupons",
      "--seed",
      "golden",
      "--draws",
      "512",
      "--out",
      out,
      "--json",
    ]);
    expect(code).toBe(0);
  }, 120_000);

  test.each(["report.md", "tables.tex", "rows.csv", "figures/tail-frontier.svg", "figures/tail-failures.svg"])(
    "%s is as it was",
    async (name) => {
      const text = steady(await read(name));
      const own = name === "rows.csv" ? text.replaceAll(/,[\d.]+(\r\n)/g, ",MS$1") : text;
      await expect(own).toMatchFileSnapshot(`golden/coupons-${path.basename(name)}`);
    },
  );

  test("every figure of the page has its file, and no file of a figure anything but styles of its own", async () => {
    const html = await read("index.html");
    const named = [...new Set([...html.matchAll(/href="(figures\/[^"]+)"/g)].map(([, name]) => name))];
    const files = (await readdir(path.join(out, "figures"))).map((name) => `figures/${name}`);
    expect(files.toSorted()).toEqual(expect.arrayContaining(named.toSorted()));
    for (const name of files) {
      const svg = await read(name);
      expect(svg, name).toMatch(/^<svg xmlns=/);
      expect(svg, name).not.toMatch(/var\(|NaN|Infinity|undefined|<a /);
    }
  });

  test("rows.parquet holds what rows.jsonl does", async () => {
    const rows: Record<string, unknown>[] = (await read("rows.jsonl"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const bytes = await readFile(path.join(out, "rows.parquet"));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const back = await parquetReadObjects({ file });
    expect(back).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      expect(back[i]).toMatchObject({ claim: row.claim, verdict: row.verdict, bound: row.bound, vacuous: row.vacuous });
      expect(back[i]["cell.n"]).toBe(Object(row.cell).n);
    }
  });

  test("run.json says how to make the rows again", async () => {
    const run: Record<string, unknown> = JSON.parse(await read("run.json"));
    expect(run).toMatchObject({ seed: "golden", node: process.version });
    expect(run.command).toMatch(/^lemmacheck audit .*--seed golden/);
  });

  test("report writes the same page from the rows, and compares runs", async () => {
    const again = await freshDirectory();
    const rows = path.join(out, "rows.jsonl");
    const args = ["report", "--config", CONFIG, "--paper", "coupons", "--from", rows, "--out", again, "--workers", "0"];
    expect(await runHere(args)).toMatchObject({ code: 0, stderr: "" });
    expect(await readFile(path.join(again, "index.html"), "utf8")).toBe(await read("index.html"));
    const compared = await runHere([...args, "--against", rows]);
    expect(compared.stdout).toMatch(
      /0 verdicts and 0 slacks differ, \d+ rows are the same; 0 rows only here, 0 only there/,
    );
    expect(await readFile(path.join(again, "index.html"), "utf8")).toContain("What changed");
  });

  test("what is no row is named, and the rest reported", async () => {
    const lines = (await read("rows.jsonl")).trim().split("\n");
    const hostile = lines[1].replace('"cell":{', '"cell":{"__proto__":7,');
    const broken = `\uFEFF${lines[0]}\n${hostile}\n{"schema":1}\n${lines[1].replace('"draws":', '"draws":"x",')}\n[]\n${lines[2].slice(0, 40)}`;
    const folder = await freshDirectory();
    await writeFile(path.join(folder, "rows.jsonl"), broken);
    const { code, stdout, stderr } = await runHere(
      ["report", "--config", CONFIG, "--paper", "coupons", "--from", "rows.jsonl", "--workers", "0"],
      { cwd: folder },
    );
    expect(code).toBe(2);
    expect(stdout).toMatch(/^2 rows: /);
    expect(stderr.trim().split("\n")).toHaveLength(4);
    for (const what of ["at line 3 its schema is 1", "at line 4 ", "at line 5 it is []", "at line 6 it is {"])
      expect(stderr).toContain(what);
    expect(await readFile(path.join(folder, "lemmacheck-report/index.html"), "utf8")).toContain("__proto__=7");
  });

  // Where there is no TeX, `latex.ts` still lets through only formulas that a parser of LaTeX reads.
  test.runIf(hasPdfLatex)("tables.tex compiles", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "tables-"));
    await writeFile(path.join(folder, "tables.tex"), await read("tables.tex"));
    execFileSync("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "tables.tex"], {
      cwd: folder,
      stdio: "ignore",
    });
    expect(await readdir(folder)).toContain("tables.pdf");
  });
});
