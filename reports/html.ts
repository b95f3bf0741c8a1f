import type { Row } from "lemmacheck";
import { columns } from "./columns.js";
import { ledgerTable, ledgerTitles } from "./ledger-table.js";
import { byClaim, countVerdicts, verdictLine } from "./summary.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text from outside, safe as HTML content and in attributes. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]);
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --good: #1a7f37; --bad: #cf222e; --unsure: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --good: #3fb950; --bad: #ff7b72; --unsure: #d29922; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 100rem; padding: 0 1rem; }
h1 { margin-bottom: .25rem; } h2 { margin: 2.5rem 0 .25rem; } p { margin: .25rem 0 1rem; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0; list-style: none; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .9rem; }
.counts strong { display: block; font-size: 1.5rem; line-height: 1.2; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { border-bottom-width: 2px; } td:last-child { white-space: normal; min-width: 22rem; opacity: .8; }
.number { text-align: right; } .glance { width: auto; } .glance th[scope="row"] { font-weight: normal; border-bottom-width: 1px; } .glance td:last-child { min-width: 0; } tr.vacuous { opacity: .6; } tr.vacuous .supported { color: inherit; }
.supported { color: var(--good); } .refuted { color: var(--bad); font-weight: 600; } .inconclusive { color: var(--unsure); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dd { margin: 0; }
`;

function tile([label, count]: readonly [string, number]): string {
  return `<li><strong>${count}</strong>${label}</li>`;
}

function tableRow(row: Row): string {
  const cells = columns.map((column) => {
    const classes = [...(column.numeric ? ["number"] : []), ...(column.title === "verdict" ? [row.verdict] : [])];
    const attribute = classes.length > 0 ? ` class="${escapeHtml(classes.join(" "))}"` : "";
    return `<td${attribute}>${escapeHtml(column.text(row))}</td>`;
  });
  return `<tr${row.vacuous ? ' class="vacuous"' : ""}>${cells.join("")}</tr>`;
}

function section([claim, rows]: readonly [string, readonly Row[]]): string {
  const heads = columns.map(
    ({ title, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ""}>${escapeHtml(title)}</th>`,
  );
  return `<section id="${escapeHtml(claim)}">
<h2>${escapeHtml(claim)}</h2>
<p>${escapeHtml(verdictLine(rows))}</p>
<div class="scroll"><table><thead><tr>${heads.join("")}</tr></thead>
<tbody>
${rows.map(tableRow).join("\n")}
</tbody></table></div>
</section>`;
}

function glance(rows: readonly Row[]): string {
  const heads = ledgerTitles.map((title, i) => `<th scope="col"${i < 6 ? ' class="number"' : ""}>${title}</th>`);
  const lines = ledgerTable(rows).map(({ claim, cells }) => {
    const id = escapeHtml(claim);
    const data = cells.map((text, i) => `<td${i < 6 ? ' class="number"' : ""}>${escapeHtml(text)}</td>`);
    return `<tr><th scope="row"><a href="#${id}">${id}</a></th>${data.join("")}</tr>`;
  });
  return `<div class="scroll"><table class="glance"><thead><tr><th scope="col">claim</th>${heads.join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody></table></div>`;
}

/** The report as one page with nothing from outside: no scripts, fonts or pictures to fetch. */
export function toHtml(rows: readonly Row[]): string {
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
${[...byClaim(rows)].map(section).join("\n")}
<h2>Columns</h2>
<dl>${legend.join("")}</dl>
</body>
</html>
`;
}
