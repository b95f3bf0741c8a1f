/**
 * Signals at random moments: `node scripts/trust/kills.mjs KILLS [SEED] [SIGNALS]`, after `npm run build`; SIGNALS are
 * SIGKILL unless a list is given, as SIGINT,SIGTERM. An audit is begun, killed, resumed and killed again until it ends by
 * itself, over and over until it has been killed so often; its rows must be those of one that nobody interrupted, and
 * nothing else may be left in its directory. One that can take the signal must exit with 130 and one line. Exit code 1 if not.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createJiti } from "jiti";
import seedrandom from "seedrandom";

const [kills = "200", seed = "1", names = "SIGKILL"] = process.argv.slice(2);
const signals = names.split(",");
const moments = seedrandom(`kills ${seed}`);
const main = path.join(import.meta.dirname, "../../dist/bounds/main.js");
const { COINS } = await createJiti(import.meta.url).import(
  path.join(import.meta.dirname, "../../tests/testing/coins-config.ts"),
);
const cwd = mkdtempSync(path.join(tmpdir(), "lemmacheck-kills-"));
writeFileSync(path.join(cwd, "lemmacheck.config.ts"), COINS);

const timeless = (rows) => rows.replaceAll(/"milliseconds":[\d.]+/g, "");

/** The longest time from a signal to the end. */
let longest = 0;

/** Runs the audit; sends it the signal after so many milliseconds, if it has not ended by then. Whether that ended it. */
function run(out, signal, after) {
  const args = ["audit", "coin", "--draws", "600", "--json", "--workers", "1", "--out", out, "--resume"];
  const child = spawn(process.execPath, [main, ...args], { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  let sent;
  const send = () => {
    sent = performance.now();
    child.kill(signal);
  };
  const timer = after === undefined ? undefined : setTimeout(send, after);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, by) => {
      clearTimeout(timer);
      const interrupted =
        code === 130 && /^(?:lemmacheck: [^\n]*--resume[^\n]*\n)?lemmacheck: interrupted\n$/.test(said);
      if (by !== signal && code !== 0 && !(sent !== undefined && interrupted))
        reject(new Error(`exit code ${code}, ${by}: ${said}`));
      else resolve(code !== 0);
      if (code !== 0 && sent !== undefined) longest = Math.max(longest, performance.now() - sent);
    });
  });
}

const rowsOf = (out) => timeless(readFileSync(path.join(cwd, out, "rows.jsonl"), "utf8"));

const started = performance.now();
await run("whole");
const usual = performance.now() - started;
const whole = rowsOf("whole");
const files = readdirSync(path.join(cwd, "whole")).toSorted().join(" ");
let [killed, audits, wrong] = [0, 0, 0];
while (killed < Number(kills)) {
  // From before there is a journal to after the report was written.
  while (await run("killed", signals[killed % signals.length], usual * 1.2 * moments())) killed++;
  audits++;
  const left = readdirSync(path.join(cwd, "killed")).toSorted().join(" ");
  if (rowsOf("killed") !== whole || left !== files) {
    wrong++;
    process.stdout.write(`audit ${audits}: rows differ, or files: ${left}\n`);
  }
  rmSync(path.join(cwd, "killed"), { recursive: true });
}
rmSync(cwd, { recursive: true });
process.stdout.write(
  `${killed} kills, ${audits} audits that ended, ${wrong} of them wrong; ${longest.toFixed(0)} ms from a signal to the end at most\n`,
);
process.exitCode = wrong > 0 ? 1 : 0;
