import type { Row } from "../src/auditor/row-fields.js";
import { columns } from "./columns.js";
import { escapeHtml } from "./escape-html.js";
import { figuresOf } from "./figures-of.js";
import { findings } from "./findings.js";
import { mathMl } from "./math.js";
import type { StatementText } from "./statement-text.js";
import { type Group, verdictLine } from "./summary.js";
import { paperOf, type Texts } from "./texts.js";

function tableRow(row: Row, texts: Texts): string {
  const cells = columns.map((column) => {
    const classes = [...(column.numeric ? ["number"] : []), ...(column.title === "verdict" ? [row.verdict] : [])];
    const attribute = classes.length > 0 ? ` class="${escapeHtml(classes.join(" "))}"` : "";
    return `<td${attribute}>${escapeHtml(column.text(row, texts))}</td>`;
  });
  return `<tr${row.vacuous ? ' class="vacuous"' : ""}>${cells.join("")}</tr>`;
}

function tableOf(rows: readonly Row[], texts: Texts): string {
  const heads = columns.map(
    ({ title, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ""}>${escapeHtml(title)}</th>`,
  );
  return `<details><summary>${rows.length} ${rows.length === 1 ? "row" : "rows"}</summary>
<div class="scroll"><table class="rows"><thead><tr>${heads.join("")}</tr></thead>
<tbody>
${rows.map((row) => tableRow(row, texts)).join("\n")}
</tbody></table></div></details>`;
}

function mathematics({ latex, quote, reading, repaired, region }: StatementText): string {
  const repair = repaired
    ? `<div class="repaired"><p>Repaired:</p><div class="math">${mathMl(repaired.latex)}</div><p>${escapeHtml(repaired.reason)}</p></div>`
    : "";
  return `<div class="math">${mathMl(latex)}</div>
<blockquote>${escapeHtml(quote)}</blockquote>
${reading === null ? "" : `<p>A reading: ${escapeHtml(reading)}.</p>\n`}${repair}${region ? `\n<p>All cells, by ${region.method}: ${escapeHtml(region.note)}.</p>` : ""}`;
}

/** One statement: its mathematics, what its rows came to, where it is worst, a figure, and the rows. */
export function sectionOf({ anchor, claim, rows }: Group, texts: Texts): string {
  const statement = paperOf(rows[0], texts)?.statements.get(claim);
  const id = escapeHtml(claim);
  const heading = statement ? `${escapeHtml(statement.label)} <small>${id}</small>` : id;
  const figures = figuresOf(rows, texts, statement).map(
    ({ svg, caption }) => `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`,
  );
  return `<section id="${escapeHtml(anchor)}">
<h2>${heading}</h2>
${statement ? mathematics(statement) : ""}
<p>${escapeHtml(verdictLine(rows))}</p>
<dl>${findings(rows, texts)
    .map(({ title, text }) => `<dt>${escapeHtml(title)}</dt><dd>${escapeHtml(text)}</dd>`)
    .join("")}</dl>
${figures.length > 0 ? `<div class="figures">${figures.join("")}</div>` : ""}
${tableOf(rows, texts)}
</section>`;
}
