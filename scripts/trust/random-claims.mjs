/**
 * Random claims of every kind, true by construction or false by a known margin, judged end to end, each run at an error
 * budget of its own: `node scripts/trust/random-claims.mjs RUNS [BUDGET] [JOURNAL]`, after `npm run build`; BUDGET is 1e-6
 * unless given. A second run goes on where it ends; lines of another version of the claims are left alone.
 *
 * Half of them stand on their boundary, on either side of it. Forms and mutants are asked; a hypothesis may fail, or not be
 * known. Where a law is computed, and where nothing is random, the verdict must be the truth. Members that do not matter
 * are changed: the verdict must stay. Exit code 1 where any of this fails, or runs with a false verdict by draws are more
 * than the budget allows (by 95 % limits).
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { audit, defineClaim } from "lemmacheck";
import { addLine, readJournal } from "../journal.mjs";
import { CHANGES } from "./harmless-changes.mjs";
import { limits } from "./limits.mjs";
import { cases } from "./random-cases.mjs";

/** Claims of a run, and the draws of each. */
const [CLAIMS, DRAWS] = [16, 2048];
/** Margins are told apart by these. */
const EDGES = [1e-8, 0.1, 0.5, 2];

const [runs = 1000, budget = 1e-6] = process.argv.slice(2, 4).map(Number);
for (const [name, value, is, must] of [
  ["RUNS", runs, Number.isSafeInteger(runs) && runs >= 1, "an integer ≥ 1"],
  ["BUDGET", budget, budget > 0 && budget < 1, "in (0, 1)"],
]) {
  if (is) continue;
  process.stderr.write(`${name} is ${value}; it must be ${must}\n`);
  process.exit(2);
}
const journal = process.argv[4] ?? `random-claims-${budget}.jsonl`;
const version = createHash("sha256").update(`${CLAIMS} ${DRAWS}`);
for (const file of ["random-cases.mjs", "claim-families.mjs", "harmless-changes.mjs"])
  version.update(readFileSync(new URL(file, import.meta.url)));
const digest = version.digest("hex").slice(0, 16);

/** The same question of a claim of which members that do not matter are other ones. */
function changed({ question, changes, continuous }) {
  let { claim } = question;
  for (const name of changes) claim = CHANGES[name](claim, question.cell, continuous) ?? claim;
  return { ...question, claim: defineClaim(claim) };
}

/** Whether something is random in it and nothing stands in the way: such questions share the budget of a run. */
const isByDraws = ({ question: { claim }, open }) => claim.draw.id !== "nothing" && !open;

/** Asks one question in all ways that there are; what it says by draws, if draws are made, and what is not as it must be. */
async function judge(one, seed, alpha) {
  const { question, holds, open } = one;
  const ask = (of, method) => audit({ ...of, seed }, { method, draws: DRAWS, alpha });
  const truth = holds ? "supported" : "refuted";
  const isFixed = question.claim.draw.id === "nothing";
  const broken = [];
  const must = (what, is, should) => is === should || broken.push({ what, is, should });
  const computed = isFixed || question.claim.exact ? await ask(question) : null;
  if (computed) must("without draws", computed.verdict, open ?? truth);
  const drawn = isFixed ? null : await ask(question, "sampled");
  if (drawn && open) must("under a hypothesis", drawn.verdict, open);
  const again = await ask(changed(one), isFixed ? undefined : "sampled");
  const before = drawn ?? computed;
  must(
    `changed: ${one.changes.join(", ")}`,
    `${again.verdict} by ${again.draws}`,
    `${before.verdict} by ${before.draws}`,
  );
  const wrong = isByDraws(one) && drawn.verdict === (holds ? "refuted" : "supported");
  return { verdict: before.verdict, byDraws: isByDraws(one) && drawn.draws !== null, wrong, broken };
}

const lines = readJournal(journal).filter((line) => line.budget === budget && line.digest === digest);
const done = new Set(lines.map(({ run }) => run));
for (let run = 0; run < runs; run++) {
  if (done.has(run)) continue;
  const rows = [];
  const asked = fc.sample(cases, { seed: run + 1, numRuns: CLAIMS });
  const alpha = budget / Math.max(1, asked.filter(isByDraws).length);
  for (const [i, one] of asked.entries()) {
    const { broken, ...found } = await judge(one, `random ${run} ${i}`, alpha);
    const { family, holds, margin, open } = one;
    rows.push({ family, holds, margin, open, ...found, ...(broken.length > 0 && { broken }) });
  }
  const line = { run, budget, digest, rows };
  addLine(journal, line);
  lines.push(line);
}

const say = (line) => process.stdout.write(`${line}\n`);
const rows = lines.flatMap((line) => line.rows.map((row) => ({ run: line.run, ...row })));
const drawn = rows.filter(({ byDraws }) => byDraws);
const below = (margin) => EDGES.findIndex((edge) => margin < edge);
for (const family of [...new Set(drawn.map((row) => row.family))].toSorted((a, b) => a.localeCompare(b))) {
  const shares = [...EDGES.keys(), -1].map((place) => {
    const wrongOnes = drawn.filter((row) => row.family === family && !row.holds && below(row.margin) === place);
    return `${wrongOnes.filter(({ verdict }) => verdict === "refuted").length}/${wrongOnes.length}`;
  });
  const rightOnes = drawn.filter((row) => row.family === family && row.holds);
  const supported = rightOnes.filter(({ verdict }) => verdict === "supported").length;
  say(
    `${family}: refuted of the false ones, margins below ${EDGES.join(", ")} and above: ${shares.join(" ")}; supported of the true ones: ${supported}/${rightOnes.length}`,
  );
}
const broken = rows.filter((row) => row.broken);
for (const row of broken.slice(0, 20)) say(`run ${row.run}: ${JSON.stringify(row)}`);
for (const { run, family, holds, margin, verdict } of drawn.filter((row) => row.wrong).slice(0, 20))
  say(`run ${run}: ${family}, ${holds ? "true" : "false"} by ${margin}, is ${verdict}`);
const failed = lines.filter((line) => line.rows.some(({ wrong }) => wrong)).length;
const { lower, upper } = limits(failed, lines.length);
const edge = drawn.filter(({ margin }) => below(margin) === 0).length;
say(
  `${rows.length} claims, ${drawn.length} of them by draws and ${edge} of these on the boundary; ${rows.filter(({ open }) => open).length} with a hypothesis that fails or is not known; ` +
    `${broken.length} not as computed, as their hypotheses are, or as before a change that does not matter`,
);
say(
  `budget ${budget}: ${failed} of ${lines.length} runs had a false verdict (${lower.toExponential(1)} to ${upper.toExponential(1)}); ${broken.length} defects`,
);
process.exitCode = lower > budget || broken.length > 0 ? 1 : 0;
