import type { Row } from "../src/auditor/row-fields.js";
import { columns } from "./columns.js";
import { escapeHtml } from "./escape-html.js";
import { whyNotOverGamma } from "./failures-over-gamma.js";
import type { Figure } from "./figure.js";
import { findings } from "./findings.js";
import { badge } from "./html-ledger.js";
import { mathMl } from "./math.js";
import { proseHtml } from "./prose-html.js";
import { type Standing, standingText } from "./standing.js";
import type { StatementText } from "./statement-text.js";
import { verdictLine } from "./summary.js";
import { tellingRows } from "./telling-rows.js";
import type { Texts } from "./texts.js";
import { unread } from "./unread.js";

function tableRow(row: Row, texts: Texts): string {
  const cells = columns.map((column) => {
    const classes = [...(column.numeric ? ["number"] : []), ...(column.title === "verdict" ? [row.verdict] : [])];
    const attribute = classes.length > 0 ? ` class="${escapeHtml(classes.join(" "))}"` : "";
    return `<td${attribute}>${escapeHtml(column.text(row, texts))}</td>`;
  });
  return `<tr${row.vacuous ? ' class="vacuous"' : ""}>${cells.join("")}</tr>`;
}

function tableOf(rows: readonly Row[], texts: Texts, most: number, label: string): string {
  const heads = columns.map(
    ({ title, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ""}>${escapeHtml(title)}</th>`,
  );
  const shown = tellingRows(rows, most);
  const more =
    shown.length < rows.length
      ? `<p>The ${shown.length} of ${rows.length} rows that tell most; all are in rows.csv and rows.jsonl.</p>`
      : "";
  return `<details class="rows-of"><summary>${rows.length} ${rows.length === 1 ? "row" : "rows"}</summary>${more}
<div class="scroll" tabindex="0" role="region" aria-label="Rows of ${escapeHtml(label)}"><table class="rows"><thead><tr>${heads.join("")}</tr></thead>
<tbody>
${shown.map((row) => tableRow(row, texts)).join("\n")}
</tbody></table></div></details>`;
}

const formula = (latex: string) =>
  `<div class="math" tabindex="0" role="group" aria-label="Formula">${mathMl(latex)}</div>`;

const assuming = (hypotheses: readonly string[]) =>
  hypotheses.length === 0
    ? ""
    : `<p class="assuming">Assuming ${hypotheses.map((latex) => mathMl(latex, false)).join(", ")}.</p>`;

/** Prose of a paper, in which the ids of its statements lead to them by their names. */
export const statementProse = (paper: string | null, all: readonly Standing[]) => (text: string) =>
  proseHtml(text, (code) => {
    const named = all.find((own) => own.paper === paper && own.claim === code);
    return named ? `<a href="#${escapeHtml(named.anchor)}">${escapeHtml(named.label)}</a>` : null;
  });

function mathematics(
  { latex, quote, reading, hypotheses, repaired, region, nonClaims }: StatementText,
  written: (text: string) => string,
): string {
  const repair = repaired
    ? `<div class="repair"><h4>Repaired</h4>${formula(repaired.latex)}${assuming(repaired.hypotheses)}<p>${written(repaired.reason)}</p></div>`
    : "";
  const not =
    nonClaims.length === 0
      ? ""
      : `<details class="not"><summary>What it does not say</summary><ul>${nonClaims.map((text) => `<li>${written(text)}</li>`).join("")}</ul></details>`;
  return `<blockquote>${proseHtml(quote)}</blockquote>
${formula(latex)}${assuming(hypotheses)}
${reading === null ? "" : `<p>A reading: ${written(reading)}.</p>\n`}${repair}${region ? `\n<p>All cells, by ${escapeHtml(region.method)}: ${written(region.note)}.</p>` : ""}${not}`;
}

/** What it rests on and what rests on it, as links. */
function relations(standing: Standing, all: readonly Standing[]): string {
  const ids = standing.statement ? [...standing.statement.uses.statement, ...standing.statement.uses.proof] : [];
  const there = all.filter(({ paper }) => paper === standing.paper);
  const below = there.filter(({ claim }) => ids.includes(claim));
  const above = there.filter(
    ({ statement }) => statement && [...statement.uses.statement, ...statement.uses.proof].includes(standing.claim),
  );
  const links = (own: readonly Standing[]) =>
    own
      .map(({ anchor, label, status }) => `<a class="${status}" href="#${escapeHtml(anchor)}">${escapeHtml(label)}</a>`)
      .join(", ");
  const parts = [
    ...(below.length > 0 ? [`rests on ${links(below)}`] : []),
    ...(above.length > 0 ? [`is used by ${links(above)}`] : []),
  ];
  return parts.length === 0 ? "" : `<p class="relations">It ${parts.join("; it ")}.</p>`;
}

/** The address of a figure's file beside the page. */
export const figureFile = (anchor: string, { name }: Pick<Figure, "name">) => `figures/${anchor}-${name}.svg`;

/** @param level of the heading over it. */
export function figureHtml(anchor: string, figure: Figure, level: 3 | 4 = 4): string {
  return `<figure class="is-${escapeHtml(figure.name)}${figure.wide ? " wide" : ""}">${figure.headed ? "" : `<h${level}>${escapeHtml(figure.title)}</h${level}>`}${figure.svg}<figcaption>${escapeHtml(figure.caption)} <a class="save" download href="${escapeHtml(figureFile(anchor, figure))}" aria-label="Save as SVG: ${escapeHtml(figure.title)}">SVG</a></figcaption></figure>`;
}

/** How much of a statement has room on the page. */
export interface Room {
  readonly rows: number;
  /** Null where there is no room for them. */
  readonly figures: readonly Figure[] | null;
}

/** One statement: its mathematics, what its rows came to, where it is worst, its figures, and its rows. */
export function sectionOf(standing: Standing, all: readonly Standing[], texts: Texts, room: Room): string {
  const { anchor, claim, rows, statement, label, status } = standing;
  const figures = room.figures
    ? room.figures.map((figure) => figureHtml(anchor, figure))
    : ["<p>Its figures are in the folder figures beside this page, which has no room for more.</p>"];
  const noCurve = room.figures ? whyNotOverGamma(rows) : null;
  const facts = findings(rows, texts).map(
    ({ title, text }) => `<dt>${escapeHtml(title)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  return `<details class="statement" data-of="${escapeHtml(anchor)}"><summary><h3>${escapeHtml(label)}</h3> <code>${escapeHtml(claim)}</code> ${badge(status, standingText(standing))}</summary>
${unread(`<div class="body" id="${escapeHtml(anchor)}">
${statement ? mathematics(statement, statementProse(standing.paper, all)) : ""}
${relations(standing, all)}
<p>${escapeHtml(verdictLine(rows))}.</p>
${facts.length > 0 ? `<dl>${facts.join("")}</dl>` : ""}
${figures.length > 0 ? `<div class="figures">${figures.join("")}</div>` : ""}
${noCurve === null ? "" : `<p class="counts">No curve over γ: ${escapeHtml(noCurve)}.</p>`}
${tableOf(rows, texts, room.rows, label)}
</div>`)}</details>`;
}
