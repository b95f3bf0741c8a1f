/**
 * The smallest change of each claim's bound that an audit refutes: `node scripts/trust/power.mjs ROWS [MOST]`, after
 * `npm run build`; ROWS is the `rows.jsonl` of `lemmacheck audit`. Of the rows that are supported each tells the multiple of its
 * bound that would have been refuted; of an exponent, a mean, and a bound that is 0, what would have had to be added. The one nearest
 * to no change counts. It is tried: the claim is audited again with its bound changed so, and a millionth more; where that took
 * more than MOST milliseconds the first time, it is not. Prints a table in Markdown. Exit code 1 if one is not refuted.
 */
import { readFileSync } from "node:fs";
import { audit } from "lemmacheck";
import { claims } from "lemmacheck/ledger";
import { holdingForm } from "./holding-form.mjs";

/** How much further a bound is moved, lest rounding decide. */
const MORE = 1e-6;

const [file, most = "Infinity"] = process.argv.slice(2);
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** What would have to be added to a row's bound, and what that would be were everything known. */
function added(
  claim,
  { bound, cell, exponent, exponentLower, exponentUpper, mean, meanLower, meanUpper, observedQuantile },
) {
  const [lower, upper, middle] =
    claim.kind === "trend"
      ? [exponentLower, exponentUpper, exponent]
      : claim.kind === "mean"
        ? [meanLower, meanUpper, mean]
        : [observedQuantile, observedQuantile, observedQuantile];
  if (lower === null || upper === null) return null;
  // Of other kinds a row has one of two ends.
  if (claim.kind !== "trend" && claim.kind !== "mean" && (bound !== 0 || claim.relation === "=")) return null;
  if (claim.relation !== "=") {
    const by = (claim.relation === "<=" ? lower : upper) - bound;
    return { by, observed: middle - bound };
  }
  const open = claim.resolution(cell);
  const up = { by: upper + open - bound, observed: middle + open - bound };
  const down = { by: lower - open - bound, observed: middle - open - bound };
  return up.by < -down.by ? up : down;
}

/** The least change of a row's bound that is refuted: a multiple, or what is added. */
function changeOf(claim, row) {
  if (row.verdict !== "supported") return null;
  if (row.refutedMultiple > 0)
    return {
      distance: Math.abs(Math.log(row.refutedMultiple)),
      text: timesText(row.refutedMultiple),
      observed: timesText(row.observedQuantile / row.bound),
      apply: (bound) => bound * row.refutedMultiple,
    };
  const change = added(claim, row);
  if (!change) return null;
  return {
    distance: Math.abs(change.by),
    text: addedText(change.by),
    observed: addedText(change.observed),
    apply: (bound) => bound + change.by,
  };
}

/** A bound that is attained leaves no room: whatever is beyond it is refuted. */
const timesText = (x) =>
  x === 1
    ? "1, attained"
    : Math.abs(x - 1) < 1e-3
      ? `1 ${x < 1 ? "−" : "+"} ${Math.abs(x - 1).toExponential(1)}`
      : x.toPrecision(3);
const addedText = (x) => (x === 0 ? "0, attained" : `${x < 0 ? "−" : "+"} ${Number(Math.abs(x).toPrecision(3))}`);
const cellText = (cell) =>
  Object.entries(cell)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");

/** The claim with its bound changed, and a millionth more of it. */
function spoiled(claim, form, apply) {
  const own = claim.forms[form];
  const bound = (...given) => {
    const usual = own.bound(...given);
    if (usual === null) return null;
    const moved = apply(usual);
    const direction = claim.relation === "<=" ? -1 : claim.relation === ">=" ? 1 : Math.sign(moved - usual) || 1;
    return moved + direction * MORE * (Math.abs(moved) || 1);
  };
  return { ...claim, forms: { ...claim.forms, [form]: { ...own, bound } } };
}

const table = [["claim", "form", "refuted change of the bound", "observed", "method", "cell"]];
const untold = [];
let [tried, refuted] = [0, 0];
for (const claim of claims) {
  const form = holdingForm(claim);
  const own = rows.filter((row) => row.claim === claim.id && row.form === form && row.mutant === null);
  const [best] = own
    .flatMap((row) => {
      const change = changeOf(claim, row);
      return change ? [{ row, change }] : [];
    })
    .toSorted((a, b) => a.change.distance - b.change.distance);
  if (!best) {
    const decided = own.some(({ verdict }) => verdict === "supported");
    untold.push(`\`${claim.id}\`: ${decided ? "what is refuted is not known there" : "no default cell is decided"}`);
    continue;
  }
  const { row, change } = best;
  table.push([`\`${claim.id}\``, form, change.text, change.observed, row.method, cellText(row.cell)]);
  if (row.milliseconds > Number(most)) continue;
  tried++;
  const question = {
    claim: spoiled(claim, form, change.apply),
    cell: row.cell,
    form,
    seed: row.seed,
    stream: row.stream,
  };
  const again = await audit(question, row.alpha === null ? {} : { alpha: row.alpha });
  if (again.verdict === "refuted") refuted++;
  else
    process.stdout.write(
      `${claim.id} at ${cellText(row.cell)}, bound ${change.text}: ${again.verdict}, ${again.reason}\n`,
    );
}
const widths = table[0].map((_, i) => Math.max(...table.map((line) => line[i].length)));
table.splice(
  1,
  0,
  widths.map((width) => "-".repeat(width)),
);
for (const line of table) process.stdout.write(`| ${line.map((text, i) => text.padEnd(widths[i])).join(" | ")} |\n`);
for (const line of untold) process.stdout.write(`\n- ${line}`);
process.stdout.write(`\n${tried} changes tried, ${refuted} refuted\n`);
process.exitCode = refuted < tried ? 1 : 0;
