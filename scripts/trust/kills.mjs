/**
 * Signals at random moments: `node scripts/trust/kills.mjs KILLS [SEED] [SIGNALS] [MOST]`, after `npm run build`; SIGNALS are
 * SIGKILL unless a list is given, as SIGINT,SIGTERM; MOST are milliseconds, 1000 unless given. An audit is begun, killed,
 * resumed and killed again until it ends by itself, over and over until it has been killed so often; its rows must be those of
 * one that nobody interrupted, nothing else may be left in its directory, and what was kept before a resume must be in the rows
 * as it was, with the time it took: nothing that was kept is computed again. SIGINT and SIGTERM must end it with 130, one line on
 * what is kept (as much as the journal has) and one word, within MOST by this machine's clock; that the signal itself ends it
 * counts as right only before it owned its directory (journal.lock), since the program may not have begun to listen. By these
 * signals a search and a question that never ends are interrupted too, a tenth as often. Exit code 1 if anything was otherwise.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createJiti } from "jiti";
import seedrandom from "seedrandom";

const [kills = "200", seed = "1", names = "SIGKILL", most = "1000"] = process.argv.slice(2);
const MOST = Number(most);
const signals = names.split(",");
const moments = seedrandom(`kills ${seed}`);
const main = path.join(import.meta.dirname, "../../dist/bounds/main.js");
const { COINS } = await createJiti(import.meta.url).import(
  path.join(import.meta.dirname, "../../tests/testing/coins-config.ts"),
);
const cwd = mkdtempSync(path.join(tmpdir(), "lemmacheck-kills-"));
writeFileSync(path.join(cwd, "lemmacheck.config.ts"), COINS);
writeFileSync(
  path.join(cwd, "endless.config.ts"),
  `import { writeSync } from "node:fs";
import { defineClaim, definePaper, integers, nothing, parameter } from "lemmacheck";
const n = parameter({ name: "n", domain: integers(1, 2 ** 53), size: true });
const shared = { parameters: [n], quote: "q", latex: "x", hypotheses: [], nonClaims: ["nothing else"], relation: "<=",
  kind: "deterministic", draw: nothing, forms: { printed: { bound: () => 1 } }, cells: [{ n: [1] }], witness: { n: 1 },
  mutants: { negative: { bound: () => -1, at: { n: 1 } } } };
const endless = defineClaim({ ...shared, id: "endless", label: "Endless",
  observed: () => { writeSync(2, "begun\\n"); for (;;); } });
const holds = defineClaim({ ...shared, id: "holds", label: "Holds", observed: () => ({ lower: 0.5, upper: 0.5 }) });
export default { papers: [definePaper({ id: "endless", title: "T", authors: [], year: 2020, source: "s", parameters: [n],
  claims: [endless, holds] })] };
`,
);

let wrong = 0;
function complain(what) {
  wrong++;
  process.stdout.write(`${what}\n`);
}

/** The longest time from a signal to the end, and how often the signal itself ended a program that did not listen yet. */
let [longest, early] = [0, 0];

/** The results in the journal, each as it was written; a line that a kill cut is none. */
function keptIn(out) {
  const file = path.join(cwd, out, "journal.jsonl");
  return existsSync(file)
    ? [...readFileSync(file, "utf8").matchAll(/"value":(\{.*\})\}\n/g)].map(([, row]) => row)
    : [];
}

/**
 * Runs the program; `arrange` is given what sends the signal and what hears the standard error. How it ended.
 *
 * @returns {Promise<{ code: number | null, by: string | null, said: string, sent: boolean }>}
 */
function run(args, signal, arrange, isListening) {
  const child = spawn(process.execPath, [main, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let [said, sent, listened] = ["", undefined, false];
  const stop = arrange(() => {
    if (sent !== undefined || child.exitCode !== null) return;
    listened = isListening(child.pid);
    sent = performance.now();
    child.kill(signal);
  }, child.stderr);
  child.stderr.on("data", (text) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, by) => {
      stop();
      const took = performance.now() - sent;
      const what = `${args.slice(0, 2).join(" ")}, ${signal}`;
      if (sent === undefined || code === 0) {
        if (code !== 0) complain(`${what}: exit code ${code}, ${by}: ${said}`);
      } else if (by !== null) {
        if (by !== signal || (signal !== "SIGKILL" && listened)) complain(`${what}: ended by ${by}, not with 130`);
        else if (signal !== "SIGKILL") early++;
      } else if (code !== 130 || !/(?:^|\n)lemmacheck: interrupted\n$/.test(said)) {
        complain(`${what}: exit code ${code}: ${said}`);
      }
      if (sent !== undefined && code !== 0) {
        longest = Math.max(longest, took);
        if (signal !== "SIGKILL" && took > MOST) complain(`${what}: ${took.toFixed(0)} ms from the signal to the end`);
      }
      resolve({ code, by, said, sent: sent !== undefined });
    });
  });
}

