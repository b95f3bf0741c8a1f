import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { freshDirectory } from "./run-cli.js";
import { runHere } from "./run-here.js";

/** Command lines that are wrong, the argument that the message must name with its value, and what it must say. */
const WRONG: readonly (readonly [string, string, RegExp])[] = [
  ["audit lemma-1 --gamma 0", "--gamma is 0", /must be a number in \(0, 1\)/],
  ["audit lemma-1 --gamma 1", "--gamma is 1", /must be a number in \(0, 1\)/],
  ["audit lemma-1 --gamma 0.1,1.5", "--gamma is 1.5", /must be a number in \(0, 1\)/],
  ["audit lemma-1 --gamma=-0.1", "--gamma is -0.1", /must be a number in \(0, 1\)/],
  ["audit lemma-1 --gamma 1e-400", "--gamma is 1e-400", /must be a number in \(0, 1\)/],
  ["audit lemma-1 --gamma x", "--gamma is x", /must be a number in \(0, 1\)/],
  ["audit lemma-1 --d 0", "--d is 0", /must be an integer from 1 to 2\^53/],
  ["audit lemma-1 --d 1.5", "--d is 1.5", /must be an integer from 1 to 2\^53/],
  ["audit lemma-1 --d 1e2,,3", '--d is ""', /must be an integer from 1 to 2\^53/],
  ["audit lemma-1 --k 0x10", "--k is 0x10", /must be an integer from 1 to 2\^53/],
  ["audit lemma-1 --k 9007199254740993", "--k is 9007199254740993", /must be an integer from 1 to 2\^53/],
  ["audit lemma-1 --k Infinity", "--k is Infinity", /must be an integer from 1 to 2\^53/],
  ["audit lemma-9", "CLAIM is lemma-9", /must be the id or the label of a claim, such as .*lemma-1/],
  ["claims lemma-9", "CLAIM is lemma-9", /must be the id or the label of a claim, such as .*lemma-1/],
  ["claims --gamma 0.1", "--gamma is 0.1", /must be left out without CLAIM or --frontier/],
  ["claims sign-change --gamma 0.1", "--gamma is 0.1", /must be left out, since sign-change/],
  ["claims lemma-1 --gamma 2", "--gamma is 2", /must be a number in \(0, 1\)/],
  ["audit lemma-1 --psi tangent", "--psi is tangent", /must be one of .*tanh/],
  ["audit lemma-1 --psi=", '--psi is ""', /must be the id of an activation, or an expression/],
  ["audit lemma-1 --psi 1/t", "--psi is 1/t", /must be an expression .*undefined at 0/],
  ["activation 1/t", "PSI is 1/t", /must be an expression .*undefined at 0/],
  ["activation tangent", "PSI is tangent", /must be one of .*tanh/],
  ["audit lemma-1 --psi cot.constructor", "--psi is cot.constructor", /must be an expression in one variable/],
  ["audit lemma-1 --psi a*b", "--psi is a*b", /must be an expression in one variable/],
  ["audit lemma-1 --form proven", "--form is proven", /must be printed or repaired/],
  ["audit lemma-2 --form repaired", "--form is repaired", /must be printed/],
  ["audit lemma-1 --method magic", "--method is magic", /must be exact or sampled or certified/],
  ["audit lemma-1 --draws 0", "--draws is 0", /must be an integer from 1/],
  ["audit lemma-1 --workers -1", "--workers is -1", /must be an integer from 0/],
  ["audit lemma-1 --workers 257", "--workers is 257", /must be an integer from 0 to 256/],
  ["search lemma-1 --workers 1000", "--workers is 1000", /must be an integer from 0 to 256/],
  ["report --from x --workers 1000", "--workers is 1000", /must be an integer from 0 to 256/],
  ["worker --redis redis://localhost --workers 1000", "--workers is 1000", /must be an integer from 0 to 256/],
  ["audit ../../x", "CLAIM is ../../x", /must be the id or the label of a claim/],
  ["audit --paper ../../x", "--paper is ../../x", /must be one of single-gradient-step/],
  ["figure ../../x", "is ../../x", /must be/],
  ["audit chi-square --method exact --draws 100", "--draws is 100", /must be left out with --method exact/],
  ["audit chi-square --d 100", "--d is 100", /must be left out/],
  ["audit --seed 1 --seed 2", "--seed is both 1 and 2", /must be given once/],
  ["audit lemma-1 --out package.json/x", "--out is package.json/x", /must be a directory that can be written to/],
  ["audit lemma-1 --out=", '--out is ""', /must be a directory that can be written to/],
  ["audit lemma-1 --config=", '--config is ""', /must be a readable file/],
  ["replay a.jsonl b.jsonl", "an argument is b.jsonl", /must be left out, since replay/],
  ["audit --frobnicate", "--frobnicate", /must be one that --help lists/],
  ["adit", "COMMAND is adit", /must be one of claims, audit, .*report/],
  ["audit --gamma", "--gamma", /must have one/],
  ["constants", "THEOREM is missing", /must be given/],
  ["constants theorem-3 --psi tanh --gamma 0.1", "THEOREM is theorem-3", /must be theorem-1 or theorem-2/],
  ["constants theorem-1 --gamma 0.1", "--psi is missing", /must be given/],
  ["constants theorem-1 --psi tanh", "--gamma is missing", /must be given/],
  ["constants theorem-1 --psi tangent --gamma 0.1", "--psi is tangent", /must be one of .*tanh/],
  ["constants theorem-1 --psi relu --gamma 0.1", "--psi is relu", /must be an activation that .*kink at 0/],
  ["constants theorem-1 --psi tanh --gamma 0", "--gamma is 0", /must be a number in \(0, 1\)/],
  ["constants theorem-1 --psi tanh --gamma 0.1,0.2", "--gamma is 0.1,0.2", /must be a number in \(0, 1\)/],
  ["constants theorem-2 --psi tanh --gamma 0.1", "--psi is tanh", /must be relu/],
  ["constants theorem-2 --psi relu --gamma 0.9", "--gamma is 0.9", /must be at most 0\.5/],
  ["constants theorem-2 --psi relu --psi tanh --gamma 0.1", "--psi is both relu and tanh", /must be given once/],
  ["replay", "rows.jsonl is missing", /must be given/],
  ["replay nowhere.jsonl", "rows.jsonl is nowhere.jsonl", /must be a readable file of rows/],
  ["report --from nowhere.jsonl", "--from is nowhere.jsonl", /must be a readable file of rows/],
];

