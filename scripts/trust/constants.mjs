/**
 * Holds certified constants of random expressions to mpmath and sollya, which read and differentiate them on their own:
 * `node scripts/trust/constants.mjs COUNT [JOURNAL] [FIRST] [FACTOR]`, after `npm run build`, goes on until COUNT expressions from index
 * FIRST on were accepted. A JSON line an expression is appended to the journal (constants.jsonl), and a second run goes on where it
 * ends. PYTHON is the interpreter (/usr/bin/python3). What is certified is multiplied by FACTOR (1) first. Exit code 1 if a value of
 * theirs is above a supremum, or none comes to within 1e-6 of one that is said to be attained at a place.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { createJiti } from "jiti";
import { addLine, readJournal } from "../journal.mjs";
import { bySollya, WITHIN } from "./constants/by-sollya.mjs";

const [count = "1000", journal = "constants.jsonl", from = "0", factor = "1"] = process.argv.slice(2);
for (const [name, text, least] of [
  ["COUNT", count, 1],
  ["FIRST", from, 0],
])
  if (!(Number.isSafeInteger(Number(text)) && Number(text) >= least)) {
    process.stderr.write(`${name} is ${JSON.stringify(text)}; it must be an integer of at least ${least}\n`);
    process.exit(2);
  }
if (!(Number(factor) > 0 && Number(factor) < Infinity)) {
  process.stderr.write(`FACTOR is ${JSON.stringify(factor)}; it must be a positive number\n`);
  process.exit(2);
}

const here = (file) => path.join(import.meta.dirname, file);
const built = (name) =>
  import(new URL(`../../dist/modules/src/activations/expressions/${name}.js`, import.meta.url).href);
const { certify } = await built("certify");
const { domainProblem } = await built("check-domain");
const { parseExpression } = await built("parse-expression");
const { stableForm } = await built("stable-form");
const { randomExpression } = await createJiti(import.meta.url).import(
  here("../../src/activations/testing/random-expression.ts"),
);

const NAMES = ["supremum", "lipschitz", "smoothness"];
/** Relative widths up to here are close, and so are values to a supremum. */
const CLOSE = 1e-6;
/** What a value of sollya's may be above a supremum by: both are rounded to doubles. */
const ROUNDED = 1e-14;
const BATCH = 10;

/** What is certified of an expression: null where it is refused. */
function certified(index) {
  const { text } = randomExpression(index);
  try {
    const form = stableForm(parseExpression(text));
    if (domainProblem(form) !== null) return { index, expression: text, found: null };
    const certificate = certify(form);
    const found = NAMES.map((name) => {
      const { low, high, at } = certificate[name];
      return { low: low * Number(factor), high: high * Number(factor), at };
    });
    return { index, expression: text, found };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { index, expression: text, found: null };
  }
}

function byMpmath(all) {
  const input = all.map(({ expression, found }) => {
    const finite = (x) => (Number.isFinite(x) ? x : null);
    return JSON.stringify({
      expression,
      high: found.map(({ high }) => finite(high)),
      at: found.map(({ at }) => finite(at)),
    });
  });
  const { status, error, stdout, stderr } = spawnSync(
    process.env.PYTHON ?? "/usr/bin/python3",
    [here("constants/by-mpmath.py")],
    { input: input.map((line) => `${line}\n`).join(""), encoding: "utf8" },
  );
  if (status !== 0) {
    process.stderr.write(`by-mpmath.py has failed: ${error?.message ?? stderr.trim().split("\n").at(-1)}\n`);
    process.exit(2);
  }
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const shown = (x) => (Number.isFinite(x) ? x : String(x));

/** A line for each of these, of which those that are accepted are looked at by both programs. */
function linesOf(indices) {
  const all = indices.map(certified);
  const accepted = all.filter(({ found }) => found !== null);
  const seen = accepted.length === 0 ? [] : byMpmath(accepted);
  const sights = new Map(accepted.map((one, i) => [one.index, { mpmath: seen[i], sollya: bySollya(one.expression) }]));
  return all.map(({ index, expression, found }) => ({
    index,
    expression,
    found: found?.map(({ low, high, at }) => [low, high, at].map(shown)) ?? null,
    ...sights.get(index),
  }));
}

const known = new Map(readJournal(journal).map((line) => [line.index, line]));
const lines = [];
const accepted = () => lines.reduce((sum, { found }) => sum + (found === null ? 0 : 1), 0);
for (let index = Number(from); accepted() < Number(count); index += BATCH) {
  const indices = Array.from({ length: BATCH }, (_, i) => index + i);
  const missing = indices.filter((i) => !known.has(i));
  for (const line of missing.length === 0 ? [] : linesOf(missing)) {
    addLine(journal, line);
    known.set(line.index, line);
  }
  lines.push(...indices.map((i) => known.get(i)));
}

const tally = { bounds: 0, close: 0, alone: 0, told: 0, atInfinity: 0, sollya: 0, sollyaBounds: 0, sollyaClose: 0 };
const bad = [];
for (const { index, expression, found, mpmath, sollya } of lines) {
  if (found === null) continue;
  if (sollya?.some((x) => x !== null)) tally.sollya++;
  for (const [k, [low, high, at]] of found.map((end) => end.map(Number)).entries()) {
    const complain = (what) => bad.push(`${index} ${expression}, ${NAMES[k]} [${low}, ${high}] at ${at}: ${what}`);
    if (high === Infinity) continue;
    tally.bounds++;
    for (const [, place, size] of mpmath.above.filter(([order]) => order === k))
      complain(`mpmath has ${size} at ${place}`);
    const isClose = high - low <= CLOSE * high;
    const near = (x) => x >= low * (1 - CLOSE);
    if (isClose) {
      tally.close++;
      if (near(mpmath.alone[k])) tally.alone++;
      else if (near(mpmath.told[k])) tally.told++;
      else if (Number.isFinite(at)) complain(`mpmath found ${mpmath.told[k]} at most`);
      else tally.atInfinity++;
    }
    const size = sollya?.[k] ?? null;
    if (size === null) continue;
    tally.sollyaBounds++;
    if (size > high * (1 + ROUNDED)) complain(`sollya has ${size} within ±${WITHIN}`);
    if (isClose && near(size)) tally.sollyaClose++;
  }
}
const distinct = new Set(lines.flatMap(({ expression, found }) => (found === null ? [] : [expression]))).size;
for (const line of bad) process.stdout.write(`${line}\n`);
process.stdout.write(
  `${accepted()} accepted of ${lines.length}, ${distinct} of them different: ${tally.bounds} finite bounds, ${tally.close} of them known to ${CLOSE}; ` +
    `mpmath came as near to ${tally.alone} alone, to ${tally.told} more near their places; ${tally.atInfinity} at infinity it did not; ` +
    `sollya: ${tally.sollya} expressions, ${tally.sollyaBounds} bounds, as near to ${tally.sollyaClose} of them; ${bad.length} contradicted\n`,
);
process.exitCode = bad.length > 0 ? 1 : 0;
