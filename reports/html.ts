import type { Row } from "lemmacheck";
import { columns } from "./columns.js";
import { escapeHtml } from "./escape-html.js";
import { sectionOf } from "./html-section.js";
import { ledgerTable, ledgerTitles, NUMERIC_TITLES } from "./ledger-table.js";
import type { StatementText } from "./statement-text.js";
import { STYLE } from "./style.js";
import { byClaim, countVerdicts } from "./summary.js";

function tile([label, count]: readonly [string, number]): string {
  return `<li><strong>${count}</strong>${label}</li>`;
}

function glance(rows: readonly Row[]): string {
  const heads = ledgerTitles.map(
    (title, i) => `<th scope="col"${i < NUMERIC_TITLES ? ' class="number"' : ""}>${title}</th>`,
  );
  const lines = ledgerTable(rows).map(({ claim, cells }) => {
    const id = escapeHtml(claim);
    const data = cells.map((text, i) => `<td${i < NUMERIC_TITLES ? ' class="number"' : ""}>${escapeHtml(text)}</td>`);
    return `<tr><th scope="row"><a href="#${id}">${id}</a></th>${data.join("")}</tr>`;
  });
  return `<div class="scroll"><table class="glance"><thead><tr><th scope="col">claim</th>${heads.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

/**
 * The report as one page with nothing from outside: no scripts, fonts or pictures to fetch.
 *
 * @param statements what is known of the statements beside their rows, by claim id.
 */
export function toHtml(rows: readonly Row[], statements: ReadonlyMap<string, StatementText> = new Map()): string {
  const counts = countVerdicts(rows);
  const tiles = (
    [
      ["supported", counts.supported],
      ["vacuous: nothing shown", counts.vacuous],
      ["refuted", counts.refuted],
      ["inconclusive", counts.inconclusive],
      ["not applicable", counts.notApplicable],
    ] as const
  ).map(tile);
  const legend = columns.map(({ title, meaning }) => `<dt>${escapeHtml(title)}</dt><dd>${escapeHtml(meaning)}</dd>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Bound tightness</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Bound tightness</h1>
<p>Each row is one form of one statement, judged at one cell.</p>
<ul class="counts">${tiles.join("")}</ul>
${glance(rows)}
${[...byClaim(rows)].map(([claim, own]) => sectionOf(claim, own, statements.get(claim))).join("\n")}
<section>
<h2>Columns</h2>
<dl>${legend.join("")}</dl>
</section>
</body>
</html>
`;
}
