import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshDirectory, runCli } from "./run-cli.js";
import { runHere } from "./run-here.js";

/** A paper whose parameters have the names of the command's own options, and whose texts move cursors. */
const CONFIG = String.raw`import { defineClaim, definePaper, integers, nothing, oneOf, openInterval, parameter, text } from "lemmacheck";
  const alpha = parameter({ name: "alpha", domain: openInterval(0, 1) });
  const draws = parameter({ name: "draws", domain: integers(1, 10) });
  const seed = parameter({ name: "seed", domain: text() });
  const form = parameter({ name: "form", domain: oneOf("round", "square") });
  const parameters = [alpha, draws, seed, form];
  const claim = defineClaim({ id: "clash", label: "Lemma \u001b[31m1", kind: "deterministic", quote: "q\u001b]0;mine\u0007", latex: "x",
    nonClaims: ["\u009b2J"], parameters, hypotheses: [], draw: nothing, observed: (_, { alpha, draws }) => alpha * draws,
    relation: "<=", forms: { printed: { bound: () => 1 } }, cells: [{ alpha: [0.5], draws: [1], seed: ["a"], form: ["round"] }],
    witness: { alpha: 0.5, draws: 1, seed: "a", form: "round" }, mutants: {
      negative: { bound: () => -1, at: { alpha: 0.5, draws: 1, seed: "a", form: "round" } } } });
  export default { papers: [definePaper({ id: "clashes", title: "T\u001b[2J", authors: ["\u001b[1m"], year: 2020, source: "s", parameters,
    claims: [claim] })] };`;

async function project(): Promise<string> {
  const directory = await freshDirectory();
  await writeFile(path.join(directory, "lemmacheck.config.ts"), CONFIG);
  return directory;
}

/** What moves a cursor or turns text round, line ends apart. */
const CONTROL = /[^\P{Cc}\n]|[\u2028-\u202e]/u;

describe("a parameter with the name of an option", () => {
  test("is --cell.NAME, and the option keeps its meaning", async () => {
    const cwd = await project();
    const args = "--cell.draws 1,2 --cell.seed b --seed 5 --cell.form square --form printed --alpha 0.25 --json".split(
      " ",
    );
    const { code, stdout, stderr } = await runHere(["audit", "clash", ...args], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows: unknown[] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject(
      [1, 2].map((draws) => ({ cell: { alpha: 0.25, draws, seed: "b", form: "square" }, seed: "5", form: "printed" })),
    );
    await writeFile(path.join(cwd, "rows.jsonl"), stdout);
    expect(await runHere(["replay", "rows.jsonl"], { cwd })).toMatchObject({ code: 0 });
  });

  test("is named so in help and in messages", async () => {
    const cwd = await project();
    expect((await runHere(["audit", "--help"], { cwd })).stdout).toMatch(
      /--cell\.draws <list> +an integer from 1 to 10, or least\n/,
    );
    const { code, stderr } = await runHere(["audit", "clash", "--cell.form", "oval"], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "lemmacheck: --cell.form is oval; it must be one of round, square\n",
    });
  });
});

