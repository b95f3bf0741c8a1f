/**
 * Mutation testing by Stryker, after `npm install --no-save @stryker-mutator/core@9.6.1 @stryker-mutator/vitest-runner@9.6.1`:
 *
 *   node scripts/trust/mutants.mjs deciding [JOURNAL]       every mutant of the files that decide a verdict
 *   node scripts/trust/mutants.mjs sample N SEED [JOURNAL]  N mutants of the other sources, stratified by folder: some of each
 *                                                           of some files, which are drawn by how many mutants they have
 *   node scripts/trust/mutants.mjs FILE… [JOURNAL]          every mutant of some files
 *
 * A mutant is tried by the tests that import its file, or what imports it, nearest first, and killed if one fails or it goes on
 * and on. Those that survive are tried again by more tests, which load every module anew, as what is computed when a module is loaded
 * asks for. What is found is kept in the journal (*.jsonl) group by group: a second run goes on. Prints the share that was killed, by
 * folder, of a sample with its 95 % limits, and those that survived.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import seedrandom from "seedrandom";
import { addLine, readJournal } from "../journal.mjs";
import { DECIDING } from "./deciding-files.mjs";
import { mutantKey } from "./mutant-key.mjs";
import { mutantsOf } from "./mutants-of.mjs";
import { nearestTests } from "./nearest-tests.mjs";
import { shareOfDrawn } from "./share-of-drawn.mjs";
import { sourcesIn } from "./sources-in.mjs";

const FOLDERS = ["src/numbers", "src/chance", "src/auditor", "src/networks", "bounds"];
/** Files of one run of Stryker: its tests are run once for all. */
const GROUP = 4;
/** Mutants of one draw of a file: starting its tests takes longer than a mutant does. */
const A_FILE = 10;
/** Tables of numbers and bytes, not programs. */
const DATA = /-(data|bytes)\.ts$/;

const given = process.argv.slice(2);
const isSample = given[0] === "sample";
const journal = given.at(-1)?.endsWith(".jsonl") ? given.pop() : "mutants.jsonl";

