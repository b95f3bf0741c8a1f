/**
 * Writes docs/search-ledger.md from a search of the whole ledger: `LEMMACHECK_DATABASE=off npx lemmacheck search --core-seconds 120
 * --out DIR --resume` (80 minutes of two cores), then `node scripts/search-ledger.mjs DIR`.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const DOC = "docs/search-ledger.md";
const summary = readFileSync(path.join(process.argv[2], "search.md"), "utf8");
const [, command] = /^`(.*)`$/m.exec(summary) ?? [];
const [, told] = /^(\d+ forms were searched[\s\S]*?)\n\n\|/m.exec(summary) ?? [];
if (!command || !told) throw new Error(`${process.argv[2]} has no search.md of several forms`);
const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
/** Escaped text of a table as code of it, in which a bar alone is escaped. */
const code = (text) =>
  `\`${text.replaceAll(/\\([^|])/g, "$1").replaceAll(/&(amp|lt|gt);/g, (entity) => entities[entity])}\``;
const table = summary
  .slice(summary.indexOf("\n\n|") + 2)
  .trimEnd()
  .replaceAll(/^\| ([a-z\d-]+) \|/gm, (line, name) => (name === "claim" ? line : `| \`${name}\` |`))
  .replaceAll(/(\\\{.*\}) \|$/gm, (_, cell) => `${code(cell)} |`);
writeFileSync(
  DOC,
  `# The ledger, searched

\`${command.replace(/ --out \S+/, " --out DIR")}\`: that many seconds of processor time for each claim, shared by its forms; what is found is made simple within
them. Printed forms were searched as the paper prints them: without the ledger's cells, witnesses, mutants, repaired forms and known
counterexamples.

${told}

${table}
`,
);
execFileSync("npx", ["biome", "check", "--write", DOC], { stdio: "inherit" });
