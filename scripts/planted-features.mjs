/**
 * Holds Gaussian quantities, moment pairs and tails of planted features to an independent integration:
 * `node scripts/planted-features.mjs COUNT [JOURNAL] [FIRST] [EVERY]`, after `npm run build`. A line a case is appended to the
 * journal (planted-features.jsonl), and a second run goes on where it ends. Tails, which take most of the time, are held at
 * every EVERY-th case (each). Exit code 1 if a truth was outside.
 */
import path from "node:path";
import { createJiti } from "jiti";
import { addLine, readJournal } from "./journal.mjs";

const [count = "1000", journal = "planted-features.jsonl", from = "0", every = "1"] = process.argv.slice(2);
const { holdPlanted } = await createJiti(import.meta.url).import(
  path.join(import.meta.dirname, "../properties/testing/hold-planted.ts"),
);

const done = readJournal(journal);
const known = new Set(done.map(({ index }) => index));
const reports = [...done];
const started = performance.now();
for (let index = Number(from); index < Number(from) + Number(count); index++) {
  if (known.has(index)) continue;
  let report;
  try {
    report = holdPlanted(index, index % Number(every) === 0);
  } catch (error) {
    report = { index, expression: "", compared: 0, missed: [`throws ${error.message}`], widest: 0 };
  }
  addLine(journal, report);
  reports.push(report);
  for (const what of report.missed) process.stdout.write(`${index} ${report.expression}: ${what}\n`);
}
const missed = reports.filter((report) => report.missed.length > 0).length;
const compared = reports.reduce((sum, report) => sum + report.compared, 0);
const widest = reports.reduce((most, report) => Math.max(most, report.widest), 0);
process.stdout.write(
  `${reports.length} cases, ${compared} quantities, ${missed} cases outside, widest ${widest}, ${Math.round((performance.now() - started) / 1000)} s\n`,
);
process.exitCode = missed > 0 ? 1 : 0;