const sources = FOLDERS.flatMap(sourcesIn).filter((file) => !/\.test\.ts$|\/testing\//.test(file) && !DATA.test(file));
const folderOf = (file) => FOLDERS.find((folder) => file.startsWith(`${folder}/`)) ?? path.dirname(file);

/** What is to be tried: files with those of their mutants that were drawn, or null for all of a file. */
async function wanted() {
  if (given[0] === "deciding") return DECIDING.map((file) => ({ file, chosen: null }));
  if (!isSample) return given.map((file) => ({ file, chosen: null }));
  const [count, seed] = given.slice(1);
  const random = seedrandom(`mutants ${seed}`);
  const others = sources.filter((file) => !DECIDING.includes(file));
  const all = await Promise.all(others.map(async (file) => ({ file, mutants: await mutantsOf(file) })));
  return FOLDERS.flatMap((folder) => {
    const own = all.filter(({ file, mutants }) => folderOf(file) === folder && mutants.length > 0);
    const share = (Number(count) * sizeOf(own)) / sizeOf(all);
    return sampleOf(own, share, random).map((part) => ({ ...part, weight: sizeOf(own) / sizeOf(all) }));
  });
}

const sizeOf = (files) => files.reduce((sum, { mutants }) => sum + mutants.length, 0);

/** As if drawn one by one: files by how many mutants they have, again and again, and some of the mutants of each. */
function sampleOf(files, count, random) {
  const drawn = new Map();
  const bySize = files.flatMap((one) => one.mutants.map(() => one));
  for (let left = Math.min(count, bySize.length); left > 0; ) {
    const { file, mutants } = bySize[Math.floor(random() * bySize.length)];
    const part = drawn.get(file) ?? { file, chosen: [], draws: 0 };
    part.draws++;
    const others = mutants.filter((one) => !part.chosen.includes(one));
    for (let i = 0; i < A_FILE && others.length > 0; i++, left--)
      part.chosen.push(...others.splice(Math.floor(random() * others.length), 1));
    drawn.set(file, part);
  }
  return [...drawn.values()];
}

const keysOf = ({ file, chosen }) => [file, chosen.map(([key]) => key)];

/** Runs Stryker over some files, by a few tests whose modules are loaded once for all, or by more and anew; what came of each mutant. */
function stryker(parts, { quick, isolate }) {
  const folder = mkdtempSync(path.join(tmpdir(), "lemmacheck-mutants-"));
  const nearest = parts.map(({ file }) => nearestTests(file, { quick }));
  const most = Math.max(...nearest.map(({ length }) => length));
  // The nearest of each first: a mutant is done with at the first test that fails.
  const tests = [...new Set(Array.from({ length: most }, (_, i) => nearest.flatMap((own) => own[i] ?? [])).flat())];
  const [config, report] = ["stryker.json", "report.json"].map((file) => path.join(folder, file));
  // The sandbox is a copy of this folder: the config of its tests is in it.
  const own = `vitest.mutants-${process.pid}.config.ts`;
  writeFileSync(
    own,
    `import { defineConfig } from "vitest/config";
const tests = ${JSON.stringify(tests)};
class InThisOrder {
  async shard(files) { return files; }
  async sort(files) { return files.toSorted((a, b) => place(a) - place(b)); }
}
const place = ({ moduleId }) => tests.findIndex((test) => moduleId.endsWith(test));
const source = { conditions: ["lemmacheck:source"] };
export default defineConfig({ resolve: source, ssr: { resolve: source }, test: { include: tests, sequence: { sequencer: InThisOrder },
  env: { LEMMACHECK_DATABASE: "off" }, isolate: ${isolate}, testTimeout: 300_000 } });
`,
  );
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: "vitest",
      plugins: ["@stryker-mutator/vitest-runner", path.join(import.meta.dirname, "chosen-mutants.mjs")],
      vitest: { configFile: own, related: false },
      mutate: parts.flatMap(({ file, chosen }) => chosen?.map(([, range]) => `${file}:${range}`) ?? [file]),
      ...(parts[0].chosen ? { checkers: ["chosen"], chosen: Object.fromEntries(parts.map(keysOf)) } : {}),
      coverageAnalysis: "perTest",
      concurrency: Number(process.env.MUTANTS_WORKERS ?? 2),
      // Other work on the machine must not look like a loop without end.
      timeoutFactor: 2,
      timeoutMS: 8000,
      // TypeScript 7 has no library for others.
      tsconfigFile: "none.json",
      disableTypeChecks: false,
      ignorePatterns: ["lemmacheck-*", "api"],
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
const digest = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);
const keyOf = (part) =>
  part.chosen
    ? `${part.file} ${digest(keysOf(part)[1].join("\n"))}`
    : `${part.file} all ${digest(readFileSync(part.file, "utf8"))}`;
/** A mutant of a report, which counts lines and columns from 1. */
const keyIn = ({ location, ...mutant }) => {
  const from0 = ({ line, column }) => ({ line: line - 1, column: column - 1 });
  return mutantKey({ ...mutant, location: { start: from0(location.start), end: from0(location.end) } });
};
const known = new Map(readJournal(journal).map((line) => [line.key, line]));
function keep(line) {
  addLine(journal, line);
  known.set(line.key, line);
}

/** Those of a part that a report has, and of them those that no test noticed. */
function outcome({ file, chosen }, report) {
  const mutants = (report[file]?.mutants ?? []).filter(
    (mutant) =>
      !["CompileError", "Ignored"].includes(mutant.status) && (chosen?.some(([key]) => key === keyIn(mutant)) ?? true),
  );
  const source = readFileSync(file, "utf8").split("\n");
  const survived = mutants
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map((mutant) => ({
      line: mutant.location.start.line,
      was: source[mutant.location.start.line - 1].trim().slice(0, 120),
      mutator: mutant.mutatorName,
      replacement: mutant.replacement.slice(0, 120),
      ...(mutant.status === "NoCoverage" ? { covered: false } : {}),
    }));
  return { mutants, survived };
}

const count = (mutants, name) => mutants.filter(({ status }) => status === name).length;
const open = parts.filter((part) => !known.has(keyOf(part)));
for (let i = 0; i < open.length; i += GROUP) {
  const group = open.slice(i, i + GROUP);
  const report = stryker(group, { quick: isSample, isolate: false });
  for (const part of group) {
    const { mutants, survived } = outcome(part, report);
    const [timeouts, killed] = [count(mutants, "Timeout"), mutants.length - survived.length];
    keep({ key: keyOf(part), file: part.file, mutants: mutants.length, killed, timeouts, survived });
  }
  process.stderr.write(`${Math.min(i + GROUP, open.length)} of ${open.length} files\n`);
}

/** The mutants of a part that a line says have survived, as they are drawn. */
async function survivorsOf({ file, chosen }, { survived }) {
  const isOne = ([key]) => {
    const [line, , , , mutator, ...replacement] = key.split(" ");
    const text = replacement.join(" ").slice(0, 120);
    return survived.some((one) => one.line === Number(line) + 1 && one.mutator === mutator && one.replacement === text);
  };
  return { file, chosen: (chosen ?? (await mutantsOf(file))).filter(isOne) };
}
const doubtful = parts.filter((part) => {
  const { survived, again } = known.get(keyOf(part));
  return survived.length > 0 && !again;
});
for (let i = 0; i < doubtful.length; i += GROUP) {
  const group = doubtful.slice(i, i + GROUP);
  const tried = await Promise.all(group.map((part) => survivorsOf(part, known.get(keyOf(part)))));
  const report = stryker(tried, { quick: false, isolate: true });
  for (const [at, part] of group.entries()) {
    const line = known.get(keyOf(part));
    const { mutants, survived } = outcome(tried[at], report);
    if (mutants.length !== tried[at].chosen.length)
      throw new Error(`${part.file}: ${mutants.length} of ${tried[at].chosen.length} survivors were tried again`);
    const timeouts = (line.timeouts ?? 0) + count(mutants, "Timeout");
    keep({ ...line, killed: line.mutants - survived.length, timeouts, survived, again: true });
  }
  process.stderr.write(`survivors of ${Math.min(i + GROUP, doubtful.length)} of ${doubtful.length} files\n`);
}

const lines = parts.map((part) => ({ ...part, ...known.get(keyOf(part)) })).filter(({ mutants }) => mutants > 0);
const percent = (x) => (100 * x).toFixed(1);
function printShare(name, own) {
  const [killed, all] = ["killed", "mutants"].map((field) => own.reduce((total, line) => total + line[field], 0));
  const share = `${name}: ${killed} of ${all} mutants killed`;
  if (!isSample) process.stdout.write(`${share}, ${percent(killed / all)} %\n`);
  else {
    const drawn = shareOfDrawn(own, ({ file }) => folderOf(file));
    const limits = `${percent(drawn.lower)} to ${percent(drawn.upper)} %`;
    process.stdout.write(`${share}; of all, ${percent(drawn.share)} % (${limits})\n`);
  }
}

for (const { file, survived } of lines)
  for (const { line, was, replacement } of survived)
    process.stdout.write(`  ${file}:${line}  ${was}  ←  ${replacement}\n`);
for (const folder of new Set(lines.map(({ file }) => folderOf(file))))
  printShare(
    folder,
    lines.filter(({ file }) => folderOf(file) === folder),
  );
if (lines.length > 0) printShare("all", lines);
