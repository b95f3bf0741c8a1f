/**
 * Mutation testing by Stryker, after `npm install --no-save @stryker-mutator/core@9.6.1 @stryker-mutator/vitest-runner@9.6.1`:
 *
 *   node scripts/trust/mutants.mjs deciding [JOURNAL]       every mutant of the files that decide a verdict
 *   node scripts/trust/mutants.mjs sample N SEED [JOURNAL]  N mutants of the other sources, stratified by folder
 *   node scripts/trust/mutants.mjs FILE… [JOURNAL]          every mutant of some files
 *
 * A mutant is tried by the tests that import its file, or what imports it, nearest first, and killed if one fails or it goes on
 * and on. What is found is kept in the journal (*.jsonl) group by group: a second run goes on. Prints the share that was killed with
 * its 95 % limits, by folder, and those that survived.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import seedrandom from "seedrandom";
import { addLine, readJournal } from "../journal.mjs";
import { DECIDING } from "./deciding-files.mjs";
import { limits } from "./limits.mjs";
import { mutantsOf } from "./mutants-of.mjs";
import { nearestTests } from "./nearest-tests.mjs";
import { sourcesIn } from "./sources-in.mjs";

const FOLDERS = ["src/numbers", "src/chance", "src/auditor", "src/networks", "bounds"];
/** Files of one run of Stryker: its tests are run once for all. */
const GROUP = 4;
/** Tables of numbers and bytes, not programs. */
const DATA = /-(data|bytes)\.ts$/;

const given = process.argv.slice(2);
const journal = given.at(-1)?.endsWith(".jsonl") ? given.pop() : "mutants.jsonl";

const sources = FOLDERS.flatMap(sourcesIn).filter((file) => !/\.test\.ts$|\/testing\//.test(file) && !DATA.test(file));
const folderOf = (file) => FOLDERS.find((folder) => file.startsWith(`${folder}/`)) ?? path.dirname(file);

/** What is to be tried: files with the places of their mutants, or null for all of a file. */
async function wanted() {
  if (given[0] === "deciding") return DECIDING.map((file) => ({ file, ranges: null }));
  if (given[0] !== "sample") return given.map((file) => ({ file, ranges: null }));
  const [count, seed] = given.slice(1);
  const random = seedrandom(`mutants ${seed}`);
  const others = sources.filter((file) => !DECIDING.includes(file));
  const all = [];
  for (const file of others) for (const range of await mutantsOf(file)) all.push({ file, range });
  const chosen = FOLDERS.flatMap((folder) => {
    const own = all.filter(({ file }) => folderOf(file) === folder);
    const share = Math.min(own.length, Math.round((Number(count) * own.length) / all.length));
    for (let i = 0; i < share; i++) {
      const j = i + Math.floor(random() * (own.length - i));
      [own[i], own[j]] = [own[j], own[i]];
    }
    return own.slice(0, share);
  });
  const files = [...new Set(chosen.map(({ file }) => file))].toSorted((a, b) => a.localeCompare(b));
  return files.map((file) => ({ file, ranges: chosen.filter((one) => one.file === file).map(({ range }) => range) }));
}

/** Runs Stryker over some files; what came of each mutant. */
function stryker(parts) {
  const folder = mkdtempSync(path.join(tmpdir(), "lemmacheck-mutants-"));
  const tests = [...new Set(parts.flatMap(({ file }) => nearestTests(file)))];
  const [config, report] = ["stryker.json", "report.json"].map((file) => path.join(folder, file));
  // The sandbox is a copy of this folder: the config of its tests is in it.
  const own = "vitest.mutants.config.ts";
  writeFileSync(
    own,
    `import { defineConfig } from "vitest/config";
const source = { conditions: ["lemmacheck:source"] };
export default defineConfig({ resolve: source, ssr: { resolve: source }, test: { include: ${JSON.stringify(tests)},
  env: { LEMMACHECK_DATABASE: "off" }, isolate: false, testTimeout: 300_000 } });
`,
  );
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: "vitest",
      plugins: ["@stryker-mutator/vitest-runner"],
      vitest: { configFile: own, related: false },
      mutate: parts.flatMap(({ file, ranges }) => (ranges ? ranges.map((range) => `${file}:${range}`) : [file])),
      coverageAnalysis: "perTest",
      concurrency: Number(process.env.MUTANTS_WORKERS ?? 2),
      // Other work on the machine must not look like a loop without end.
      timeoutFactor: 2,
      timeoutMS: 8000,
      // TypeScript 7 has no library for others.
      tsconfigFile: "none.json",
      disableTypeChecks: false,
      ignorePatterns: ["dist", "docs", "lemmacheck-*", "playground", "api"],
      tempDirName: path.join(folder, "sandbox"),
      reporters: ["json"],
      jsonReporter: { fileName: report },
    }),
  );
  try {
    const { status, stdout } = spawnSync("npx", ["stryker", "run", config], { encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0) throw new Error(`stryker ended with ${status}: ${stdout.slice(-2000)}`);
    return JSON.parse(readFileSync(report, "utf8")).files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(own, { force: true });
  }
}

const parts = await wanted();
const keyOf = ({ file, ranges }) => `${file} ${ranges === null ? "all" : ranges.join(" ")}`;
const known = new Map(readJournal(journal).map((line) => [line.key, line]));
const open = parts.filter((part) => !known.has(keyOf(part)));
for (let i = 0; i < open.length; i += GROUP) {
  const group = open.slice(i, i + GROUP);
  const found = stryker(group);
  for (const part of group) {
    const mutants = (found[part.file]?.mutants ?? []).filter(
      ({ status }) => !["CompileError", "Ignored"].includes(status),
    );
    const source = readFileSync(part.file, "utf8").split("\n");
    const survived = mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(({ location: { start }, mutatorName, replacement, status }) => ({
        line: start.line,
        was: source[start.line - 1].trim().slice(0, 120),
        mutator: mutatorName,
        replacement: replacement.slice(0, 120),
        ...(status === "NoCoverage" ? { covered: false } : {}),
      }));
    const line = {
      key: keyOf(part),
      file: part.file,
      mutants: mutants.length,
      killed: mutants.length - survived.length,
      survived,
    };
    addLine(journal, line);
    known.set(line.key, line);
  }
  process.stderr.write(`${Math.min(i + GROUP, open.length)} of ${open.length} files\n`);
}

const lines = parts.map((part) => known.get(keyOf(part)));
const report = (name, own) => {
  const [killed, all] = ["killed", "mutants"].map((field) => own.reduce((sum, line) => sum + line[field], 0));
  if (all === 0) return;
  const { lower, upper } = limits(killed, all);
  const percent = (x) => (100 * x).toFixed(1);
  process.stdout.write(
    `${name}: ${killed} of ${all} mutants killed, ${percent(killed / all)} % (${percent(lower)} to ${percent(upper)} %)\n`,
  );
};
for (const { file, survived } of lines)
  for (const { line, was, replacement } of survived)
    process.stdout.write(`  ${file}:${line}  ${was}  ←  ${replacement}\n`);
for (const folder of new Set(lines.map(({ file }) => folderOf(file))))
  report(
    folder,
    lines.filter(({ file }) => folderOf(file) === folder),
  );
report("all", lines);