/** Sends the signal after so many milliseconds, if that is not too late. */
const after = (milliseconds) => (send) => {
  const timer = setTimeout(() => send(), milliseconds);
  return () => clearTimeout(timer);
};
/** Sends it so many milliseconds after the program has said something. */
const afterWord = (milliseconds) => (send, stderr) => {
  let timer;
  stderr.once("data", () => {
    timer = setTimeout(() => send(), milliseconds);
  });
  return () => clearTimeout(timer);
};
const never = () => () => undefined;

const audit = (out) => ["audit", "coin", "--draws", "600", "--json", "--workers", "1", "--out", out, "--resume"];
const rowsOf = (out) => readFileSync(path.join(cwd, out, "rows.jsonl"), "utf8");
const timeless = (rows) => rows.replaceAll(/"milliseconds":[\d.]+/g, "");

const started = performance.now();
await run(audit("whole"), "", never, () => true);
const usual = performance.now() - started;
const whole = timeless(rowsOf("whole"));
const files = readdirSync(path.join(cwd, "whole")).toSorted().join(" ");

let [killed, audits, resumed] = [0, 0, 0];
/** Whether the process has the lock of a directory, which it takes after it has begun to listen. */
const owns = (out) => (pid) => {
  const file = path.join(cwd, out, "journal.lock");
  return existsSync(file) && readFileSync(file, "utf8").startsWith(`{"pid":${pid},`);
};
while (killed < Number(kills)) {
  let kept = [];
  for (;;) {
    // From before there is a journal to after the report was written.
    const signal = signals[killed % signals.length];
    const { code, said } = await run(audit("killed"), signal, after(usual * 1.2 * moments()), owns("killed"));
    const now = keptIn("killed");
    if (!kept.every((row, i) => now[i] === row)) complain(`audit ${audits + 1}: what was kept is no longer there`);
    kept = now;
    if (code === 0) break;
    killed++;
    const told = /(\d+) of 8 jobs are kept/.exec(said)?.[1];
    if (told !== undefined && Number(told) !== kept.length)
      complain(`audit ${audits + 1}: it says that ${told} are kept, and ${kept.length} are`);
    if (code === 130 && told === undefined && kept.length > 0 && kept.length < 8)
      complain(`audit ${audits + 1}: it does not say that ${kept.length} are kept`);
    resumed += kept.length;
  }
  audits++;
  const rows = rowsOf("killed");
  const left = readdirSync(path.join(cwd, "killed")).toSorted().join(" ");
  if (timeless(rows) !== whole || left !== files) complain(`audit ${audits}: rows differ, or files: ${left}`);
  if (!kept.every((row) => rows.includes(row))) complain(`audit ${audits}: a result that was kept was computed again`);
  if (new Set(kept.map(timeless)).size !== kept.length) complain(`audit ${audits}: a result was computed twice`);
  rmSync(path.join(cwd, "killed"), { recursive: true });
}
if (killed >= 20 && resumed === 0) complain("no kill left a result, so that nothing was resumed");

let others = 0;
const OTHERS = [
  ["search", "endless", "--config", "endless.config.ts", "--time", "600", "--workers", "1"],
  ["audit", "endless", "--config", "endless.config.ts", "--workers", "1"],
  [
    "search",
    "holds",
    "--config",
    "endless.config.ts",
    "--time",
    "600",
    "--workers",
    "1",
    "--out",
    "searched",
    "--resume",
  ],
];
for (const signal of signals.filter((name) => name !== "SIGKILL"))
  for (const args of OTHERS)
    for (let i = 0; i < Math.ceil(Number(kills) / 10 / signals.length / OTHERS.length); i++) {
      const moment = args[1] === "endless" ? afterWord(300 * moments()) : after(usual * (1 + moments()));
      const isListening = (pid) => args[1] === "endless" || owns("searched")(pid);
      const { sent } = await run(args, signal, moment, isListening);
      if (!sent) complain(`${args.slice(0, 2).join(" ")}: it ended before it was interrupted`);
      others++;
    }

rmSync(cwd, { recursive: true });
process.stdout.write(
  `${killed} kills, ${audits} audits that ended, ${wrong} of them wrong; ${others} other interrupts; ` +
    `${early} before the program listened; ${longest.toFixed(0)} ms from a signal to the end at most\n`,
);
process.exitCode = wrong > 0 ? 1 : 0;
