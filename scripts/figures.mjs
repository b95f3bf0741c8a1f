/**
 * Remakes docs/figures: `npm run figures [-- OPTIONS]`. Each campaign of the list below goes on where it was in
 * lemmacheck-figures/, or where the committed journal is, or begins; OPTIONS (`--workers 2`, `--redis URL`, `--plan`, …) are handed to each. What is there is
 * copied when all have ended; `npm run figures -- --copy` copies what a campaign that was cut off has found so far.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");
const main = path.join(root, "dist/bounds/main.js");
const kept = path.join(root, "lemmacheck-figures");
const shown = path.join(root, "docs/figures");

const DEPTHS = "1,2,3,4,5,6";
const ONE_BILLION = ["--d", "1e9", "--k", "1e9", "--depth", "6", "--networks", "300", "--inputs", "1"];
const CAMPAIGNS = [
  ["he", "figure", "all", "--grid", "campaign", "--initialisation", "he"],
  ["fan-in", "figure", "all", "--grid", "campaign", "--initialisation", "fan-in"],
  ["billion", "figure", "all", ...ONE_BILLION, "--initialisation", "he"],
  ["practice-he", "practice", "--gamma", "0.2", "--depth", DEPTHS, "--most", "512", "--initialisation", "he"],
  ["practice-fan-in", "practice", "--gamma", "0.2", "--depth", DEPTHS, "--most", "512", "--initialisation", "fan-in"],
];
/** What is copied: a single point needs no picture. */
const FILES = /^(points\.jsonl|practice\.jsonl|journal\.jsonl|.*\.csv|.*\.svg)$/;

const options = process.argv.slice(2);
const plans = options.includes("--plan");
if (options.includes("--copy")) {
  if (options.length > 1) throw new RangeError("--copy runs nothing; it must stand alone");
} else
  for (const [name, ...command] of CAMPAIGNS) {
    const [journal, committed] = [kept, shown].map((folder) => path.join(folder, name, "journal.jsonl"));
    if (!plans && !existsSync(journal) && existsSync(committed)) {
      mkdirSync(path.dirname(journal), { recursive: true });
      copyFileSync(committed, journal);
    }
    const run = [main, ...command, "--resume", "--out", path.join(kept, name), ...options];
    const { status } = spawnSync(process.execPath, run, {
      stdio: ["ignore", plans ? "inherit" : "ignore", "inherit"],
    });
    if (status !== 0) process.exit(status ?? 130);
  }
if (plans) process.exit(0);

/** Copies what a campaign has found here, if anything; says in a line what docs/figures has of it then. */
function lineOf([name, ...command]) {
  const [from, to] = [path.join(kept, name), path.join(shown, name)];
  const files = existsSync(from) ? readdirSync(from).filter((file) => FILES.test(file)) : [];
  mkdirSync(to, { recursive: true });
  for (const file of files)
    if (name !== "billion" || !file.endsWith(".svg")) copyFileSync(path.join(from, file), path.join(to, file));
  const points = path.join(to, "points.jsonl");
  const rows = existsSync(points)
    ? readFileSync(points, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
  const [samples, asked] = [sum((row) => row.samples), sum((row) => row.networks * row.inputs)];
  const short = rows.filter((row) => row.samples < row.networks * row.inputs).length;
  const minutes = (sum((row) => row.milliseconds) / 60_000).toFixed(0);
  const missing =
    short === 0
      ? "all that the grid asks for"
      : `of ${asked.toLocaleString("en")}, ${short} points have fewer than asked for`;
  const came =
    rows.length === 0
      ? ""
      : `: ${rows.length} points, ${samples.toLocaleString("en")} samples, ${missing}; ${minutes} minutes of a worker`;
  return `- \`${name}\`, \`${command.join(" ")}\`${came}`;
}

const lines = CAMPAIGNS.map(lineOf);
const list = `${lines.join("\n")}

Made with Node ${process.version} on ${cpus().length} × ${cpus()[0].model}. The minutes are of the clock while jobs ran, whatever else ran beside them.
`;
const page = path.join(shown, "README.md");
const [before, after] = readFileSync(page, "utf8")
  .split(/<!-- made: (?:begin|end) -->\n/)
  .filter((_, i) => i !== 1);
writeFileSync(page, `${before}<!-- made: begin -->\n\n${list}\n<!-- made: end -->\n${after}`);
