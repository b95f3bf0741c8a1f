/**
 * Holds Gaussian quantities of activations with known integrals to their closed forms:
 * `node scripts/closed-forms.mjs COUNT [JOURNAL] [FIRST] [EVERY]`. A line for each hundred cases is appended to the journal
 * (closed-forms.jsonl), and a second run goes on where it ends. Every EVERY-th case (20th) has its certified constants and its
 * pairs of moments held as well, which take most of the time. Exit code 1 if a truth was outside.
 */
import path from "node:path";
import { createJiti } from "jiti";
import { addLine, readJournal } from "./journal.mjs";

const [count = "1000", journal = "closed-forms.jsonl", from = "0", every = "20"] = process.argv.slice(2);
const { holdClosedForm } = await createJiti(import.meta.url).import(
  path.join(import.meta.dirname, "../src/activations/testing/hold-closed-form.ts"),
);

const BATCH = 100;
const done = readJournal(journal);
const known = new Set(done.map(({ first }) => first));
const batches = [...done];

function held(index) {
  try {
    return holdClosedForm(index, index % Number(every) === 0);
  } catch (error) {
    return { index, expression: "", kind: "none", compared: 0, missed: [`throws ${error.message}`], widest: Infinity };
  }
}

for (let first = Number(from); first < Number(from) + Number(count); first += BATCH) {
  if (known.has(first)) continue;
  const before = process.cpuUsage();
  const reports = Array.from({ length: BATCH }, (_, i) => held(first + i));
  const { user, system } = process.cpuUsage(before);
  const missed = reports.filter((report) => report.missed.length > 0);
  const batch = {
    first,
    cases: BATCH,
    compared: reports.reduce((sum, { compared }) => sum + compared, 0),
    wide: reports.filter(({ widest }) => widest > 1e-6).length,
    widest: Math.max(...reports.map(({ widest }) => widest)),
    seconds: (user + system) / 1e6,
    missed: missed.map(({ index, expression, missed: what }) => ({ index, expression, what })),
  };
  addLine(journal, batch);
  batches.push(batch);
  for (const { index, expression, what } of batch.missed)
    process.stdout.write(`${index} ${expression}: ${what.join("; ")}\n`);
}
const sum = (of) => batches.reduce((total, batch) => total + of(batch), 0);
const outside = sum(({ missed }) => missed.length);
process.stdout.write(
  `${sum(({ cases }) => cases)} cases, ${sum(({ compared }) => compared)} quantities, ${outside} cases outside, ` +
    `${sum(({ wide }) => wide)} known no better than to 1e-6, the widest to ${Math.max(...batches.map(({ widest }) => widest))}, ` +
    `${Math.round(sum(({ seconds }) => seconds))} s of CPU\n`,
);
process.exitCode = outside > 0 ? 1 : 0;
