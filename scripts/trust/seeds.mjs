/**
 * Whether tests are flaky: those of `npm test`, by one LEMMACHECK_SEED after another: `node scripts/trust/seeds.mjs SEEDS
 * [JOURNAL] [TESTS…]`, after `npm run build`, TESTS being fewer than all (`properties/` is most of what draws by the seed). A
 * second run goes on where the first has ended. Prints which tests failed by which seed, the time of a run, and the largest sum
 * of the α of its decisions. Exit code 1 if a test failed, a file of tests could not be run, or that sum is above 10⁻⁶.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addLine, readJournal } from "../journal.mjs";

const root = path.join(import.meta.dirname, "../..");

/** What all decisions of a run may be wrong by. */
const BUDGET = 1e-6;

const seeds = Number(process.argv[2] ?? 20);
const journal = process.argv[3] ?? "seeds.jsonl";
const tests = process.argv.slice(4);

function run(seed) {
  const folder = mkdtempSync(path.join(tmpdir(), "lemmacheck-seeds-"));
  const results = path.join(folder, "results.json");
  const started = performance.now();
  const { stdout, error } = spawnSync(
    "npx",
    ["vitest", "run", ...tests, "--reporter=json", `--outputFile=${results}`, "--reporter=./src/vitest/reporter.ts"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, LEMMACHECK_SEED: seed, LEMMACHECK_DATABASE: "off" },
      maxBuffer: 2 ** 28,
    },
  );
  if (error) throw error;
  const seconds = Math.round((performance.now() - started) / 1000);
  const report = JSON.parse(readFileSync(results, "utf8"));
  rmSync(folder, { recursive: true });
  const [, spent, decisions] = /Error budget: (\S+) of \S+ spent by (\d+) sampled decision/.exec(stdout) ?? [];
  const failed = report.testResults.flatMap(({ name, status: file, message, assertionResults }) => {
    const own = assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
    const what = file === "failed" && own.length === 0 ? [message] : own;
    return what.map((text) => `${path.relative(root, name)}: ${text}`);
  });
  if (!report.success && failed.length === 0) failed.push(`tests ended without success: ${stdout.slice(-500)}`);
  if (!(Number(spent) <= BUDGET)) failed.push(`decisions may be wrong by ${spent}, and it must be at most ${BUDGET}`);
  return {
    seed,
    tests,
    passed: report.numPassedTests,
    failed,
    seconds,
    spent: Number(spent),
    decisions: Number(decisions),
  };
}

const isOfThese = (line) => JSON.stringify(line.tests) === JSON.stringify(tests);
const known = new Map(
  readJournal(journal)
    .filter(isOfThese)
    .map((line) => [line.seed, line]),
);
for (let i = 1; i <= seeds; i++) {
  const seed = `trust ${i}`;
  if (known.has(seed)) continue;
  const line = run(seed);
  addLine(journal, line);
  known.set(seed, line);
  process.stderr.write(`seed "${seed}": ${line.passed} passed, ${line.failed.length} failed, ${line.seconds} s\n`);
}
const lines = [...known.values()];
const failures = lines.flatMap(({ seed, failed }) => failed.map((name) => `seed "${seed}": ${name}`));
for (const line of failures) process.stdout.write(`${line}\n`);
process.stdout.write(
  `${lines.length} seeds: ${lines.reduce((sum, { passed }) => sum + passed, 0)} tests passed, ${failures.length} failed, ` +
    `in ${Math.min(...lines.map(({ seconds }) => seconds))} to ${Math.max(...lines.map(({ seconds }) => seconds))} s a run; ` +
    `the decisions of a run are ${Math.max(...lines.map(({ decisions }) => decisions))} at most, their α ${Math.max(...lines.map(({ spent }) => spent))}\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
