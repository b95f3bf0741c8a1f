/**
 * Writes docs/search-ledger.md from the journals of a search of the whole ledger: `LEMMACHECK_DATABASE=off npx lemmacheck search
 * --core-seconds 120 --out DIR --resume` (two hours of two cores), then `node scripts/search-ledger.mjs 120 DIR…`, after `npm run
 * build`. Of several directories, as of a search in parts, a later one's searches take the place of an earlier one's.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatNumber } from "lemmacheck";
import { claims } from "lemmacheck/ledger";

const DOC = "docs/search-ledger.md";
const [seconds, ...folders] = process.argv.slice(2);

/** What came of each search, by claim and form. */
const kept = new Map();
for (const folder of folders)
  for (const line of readFileSync(path.join(folder, "journal.jsonl"), "utf8").split("\n")) {
    // A line of a journal has its checksum first; the first and the last are no searches.
    const { key, value } = JSON.parse(line.replace(/^[0-9a-f]{16} /, "") || "{}");
    if (value?.effort) kept.set(key, value);
  }

const searched = claims.flatMap((claim) =>
  Object.entries(claim.forms).flatMap(([form, { refutedAt }]) => {
    const value = kept.get(`${claim.id}/${form}`);
    return value ? [{ id: claim.id, form, known: refutedAt !== undefined, ...value }] : [];
  }),
);
const missing = claims.filter(({ id }) => !searched.some((one) => one.id === id)).map(({ id }) => `\`${id}\``);
const left = missing.length > 0 ? `\n\nNot searched for so long yet: ${missing.join(", ")}.` : "";

function outcome({ row, known, effort }) {
  if (row) return known ? "refuted, as known" : "**refuted**";
  const what = effort.judged === 0 ? "it says nothing at any cell" : "not refuted";
  return `${known ? `${what}, though known to be false` : what}${effort.exhausted ? ", exhausted" : ""}`;
}

const code = (cell) => `\`${JSON.stringify(cell).replaceAll("|", String.raw`\|`)}\``;

function tableLine(one) {
  const { id, form, row, nearest, found, coreSeconds, effort } = one;
  const cell = row ? code(row.cell) : nearest ? `nearest ${code(nearest.cell)}` : "";
  const cells = `${formatNumber(effort.candidates)} (${formatNumber(effort.judged)})`;
  return `| \`${id}\` | ${form} | ${outcome(one)} | ${found === null ? "" : found.toFixed(1)} | ${coreSeconds.toFixed(1)} | ${cells} | ${cell} |`;
}

const known = searched.filter((one) => one.known);
const fresh = searched.filter((one) => one.row && !one.known);
/** Of claims with a form that stood, and was not searched through. */
const times = claims.flatMap(({ id }) => {
  const own = searched.filter((one) => one.id === id);
  const stood = own.some(({ row, effort }) => !row && !effort.exhausted);
  return stood ? [own.reduce((sum, { coreSeconds }) => sum + coreSeconds, 0)] : [];
});
writeFileSync(
  DOC,
  `# The ledger, searched

\`lemmacheck search --core-seconds ${seconds} --out DIR --resume\`, seed \`1\`: ${seconds} seconds of processor time for each claim, shared by its forms; what
one leaves, the other has. Printed forms were searched as the paper prints them: without the ledger's cells, witnesses,
mutants, repaired forms and known counterexamples. What was not found may still be there.

${searched.length} forms of ${claims.length - missing.length} claims were searched. ${known.filter(({ row }) => row).length} of ${known.length} forms that the ledger knows to be false were found to be; ${fresh.length} others were
refuted. A claim with a form that was neither refuted nor searched through had ${Math.min(...times).toFixed(1)} core-seconds at least. “Found after” is by the clock.${left}

| claim | form | outcome | found after, s | core-s | cells (judged) | cell |
| --- | --- | --- | --- | --- | --- | --- |
${searched.map(tableLine).join("\n")}
`,
);
execFileSync("npx", ["biome", "check", "--write", DOC], { stdio: "inherit" });
