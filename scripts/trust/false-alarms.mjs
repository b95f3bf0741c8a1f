/**
 * The whole ledger over many seeds, reduced: every claim that can be sampled, each form at one cell of which the ledger knows
 * what it is, by few draws: `node scripts/trust/false-alarms.mjs SEEDS [BUDGET] [JOURNAL] [FIRST]`, after `npm run build`; BUDGET is
 * 1e-6 unless given. A second run goes on where it ends. A false verdict: a form that holds is refuted, or a form that is false
 * there, or a mutant, is supported. Exit code 1 if seeds with one are more than the budget allows (by 95 % limits).
 */
import { audit, drawCost } from "lemmacheck";
import { claims } from "lemmacheck/ledger";
import { addLine, readJournal } from "../journal.mjs";
import { holdingForm } from "./holding-form.mjs";
import { limits } from "./limits.mjs";

/** What the draws of a question may cost, in Gaussians; how many they are at least, and at most. */
const [GAUSSIANS, LEAST, MOST] = [2e4, 8, 200];
/** A question whose draws cost more than this is left out, as it would take the time of all the others. */
const REACH = 3e4;

const [seeds = 100, budget = 1e-6] = process.argv.slice(2, 4).map(Number);
const journal = process.argv[4] ?? `false-alarms-${budget}.jsonl`;
const first = Number(process.argv[5] ?? 0);

/** Questions whose answer is known: [question, whether it holds]. */
const known = claims.flatMap((claim) => {
  const places = [];
  const hold = holdingForm(claim);
  if (claim.witness) places.push([{ claim, form: hold, cell: claim.witness }, true]);
  for (const [form, { refutedAt }] of Object.entries(claim.forms))
    if (refutedAt) places.push([{ claim, form, cell: refutedAt }, false]);
  for (const [mutant, { at, of = "printed" }] of Object.entries(claim.mutants))
    places.push([{ claim, form: of, mutant, cell: at }, false]);
  return places;
});

const askedOf = ({ claim, cell }) => ({
  method: "sampled",
  draws: Math.max(LEAST, Math.min(MOST, Math.floor(GAUSSIANS / drawCost(claim, cell)))),
  reach: REACH,
});

/** Those that have draws, and quick ones. */
async function quickOnes() {
  const quick = [];
  for (const [question, holds] of known) {
    const row = await audit({ ...question, seed: "quick" }, askedOf(question)).catch(() => null);
    if (row?.draws) quick.push([question, holds]);
  }
  return quick;
}

const lines = readJournal(journal).filter((line) => line.budget === budget);
const done = new Set(lines.map(({ seed }) => seed));
const questions = await quickOnes();
const ids = new Set(questions.map(([{ claim }]) => claim.id));
process.stderr.write(`${questions.length} questions of ${ids.size} claims a seed\n`);
for (let seed = first; seed < first + seeds; seed++) {
  if (done.has(seed)) continue;
  const verdicts = { supported: 0, refuted: 0, inconclusive: 0, "not-applicable": 0 };
  const wrong = [];
  for (const [question, holds] of questions) {
    const row = await audit(
      { ...question, seed: `trust ${seed}` },
      {
        ...askedOf(question),
        alpha: budget / questions.length,
      },
    );
    verdicts[row.verdict]++;
    if (row.verdict === (holds ? "refuted" : "supported"))
      wrong.push({ claim: row.claim, form: row.form, mutant: row.mutant, cell: row.cell, verdict: row.verdict });
  }
  const line = { seed, budget, questions: questions.length, ...verdicts, wrong };
  addLine(journal, line);
  lines.push(line);
}
const failed = lines.filter(({ wrong }) => wrong.length > 0);
const { lower, upper } = limits(failed.length, lines.length);
const total = (name) => lines.reduce((sum, line) => sum + line[name], 0);
process.stdout.write(
  `budget ${budget}: ${failed.length} of ${lines.length} seeds had a false verdict (${lower.toExponential(1)} to ${upper.toExponential(1)}); ` +
    `${total("questions")} rows: ${total("supported")} supported, ${total("refuted")} refuted, ${total("inconclusive")} inconclusive\n`,
);
for (const { seed, wrong } of failed.slice(0, 20)) process.stdout.write(`seed ${seed}: ${JSON.stringify(wrong)}\n`);
process.exitCode = lower > budget ? 1 : 0;