describe("bad input is one line on stderr that names the argument, its value and what it must be; exit 2", () => {
  test.each(WRONG)("%s", async (line, names, rule) => {
    const { code, stdout, stderr } = await runHere(line.split(" "));
    expect(stderr).toMatch(/^lemmacheck: [^\n]*\n$/);
    expect(stderr).toContain(names);
    expect(stderr).toMatch(rule);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

test("an audit of millions of rows is refused before any cell is made", async () => {
  const sizes = Array.from({ length: 1000 }, (_, i) => i + 1).join(",");
  const { code, stdout, stderr } = await runHere(["audit", "lemma-1", "--d", sizes, "--k", sizes, "--gamma", "0.1"]);
  expect(stderr).toMatch(/^lemmacheck: --d, --k, --gamma would make \d+ rows; they must make at most 200000\n$/);
  expect([code, stdout]).toEqual([2, ""]);
});

const LONG = "t+".repeat(60_000);
test.each([
  ["activation", LONG],
  ["audit", "lemma-1", "--psi", LONG],
  ["audit", LONG],
  ["audit", "lemma-1", `--gamma=${LONG}`],
  ["audit", `--${LONG}`],
  ["figure", LONG],
  ["constants", LONG, "--psi", "tanh", "--gamma", "0.1"],
  ["report", "--from", LONG],
  ["replay", LONG],
  [LONG],
])("a word of 120,000 characters is cut in the message: %.20s %.20s", async (...words) => {
  const { code, stdout, stderr } = await runHere(words);
  expect(stderr).toMatch(/^lemmacheck: [^\n]{1,600}\n$/);
  expect([code, stdout]).toEqual([2, ""]);
});

test.each([["report", "--from"], ["replay"]])(
  "a row with a text of 10 MB is refused by its line and field: %s",
  async (...command) => {
    const cwd = await freshDirectory();
    const { stdout } = await runHere(["audit", "chi-square", "--k", "1", "--gamma", "1e-4", "--json"]);
    const row: Record<string, unknown> = JSON.parse(stdout.split("\n")[0]);
    const mine = { ...row, reason: "x".repeat(7e6) };
    for (const [text, what] of [
      [JSON.stringify(mine), "its reason is"],
      [JSON.stringify({ ...row, reason: "x".repeat(1e7) }), "it has over 8000000 bytes"],
    ]) {
      await writeFile(path.join(cwd, "rows.jsonl"), text);
      const found = await runHere([...command, "rows.jsonl", "--workers", "0"], { cwd });
      expect(found.stderr).toMatch(
        /^lemmacheck: [^\n]* is rows\.jsonl; at line 1 [^\n]{1,300}; it must be a [^\n]{1,200}\n$/,
      );
      expect(found.stderr).toContain(what);
      expect([found.code, found.stdout]).toEqual([2, ""]);
    }
    expect(await readdir(cwd)).toEqual(["rows.jsonl"]);
  },
);

describe("a rows file that was cut off", () => {
  test.each(["report --from", "replay"])("%s names the line, and replay does nothing", async (command) => {
    const directory = await freshDirectory();
    const rows = await runHere(["audit", "chi-square", "--k", "1,100", "--gamma", "1e-4", "--json"]);
    expect(rows.code).toBe(0);
    await writeFile(path.join(directory, "rows.jsonl"), rows.stdout.slice(0, -40));
    const { code, stdout, stderr } = await runHere([...command.split(" "), "rows.jsonl", "--workers", "0"], {
      cwd: directory,
    });
    expect(stderr).toMatch(/^lemmacheck: [^\n]*rows\.jsonl; at line 4 it is [^\n]*must be a row[^\n]*\n$/);
    expect(code).toBe(2);
    // A report says what there is.
    const reports = command !== "replay";
    expect(stdout).toBe(
      reports
        ? `3 rows: 1 supported, 1 refuted, 1 not applicable\nReport: ${path.join("lemmacheck-report", "index.html")}\n`
        : "",
    );
    expect(await readdir(directory)).toEqual(reports ? ["lemmacheck-report", "rows.jsonl"] : ["rows.jsonl"]);
  });
});
