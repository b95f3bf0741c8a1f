/**
 * The whole ledger over many seeds, reduced: `node scripts/trust/false-alarms.mjs SEEDS [BUDGET] [JOURNAL] [FIRST]`, after `npm run
 * build`; BUDGET is 1e-6 unless given. A second run goes on where it ends; lines of other questions are left alone.
 *
 * Every claim that can be sampled is asked at the cells of which the ledger knows what it is, by few draws: far from its
 * boundary, so that a false verdict would be a defect and no bad luck. And every claim of which the law is computed is asked
 * on its boundary, where bad luck shows: how often it should, the law of the counts says. Nine tenths of the budget are for these.
 *
 * A false verdict: what holds is refuted, or what is false is supported. Exit code 1 if seeds with one are more than the
 * budget allows (by 95 % limits), or one is far from its boundary at a budget below 0.001, or those on the boundary are so
 * many or so few that it happens once in 1,000 times, or the law of the counts gives one of them more than its α.
 */
import { createHash } from "node:crypto";
import { audit, drawCost } from "lemmacheck";
import { claims } from "lemmacheck/ledger";
import { logPoissonTails } from "lemmacheck/probability";
import { judgeShare } from "lemmacheck/statistics";
import { addLine, readJournal } from "../journal.mjs";
import { boundaryQuestions, chanceOfWrong } from "./boundary-questions.mjs";
import { holdingForm } from "./holding-form.mjs";
import { limits } from "./limits.mjs";

/** What the draws of a question may cost, in Gaussians; how many they are at least, and at most. */
const [GAUSSIANS, LEAST, MOST] = [2e4, 8, 200];
/** A question whose draws cost more than this is left out, as it would take the time of all the others. */
const REACH = 3e4;
const ON_BOUNDARY = 0.9;

const [seeds = 100, budget = 1e-6] = process.argv.slice(2, 4).map(Number);
const first = Number(process.argv[5] ?? 0);
for (const [name, value, is, must] of [
  ["SEEDS", seeds, Number.isSafeInteger(seeds) && seeds >= 1, "an integer ≥ 1"],
  ["BUDGET", budget, budget > 0 && budget < 1, "in (0, 1)"],
  ["FIRST", first, Number.isSafeInteger(first) && first >= 0, "an integer ≥ 0"],
]) {
  if (is) continue;
  process.stderr.write(`${name} is ${value}; it must be ${must}\n`);
  process.exit(2);
}
const journal = process.argv[4] ?? `false-alarms-${budget}.jsonl`;

/** Questions whose answer the ledger knows. */
const known = claims.flatMap((claim) => [
  ...(claim.witness ? [{ question: { claim, form: holdingForm(claim), cell: claim.witness }, holds: true }] : []),
  ...Object.entries(claim.forms)
    .filter(([, { refutedAt }]) => refutedAt)
    .map(([form, { refutedAt }]) => ({ question: { claim, form, cell: refutedAt }, holds: false })),
  ...Object.entries(claim.mutants).map(([mutant, { at, of = "printed" }]) => ({
    question: { claim, form: of, mutant, cell: at },
    holds: false,
  })),
]);

/** Those of them that draws can be made for, and quick ones; how many are left out, by reason. What throws ends the program. */
async function quickOnes() {
  const quick = [];
  const leftOut = {};
  for (const { question, holds } of known) {
    const { claim, cell } = question;
    const draws = Math.max(LEAST, Math.min(MOST, Math.floor(GAUSSIANS / drawCost(claim, cell))));
    const row = await audit({ ...question, seed: "quick" }, { method: "sampled", draws, reach: REACH });
    if (row.draws) quick.push({ question, holds, draws });
    else {
      const why = row.reason.startsWith("beyond reach")
        ? "a draw takes too long"
        : row.reason.split(";")[0].replace(claim.id, "it");
      leftOut[why] = (leftOut[why] ?? 0) + 1;
    }
  }
  return { quick, leftOut };
}

/** Whether any counts of so many draws give the false verdict; null where it is not decided by counts. */
function canBeWrong({ question: { claim, cell, form, mutant }, holds, draws }, alpha) {
  if (claim.kind === "mean" || claim.kind === "trend") return null;
  const own = claim.mutants[mutant]?.allows ?? claim.forms[form].allows ?? claim.allows;
  const log = claim.mutants[mutant]?.logAllows ?? claim.forms[form].logAllows ?? claim.logAllows;
  // What holds always is refuted by one draw, and supported where draws rule out a probability of 0.01.
  const allowed = claim.kind !== "whp" ? 0.01 : (own?.(cell) ?? (log ? Math.exp(log(cell)) : cell.gamma));
  if (holds && claim.kind !== "whp") return true;
  const verdict = judgeShare({ failures: holds ? draws : 0, draws }, { gamma: allowed }, alpha);
  return verdict === (holds ? "refuted" : "supported");
}

