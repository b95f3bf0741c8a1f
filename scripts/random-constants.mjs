/**
 * Holds certified constants of random expressions to their values, and says how wide they are:
 * `node scripts/random-constants.mjs COUNT [JOURNAL] [FIRST]` goes on until COUNT expressions from index FIRST on were
 * accepted. A JSON line an expression is appended to the journal (random-constants.jsonl), and a second run goes on where it
 * ends. Exit code 1 if a value contradicts an enclosure.
 */
import path from "node:path";
import { createJiti } from "jiti";
import { addLine, readJournal } from "./journal.mjs";

const [count = "1000", journal = "random-constants.jsonl", from = "0"] = process.argv.slice(2);
const { holdConstants } = await createJiti(import.meta.url).import(
  path.join(import.meta.dirname, "../src/activations/testing/hold-constants.ts"),
);

/** Relative widths up to here are close. */
const CLOSE = 1e-6;

const done = readJournal(journal);
const known = new Map(done.map((report) => [report.index, report]));
const reports = [];
let accepted = 0;
for (let index = Number(from); accepted < Number(count); index++) {
  let report = known.get(index);
  if (report === undefined) {
    report = holdConstants(index);
    addLine(journal, report);
  }
  reports.push(report);
  if (report.refused === null) accepted++;
}
const judged = reports.filter(({ refused }) => refused === null);
const wide = judged.filter(({ widths }) => widths.some((width) => !(width <= CLOSE)));
for (const { index, expression, widths, ends } of wide)
  process.stdout.write(
    `${index} ${expression}: ${widths.map((width, k) => (width <= CLOSE ? "close" : `[${ends[k].join(", ")}]`)).join(" · ")}\n`,
  );
const missed = judged.filter((report) => report.missed.length > 0);
for (const { index, expression, missed: what } of missed) process.stdout.write(`${index} ${expression}: ${what[0]}\n`);
const seconds = judged.map((report) => report.seconds).toSorted((a, b) => a - b);
process.stdout.write(
  `${judged.length} accepted, ${reports.length - judged.length} refused; ${judged.length - wide.length} to ${CLOSE}, ${wide.length} wider; ` +
    `CPU seconds: median ${seconds[seconds.length >> 1]}, most ${seconds.at(-1)}; ${missed.length} contradicted\n`,
);
process.exitCode = missed.length > 0 ? 1 : 0;