describe("what somebody wrote reaches a terminal without control characters", () => {
  test.each([
    "--help",
    "claims",
    "claims clash",
    "claims clash --json",
    "audit clash",
    "audit clash --rows",
    "audit clash --json",
  ])("%s", async (line) => {
    const { code, stdout, stderr } = await runHere(line.split(" "), { cwd: await project() });
    expect(code).toBe(0);
    expect(stdout + stderr).not.toMatch(CONTROL);
  });

  test.each([
    ["audit", "clash", "--cell.seed", "\u001b[31mred\nlemmacheck: done\u202e"],
    ["audit", "clash", "--cell.seed", "\u009b31m", "--json"],
    ["audit", "\u001b[2J"],
    ["\u001b[2J"],
    ["audit", "--\u001b[2J"],
    ["audit", "--seed", "\u001b[2J", "--seed", "2"],
    ["audit", "--config", "\u001b[2J"],
    ["audit", "--paper", "\u001b[2J"],
    ["audit", "--out", "/dev/null/\u001b[2J"],
    ["report", "--from", "\u001b[2J"],
    ["activation", "\u001b[2J"],
  ])("%j", async (...args) => {
    const { stdout, stderr } = await runHere(args, { cwd: await project() });
    expect(stdout + stderr).not.toMatch(CONTROL);
    expect(stderr.split("\n").length).toBeLessThanOrEqual(2);
  });

  test("rows of others", async () => {
    const cwd = await project();
    const { stdout } = await runHere(["audit", "clash", "--json"], { cwd });
    const row: Record<string, unknown> = JSON.parse(stdout);
    const planted = {
      ...row,
      reason: "\u001b[2J\nall rows came out the same",
      cell: { ...Object(row.cell), seed: "\u009b2J" },
    };
    await writeFile(path.join(cwd, "rows.jsonl"), JSON.stringify(planted));
    const replayed = await runHere(["replay", "rows.jsonl"], { cwd });
    expect(replayed.code).toBe(1);
    expect(replayed.stdout + replayed.stderr).not.toMatch(CONTROL);
    expect(replayed.stdout.trim().split("\n")).toHaveLength(2);
  });
});

test("names in rows that lead out of a folder write nothing outside of --out", async () => {
  const cwd = await freshDirectory();
  const inner = path.join(cwd, "a", "b");
  await mkdir(inner, { recursive: true });
  const { stdout } = await runHere(["audit", "chi-square", "--k", "1,100", "--gamma", "0.1", "--json"]);
  const rows: Record<string, unknown>[] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const names = ["../../x", "/tmp/x", "..", "a/../../../x", "..\\..\\x", "figures/../../../x"];
  const planted = rows.flatMap((row) =>
    names.flatMap((name) => [
      { ...row, claim: name, paper: null },
      { ...row, claim: name, paper: name },
      { ...row, paper: name, sampler: name, mutant: name, seed: name },
    ]),
  );
  await writeFile(path.join(inner, "rows.jsonl"), planted.map((row) => JSON.stringify(row)).join("\n"));
  const reported = await runHere(["report", "--from", "rows.jsonl", "--out", "out", "--workers", "0"], { cwd: inner });
  expect(reported).toMatchObject({ code: 0, stderr: "" });
  await runHere(["replay", "rows.jsonl"], { cwd: inner });
  expect(await readdir(cwd)).toEqual(["a"]);
  expect(await readdir(path.join(cwd, "a"))).toEqual(["b"]);
  expect((await readdir(inner)).toSorted()).toEqual(["out", "rows.jsonl"]);
  const figures = await readdir(path.join(inner, "out", "figures"), { withFileTypes: true });
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.every((entry) => entry.isFile())).toBe(true);
});

describe("a config that goes wrong when nobody looks ends the program in one line", () => {
  test.each([
    [
      "a promise",
      'Promise.reject(new Error("later\\n\\u001b[2J"))',
      /^lemmacheck: later [^\n]*\(thrown by what nobody waits for;/,
    ],
    ["a timer", "setTimeout(() => { throw null })", /^lemmacheck: null \(thrown by what nobody waits for;/],
    ["an end", "process.exit(0)", /^lemmacheck: the run was ended from inside;/],
  ])("%s", async (_, statement, rule) => {
    const cwd = await freshDirectory();
    await writeFile(
      path.join(cwd, "lemmacheck.config.mjs"),
      `${statement};\nawait new Promise((on) => setTimeout(on, 200));\nexport default {};\n`,
    );
    const { code, stdout, stderr } = await runCli(["claims"], { cwd });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toMatch(rule);
    expect(stderr).not.toMatch(CONTROL);
    expect([code, stdout]).toEqual([2, ""]);
  });
});