const { quick, leftOut } = await quickOnes();
const boundary = await boundaryQuestions(claims);
const [farAlpha, alpha] = [
  ((1 - ON_BOUNDARY) * budget) / quick.length,
  (ON_BOUNDARY * budget) / boundary.questions.length,
];
const questions = [
  ...quick.map((one) => ({ ...one, alpha: farAlpha, near: false })),
  ...boundary.questions.map((one) => ({ ...one, alpha, near: true })),
];
const rounded = (x) => (x === undefined ? null : x.toPrecision(9));
const digest = createHash("sha256")
  .update(
    JSON.stringify(
      questions.map(({ question: { claim, cell, form, mutant }, holds, draws, alpha: level, bound, allowed }) => [
        [claim.id, cell, form, mutant, holds, draws],
        [level, bound, allowed].map(rounded),
      ]),
    ),
  )
  .digest("hex")
  .slice(0, 16);

const chances = boundary.questions.map((one) => chanceOfWrong(one, alpha));
const expected = chances.reduce((sum, { chance }) => sum + chance, 0);
const far = quick.map((one) => canBeWrong(one, farAlpha));
const count = (list, is) => list.filter(is).length;
const say = (line) => process.stdout.write(`${line}\n`);
const ids = (list) => new Set(list.map(({ question }) => question.claim.id)).size;
say(
  `${questions.length} questions a seed (${digest}). Far from the boundary: ${quick.length} of ${ids(quick)} claims, ` +
    `${count(quick, ({ holds }) => holds)} true, ${count(quick, ({ holds }) => !holds)} false; the false verdict can come of some counts in ` +
    `${count(far, (can) => can === true)}, of none in ${count(far, (can) => can === false)}, is not decided by counts in ${count(far, (can) => can === null)}`,
);
say(
  `On the boundary: ${boundary.questions.length} of ${ids(boundary.questions)} claims, ${count(boundary.questions, ({ holds }) => holds)} true, ` +
    `${count(boundary.questions, ({ holds }) => !holds)} false; the false verdict can come of some counts in ${count(chances, ({ canBe }) => canBe)}, ` +
    `each with at most ${alpha.toPrecision(2)}, by the law of the counts with ${(expected / boundary.questions.length / alpha).toPrecision(2)} of that`,
);
for (const [why, left] of Object.entries(leftOut)) say(`left out, ${left} of those known: ${why}`);
for (const [why, left] of boundary.leftOut)
  say(`no boundary, ${left.length} claims: ${why}${left.length < 12 ? ` (${left.join(", ")})` : ""}`);

const lines = readJournal(journal).filter((line) => line.budget === budget && line.digest === digest);
const done = new Set(lines.map(({ seed }) => seed));
for (let seed = first; seed < first + seeds; seed++) {
  if (done.has(seed)) continue;
  const verdicts = { supported: 0, refuted: 0, inconclusive: 0, "not-applicable": 0 };
  const wrong = [];
  for (const [i, { question, holds, draws, alpha: level, near }] of questions.entries()) {
    // On the boundary each question has draws of its own, so that their false verdicts are independent.
    const row = await audit(
      { ...question, seed: near ? `boundary ${seed} ${i}` : `trust ${seed}` },
      { method: "sampled", draws, reach: REACH, alpha: level },
    );
    verdicts[row.verdict]++;
    if (row.verdict === (holds ? "refuted" : "supported"))
      wrong.push({ near, claim: row.claim, form: row.form, mutant: row.mutant, cell: row.cell, verdict: row.verdict });
  }
  const line = { seed, budget, digest, questions: questions.length, ...verdicts, wrong };
  addLine(journal, line);
  lines.push(line);
}

const failed = lines.filter(({ wrong }) => wrong.length > 0);
const { lower, upper } = limits(failed.length, lines.length);
const total = (name) => lines.reduce((sum, line) => sum + line[name], 0);
const wrongs = lines.flatMap(({ wrong }) => wrong);
const near = count(wrongs, (one) => one.near);
const should = expected * lines.length;
const { logAtLeast, logAtMost } = logPoissonTails(near, should);
for (const { seed, wrong } of failed.slice(0, 20)) say(`seed ${seed}: ${JSON.stringify(wrong)}`);
say(
  `${total("questions")} rows: ${total("supported")} supported, ${total("refuted")} refuted, ${total("inconclusive")} inconclusive, ` +
    `${total("not-applicable")} not applicable; false far from the boundary: ${wrongs.length - near}`,
);
say(
  `on the boundary ${near} false verdicts, ${should.toPrecision(3)} expected, ${(ON_BOUNDARY * budget * lines.length).toPrecision(3)} at most; ` +
    `so many or more with probability ${Math.exp(logAtLeast).toPrecision(2)}, so few or fewer with ${Math.exp(logAtMost).toPrecision(2)}`,
);
say(
  `budget ${budget}: ${failed.length} of ${lines.length} seeds had a false verdict (${lower.toExponential(1)} to ${upper.toExponential(1)})`,
);
const farTooMany = wrongs.length - near > 0 && budget < 1e-3;
// What is allowed is a hair from the probability itself, which is known to 1e-3.
const aboveAlpha = chances.some(({ chance }) => chance > 1.01 * alpha);
const unlikely = Math.min(logAtLeast, logAtMost) < Math.log(1e-3);
process.exitCode = lower > budget || farTooMany || aboveAlpha || unlikely ? 1 : 0;
