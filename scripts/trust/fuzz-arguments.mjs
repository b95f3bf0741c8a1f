/**
 * Hostile arguments and files: `node scripts/trust/fuzz-arguments.mjs CASES [SEED] [binary]`, after `npm run build`. Command lines
 * made by fast-check, some of which name a file of hostile rows, are run in this process, or each in one of its own. Each must end
 * with exit code 0, 1 or 2, the last with one line on standard error; nothing printed has control characters, and no file is made.
 * Exit code 1 if one does otherwise.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { audit } from "lemmacheck";
import { claims } from "lemmacheck/ledger";
import { changed, expressions, texts } from "./fuzz/texts.mjs";

const [cases = 1000, seed = 1] = process.argv.slice(2, 4).map(Number);
const inBinary = process.argv[4] === "binary";
const built = path.join(import.meta.dirname, "../../dist");
const cwd = mkdtempSync(path.join(tmpdir(), "lemmacheck-arguments-"));
process.chdir(cwd);
/** What a command may take, in milliseconds, with an expression to certify in it. */
const LONGEST = 20_000;
const CONTROL = /[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/u;

const lemma1 = claims.find(({ id }) => id === "lemma-1");
const row = await audit({ claim: lemma1, cell: { psi: "tanh", d: 400, k: 16, gamma: 0.05 } });
const good = `${JSON.stringify(row)}\n`;

const ids = claims.map(({ id }) => id);
const options = [
  "psi",
  "d",
  "k",
  "gamma",
  "radius",
  "depth",
  "seed",
  "form",
  "draws",
  "method",
  "workers",
  "shard",
  "cell.k",
  "alpha",
  "rows",
  "json",
  "time",
  "networks",
  "inputs",
  "grid",
  "initialisation",
  "correlation",
];
const option = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...options) }, { weight: 1, arbitrary: texts }),
    fc.oneof(
      { weight: 3, arbitrary: texts },
      { weight: 1, arbitrary: expressions },
      { weight: 2, arbitrary: fc.constantFrom("tanh", "1", "100", "0.05", "printed") },
    ),
  )
  .map(([name, value]) => [`--${name}`, value]);
const claim = fc.oneof(fc.constantFrom(...ids), texts);
const several = (arbitrary, most) => fc.array(arbitrary, { maxLength: most }).map((lists) => lists.flat());
const planned = (command, what) =>
  fc.tuple(what, several(option, 3)).map(([named, given]) => [command, ...named, "--plan", ...given]);
/** Command lines that do nothing but read, with what the file "rows.jsonl" holds. */
const lines = fc.oneof(
  planned("audit", fc.array(claim, { maxLength: 2 })),
  planned("figure", fc.constantFrom(["1"], ["2a"], ["all"], ["3"], [])),
  planned("search", fc.array(claim, { minLength: 1, maxLength: 2 })),
  planned("practice", fc.constant([])),
  fc
    .tuple(fc.array(claim, { maxLength: 1 }), several(option, 2))
    .map(([named, given]) => ["claims", ...named, ...given]),
  texts.map((text) => ["constants", text]),
  texts.map((text) => ["activation", text, "--json"]),
  fc.array(texts, { maxLength: 3 }).map((words) => words.filter((word) => !["init", "worker"].includes(word))),
  fc.constant(["replay", "rows.jsonl", "--workers", "0"]),
  fc.constant(["report", "--from", "rows.jsonl", "--out", "rows.jsonl"]),
);
const inputs = fc.record({ line: lines, rows: changed([good]) });

/** In this process: what was printed is kept. */
async function here(line) {
  const { main } = await import(path.join(built, "modules/src/cli/main.js"));
  const kept = [process.stdout.write, process.stderr.write];
  const written = ["", ""];
  const into = (i) => (chunk) => {
    written[i] += chunk;
    return true;
  };
  process.stdout.write = into(0);
  process.stderr.write = into(1);
  try {
    process.exitCode = undefined;
    await main({ home: new URL(`file://${built}/modules/bounds/paper.js`).href, arguments: line });
    return { code: process.exitCode ?? 0, stdout: written[0], stderr: written[1] };
  } finally {
    [process.stdout.write, process.stderr.write] = kept;
    process.exitCode = undefined;
  }
}

/** In a process of its own. */
function apart(line) {
  // No process can be given them.
  const given = line.map((word) => word.replaceAll("\u0000", ""));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(built, "bounds/main.js"), ...given], {
    cwd,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

function complaintOf({ code, stdout, stderr }) {
  if (![0, 1, 2].includes(code)) return `exit code ${code}`;
  if (CONTROL.test(stdout + stderr)) return "control characters";
  if (code === 2 && !/^lemmacheck: [^\n]{1,4000}\n(?:Usage:[\s\S]*)?$/.test(stderr))
    return `on standard error ${JSON.stringify(stderr.slice(0, 300))}`;
  const files = readdirSync(cwd).filter((file) => file !== "rows.jsonl");
  return files.length > 0 ? `files ${files.join(" ")}` : null;
}

process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);
process.setMaxListeners(0);
let [bad, longest] = [0, 0];
const codes = new Map();
for (const { line, rows } of fc.sample(inputs, { seed, numRuns: cases })) {
  writeFileSync("rows.jsonl", rows);
  const started = performance.now();
  let complaint;
  try {
    const outcome = inBinary ? apart(line) : await here(line);
    codes.set(outcome.code, (codes.get(outcome.code) ?? 0) + 1);
    complaint = complaintOf(outcome);
  } catch (error) {
    complaint = String(error.stack).split("\n").slice(0, 3).join(" ");
  }
  const took = performance.now() - started;
  longest = Math.max(longest, took);
  if (complaint === null && readFileSync("rows.jsonl", "utf8") !== rows) complaint = "the file was written";
  if (complaint === null && took > LONGEST) complaint = `took ${took.toFixed(0)} ms`;
  if (complaint === null) continue;
  bad++;
  if (bad <= 10) process.stdout.write(`${JSON.stringify(line).slice(0, 500)}: ${complaint}\n`);
  for (const file of readdirSync(cwd)) rmSync(file, { recursive: true });
}
rmSync(cwd, { recursive: true });
const ended = [...codes].toSorted(([a], [b]) => a - b).map(([code, n]) => `${n} with ${code}`);
process.stdout.write(
  `exit codes: ${ended.join(", ")}\n${cases} cases, ${bad} not as they should be, the longest ${longest.toFixed(0)} ms\n`,
);
process.exitCode = bad > 0 ? 1 : 0;
