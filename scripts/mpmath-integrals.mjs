/**
 * Holds Gaussian quantities of activations that have no closed form to mpmath (Debian's python3-mpmath):
 * `node scripts/mpmath-integrals.mjs COUNT [JOURNAL] [FIRST]`. A line a batch is appended to the journal
 * (mpmath-integrals.jsonl), and a second run goes on where it ends. Exit code 1 if a value of mpmath was outside.
 */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { createJiti } from "jiti";
import { addLine, readJournal } from "./journal.mjs";

const [count = "100", journal = "mpmath-integrals.jsonl", from = "0"] = process.argv.slice(2);
const { holdFeatured } = await createJiti(import.meta.url).import(
  path.join(import.meta.dirname, "../src/activations/testing/hold-featured.ts"),
);
const { featuredCase } = await createJiti(import.meta.url).import(
  path.join(import.meta.dirname, "../src/activations/testing/featured-case.ts"),
);

const BATCH = 20;
const done = readJournal(journal);
const known = new Set(done.map(({ first }) => first));
const batches = [...done];

for (let first = Number(from); first < Number(from) + Number(count); first += BATCH) {
  if (known.has(first)) continue;
  const cases = Array.from({ length: BATCH }, (_, i) => featuredCase(first + i));
  const input = cases.map((featured) => JSON.stringify(featured)).join("\n");
  const output = execFileSync("/usr/bin/python3", [path.join(import.meta.dirname, "mpmath-expectations.py")], {
    input,
  });
  const truths = output.toString().trim().split("\n");
  const reports = cases.map((featured, i) => holdFeatured(featured, truths[i].split(" ").map(Number)));
  const batch = {
    first,
    cases: BATCH,
    compared: 3 * BATCH,
    wide: reports.filter(({ widest }) => widest > 1e-6).length,
    estimates: reports.filter(({ proven }) => !proven).length,
    missed: reports.flatMap(({ missed }, i) =>
      missed.length > 0 ? [{ index: first + i, expression: cases[i].expression, what: missed }] : [],
    ),
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
    `${sum(({ wide }) => wide)} known no better than to 1e-6, ${sum(({ estimates }) => estimates)} with estimates\n`,
);
process.exitCode = outside > 0 ? 1 : 0;
