import type { Row } from "../src/auditor/row-fields.js";
import { citation } from "./citation.js";
import { columns } from "./columns.js";
import { escapeHtml } from "./escape-html.js";
import { sectionOf } from "./html-section.js";
import { ledgerTable, ledgerTitles, NUMERIC_TITLES } from "./ledger-table.js";
import { STYLE } from "./style.js";
import { byClaim, countVerdicts } from "./summary.js";
import { NO_TEXTS, type Texts } from "./texts.js";

function tile([label, count]: readonly [string, number]): string {
  return `<li><strong>${count}</strong>${label}</li>`;
}

function glance(rows: readonly Row[], texts: Texts): string {
  const heads = ledgerTitles.map(
    (title, i) => `<th scope="col"${i < NUMERIC_TITLES ? ' class="number"' : ""}>${title}</th>`,
  );
  const lines = ledgerTable(rows, texts).map(({ claim, anchor, cells }) => {
    const id = escapeHtml(claim);
    const data = cells.map((text, i) => `<td${i < NUMERIC_TITLES ? ' class="number"' : ""}>${escapeHtml(text)}</td>`);
    return `<tr><th scope="row"><a href="#${escapeHtml(anchor)}">${id}</a></th>${data.join("")}</tr>`;
  });
  return `<div class="scroll"><table class="glance"><thead><tr><th scope="col">claim</th>${heads.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

/**
 * The report as one page with nothing from outside: no scripts, fonts or pictures to fetch.
 *
 * @param texts what is known of papers and statements beside their rows.
 */
export function toHtml(rows: readonly Row[], texts: Texts = NO_TEXTS): string {
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
${[...texts.values()].map((paper) => `<p>${escapeHtml(citation(paper))}</p>`).join("\n")}
<p>Each row is one form of one statement, judged at one cell.</p>
<ul class="counts">${tiles.join("")}</ul>
${glance(rows, texts)}
${byClaim(rows)
  .map((group) => sectionOf(group, texts))
  .join("\n")}
<section>
<h2>Columns</h2>
<dl>${legend.join("")}</dl>
</section>
</body>
</html>
`;
}
