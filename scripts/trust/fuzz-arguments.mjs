/**
 * Hostile arguments and files: `node scripts/trust/fuzz-arguments.mjs CASES [SEED] [binary]`, after `npm run build`. Command lines
 * made by fast-check, and files that they read, are tried in this process (arguments alone), or each in one of its own with 512 MiB:
 * arguments, rows, journals, kept failures, configs, and, where redis-server is installed, messages to a worker. Each must end
 * with exit code 0, 1 or 2, the last with one line of ours on standard error; nothing printed has control characters, no file is made
 * where none should be or changed, and a refusal takes less than a second of the processor beyond what the program takes to start.
 * Exit code 1 if one does otherwise.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { audit } from "lemmacheck";
import { claims } from "lemmacheck/ledger";
import { hostileMessages } from "./fuzz/hostile-messages.mjs";
import { GOOD_RUN, hostileRuns } from "./fuzz/hostile-runs.mjs";
import { faultOfMessage } from "./fuzz/refusal.mjs";
import { MAIN, runApart } from "./fuzz/run-apart.mjs";

const [cases = 1000, seed = 1] = process.argv.slice(2, 4).map(Number);
const inBinary = process.argv[4] === "binary";
const parent = mkdtempSync(path.join(tmpdir(), "lemmacheck-arguments-"));
const cwd = path.join(parent, "inner");
mkdirSync(cwd);
process.chdir(cwd);
/** What a refusal may take beyond a start, and a command or an expression to certify, of the processor's time, in milliseconds. */
const [REFUSAL, WORK] = [1000, 20_000];
/** What a process may have of memory in all, in MiB: its objects, its code and the engine. */
const MEMORY = 1024;
const CONTROL = /[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/u;

const modules = path.join(path.dirname(MAIN), "../modules");
const { headerDigest } = await import(path.join(modules, "src/auditor/campaign/journal-line.js"));
const { failureOf } = await import(path.join(modules, "src/auditor/failures/kept-failure.js"));
const lemma1 = claims.find(({ id }) => id === "lemma-1");
const row = await audit({ claim: lemma1, cell: { psi: "tanh", d: 400, k: 16, gamma: 0.05 } });

function writeFiles(files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
}
function clear() {
  for (const file of readdirSync(cwd)) rmSync(path.join(cwd, file), { recursive: true });
}

/** In this process: what was printed is kept. */
async function here(line) {
  const { main } = await import(path.join(modules, "src/cli/main.js"));
  const kept = [process.stdout.write, process.stderr.write];
  const written = ["", ""];
  const into = (i) => (chunk) => {
    written[i] += chunk;
    return true;
  };
  process.stdout.write = into(0);
  process.stderr.write = into(1);
  const before = process.cpuUsage();
  try {
    process.exitCode = undefined;
    await main({ home: new URL(`file://${modules}/bounds/paper.js`).href, arguments: line });
    const { user, system } = process.cpuUsage(before);
    return {
      code: process.exitCode ?? 0,
      stdout: written[0],
      stderr: written[1],
      cpu: (user + system) / 1000,
      memory: 0,
    };
  } finally {
    [process.stdout.write, process.stderr.write] = kept;
    process.exitCode = undefined;
  }
}

/** Errors that a config's own functions throw when they are called: whoever wrote it is told how to see where. */
const ITS_OWN =
  /^(?:a b.*|got|asked|later|null|\d|what was thrown has no text) \((?:thrown by what nobody waits for; )?LEMMACHECK_DEBUG=1 shows where\)$/;

/** What is wrong with what a refusal says, or null. */
function faultOfRefusal(kind, stderr) {
  const lines = stderr.trimEnd().split(/\n(?=lemmacheck: )/);
  const last = /^lemmacheck: ([^\n]{1,4000})(?:\nUsage:[\s\S]*)?$/.exec(lines.at(-1));
  // A report tells each line that is no row, and a journal what of it is lost, before.
  const most = kind === "rows" ? 3 : 1;
  if (last === null || (lines.length > most && kind !== "journals"))
    return `on standard error ${JSON.stringify(stderr.slice(0, 300))}`;
  if (kind === "configs" && ITS_OWN.test(last[1])) return null;
  return faultOfMessage(last[1], kind === "configs");
}

function complaintOf(kind, { files, may }, { code, stdout, stderr, cpu, memory }, limit) {
  if (![0, 1, 2].includes(code)) return `exit code ${code}: ${stderr.slice(0, 300)}`;
  if (CONTROL.test(stdout + stderr)) return "control characters";
  if (code === 2) {
    const fault = faultOfRefusal(kind, stderr);
    if (fault !== null) return fault;
  } else if (/LEMMACHECK_DEBUG/.test(stderr)) return `an error of ours: ${stderr.slice(0, 300)}`;
  const there = readdirSync(parent, { recursive: true })
    .map((name) => (name === "inner" ? "." : name.replace(/^inner\//, "")))
    .filter(
      (name) => name !== "." && !may?.test(name) && !Object.keys(files).some((own) => `${own}/`.startsWith(`${name}/`)),
    );
  if (there.length > 0) return `files ${there.join(" ").slice(0, 300)}`;
  const written = Object.keys(files).find(
    (name) => !may?.test(name) && readFileSync(path.join(cwd, name), "utf8") !== files[name],
  );
  if (written !== undefined) return `${written} was written`;
  if (!(cpu <= limit)) return `took ${cpu.toFixed(0)} ms of the processor`;
  return memory <= MEMORY ? null : `took ${memory.toFixed(0)} MiB`;
}

/** Whether there is an expression to certify in it, which takes what it takes. */
const certifies = ({ line, files }) =>
  ["activation", "constants", "replay"].includes(line[0]) ||
  line.includes("--psi") ||
  /\bpsi\b/.test(files["lemmacheck.config.mjs"] ?? "");

/** What a start takes; the good journal, row and failure of a run. */
function goodRun() {
  const starts = Array.from({ length: 5 }, () => runApart(["--version"], cwd).cpu);
  writeFiles(GOOD_RUN.files);
  const { code, stdout, stderr } = runApart(GOOD_RUN.line, cwd);
  if (code !== 0) throw new Error(`the good run ends with ${code}: ${stderr}`);
  const journal = readFileSync(path.join(cwd, "out/journal.jsonl"), "utf8");
  clear();
  const own = JSON.parse(stdout.split("\n")[0]);
  const digest = headerDigest(JSON.parse(journal.split("\n")[0].slice(17)).header);
  return { start: Math.max(...starts), journal, digest, failure: failureOf({ ...own, verdict: "refuted" }) };
}

process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);
process.setMaxListeners(0);
const { start, ...good } = inBinary
  ? goodRun()
  : { start: 0, journal: '0123456789abcdef {"end":true}', digest: "", failure: failureOf(row) };
const runs = hostileRuns({ ids: claims.map(({ id }) => id), row, ...good });
const { arguments: typed, rows } = runs;
const kinds = Object.entries(inBinary ? runs : { arguments: typed, rows });
const weights = kinds.reduce((sum, [, { weight }]) => sum + weight, 0);
let [done, bad] = [0, 0];
const say = (kind, input, complaint) => {
  bad++;
  if (bad <= 20) process.stdout.write(`${kind}: ${JSON.stringify(input).slice(0, 500)}: ${complaint}\n`);
};
for (const [kind, { weight, inputs }] of kinds) {
  const count = Math.ceil((cases * weight) / weights);
  const longest = { "a refusal": 0, "with an expression": 0, "what was taken": 0 };
  let [largest, before] = [0, bad];
  const codes = new Map();
  for (const run of fc.sample(inputs, { seed, numRuns: count })) {
    writeFiles(run.files);
    let complaint;
    try {
      const outcome = inBinary ? runApart(run.line, cwd) : await here(run.line);
      const which = certifies(run) ? "with an expression" : outcome.code === 2 ? "a refusal" : "what was taken";
      const cpu = outcome.cpu - start;
      longest[which] = Math.max(longest[which], cpu);
      largest = Math.max(largest, outcome.memory);
      codes.set(outcome.code, (codes.get(outcome.code) ?? 0) + 1);
      complaint = complaintOf(kind, run, { ...outcome, cpu }, which === "a refusal" ? REFUSAL : WORK);
    } catch (error) {
      complaint = String(error.stack).split("\n").slice(0, 3).join(" ");
    }
    if (complaint !== null) say(kind, run, complaint);
    clear();
  }
  done += count;
  const ended = [...codes].toSorted(([a], [b]) => a - b).map(([code, n]) => `${n} with ${code}`);
  const times = Object.entries(longest).map(([what, ms]) => `${what} ${ms.toFixed(0)} ms`);
  process.stdout.write(
    `${kind}: ${count} cases, ${bad - before} not as they should be, exit codes: ${ended.join(", ")}; the longest beyond a start of ${start.toFixed(0)} ms: ${times.join(", ")}${inBinary ? `; at most ${largest.toFixed(0)} MiB` : ""}\n`,
  );
}
if (inBinary) {
  const { count, faults, text } = await hostileMessages(Math.ceil(cases / 5), seed, cwd);
  done += count;
  for (const fault of faults) say("messages", null, fault);
  process.stdout.write(`messages: ${text}\n`);
}
process.chdir(tmpdir());
rmSync(parent, { recursive: true });
process.stdout.write(`${done} cases, ${bad} not as they should be\n`);
process.exitCode = bad > 0 ? 1 : 0;
