/**
 * The smallest change of each claim's bound that an audit refutes: `node scripts/trust/power.mjs ROWS`, after `npm run build`; ROWS
 * is the `rows.jsonl` of `lemmacheck audit`. Of the rows that are supported, each says what multiple of its bound would have been
 * refuted; the one nearest 1 counts, with its method and cell, and beside it the multiple that the observed quantile is: a bound
 * between the two is true as far as is known, and one beyond is not to be refuted. Prints a table in Markdown, and the claims that have none, with why.
 */
import { readFileSync } from "node:fs";
import { claims } from "lemmacheck/ledger";
import { holdingForm } from "./holding-form.mjs";

const [file] = process.argv.slice(2);
const rows = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const distance = (multiple) => Math.abs(Math.log(multiple));
const cellText = (cell) =>
  Object.entries(cell)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");

/** Why no multiple of a bound is refuted at any cell. */
function reason(claim, own) {
  if (claim.kind === "trend") return "an exponent is judged, not a bound";
  const decided = own.filter(({ verdict }) => verdict === "supported");
  if (decided.length === 0) return "no default cell is decided";
  const { bound } = decided[0];
  if (decided.every((row) => !(row.bound > 0))) return `its bound is ${bound}: a multiple is no change`;
  return "the law has no quantile there: it is surely below";
}

const found = claims.map((claim) => {
  const form = holdingForm(claim);
  const own = rows.filter((row) => row.claim === claim.id && row.form === form && row.mutant === null);
  const telling = own.filter(({ verdict, refutedMultiple }) => verdict === "supported" && refutedMultiple > 0);
  const best = telling.toSorted((a, b) => distance(a.refutedMultiple) - distance(b.refutedMultiple))[0];
  return { claim, form, own, best };
});
/** A bound that is attained leaves no room: whatever is beyond it is refuted. */
const number = (x) =>
  x === 1
    ? "1, attained"
    : Math.abs(x - 1) < 1e-3
      ? `1 ${x < 1 ? "−" : "+"} ${Math.abs(x - 1).toExponential(1)}`
      : x.toPrecision(3);
process.stdout.write(
  "| claim | form | refuted multiple of the bound nearest 1 | observed quantile, in bounds | method | cell |\n| --- | --- | --- | --- | --- | --- |\n",
);
for (const { claim, form, best } of found)
  if (best)
    process.stdout.write(
      `| \`${claim.id}\` | ${form} | ${number(best.refutedMultiple)} | ${number(best.observedQuantile / best.bound)} | ${best.method} | ${cellText(best.cell)} |\n`,
    );
process.stdout.write("\n");
for (const { claim, own, best } of found) if (!best) process.stdout.write(`- \`${claim.id}\`: ${reason(claim, own)}\n`);
