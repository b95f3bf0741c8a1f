import { formatNumber } from "../src/numbers/format-number.js";
import { escapeHtml } from "./escape-html.js";
import { GLYPHS } from "./figure-graph.js";
import { type LedgerLine, panelValues } from "./ledger-lines.js";
import { mathMl } from "./math.js";
import { STATUS_WORDS, type Status } from "./standing.js";
import { paperOf, symbolOf, type Texts } from "./texts.js";

/** Columns, with what their values are sorted by; the keys stand in the cells. */
const COLUMNS: readonly { readonly title: string; readonly numeric: boolean }[] = [
  { title: "Statement", numeric: false },
  { title: "As printed", numeric: false },
  { title: "Repaired", numeric: false },
  { title: "Slack", numeric: true },
  { title: "Worst cell", numeric: false },
  { title: "Fails there", numeric: true },
  { title: "Decided by", numeric: false },
];

const ORDER: readonly Status[] = ["false", "gap", "fails", "undecided", "vacuous", "holds"];

/** How a statement stands, as a small label. */
export function badge(status: Status, text: string): string {
  return `<span class="badge ${status}"><span aria-hidden="true">${GLYPHS[status]}</span> ${escapeHtml(text)}</span>`;
}

const NUMBER = ' class="number"';

function lineHtml(line: LedgerLine, index: number, texts: Texts): string {
  const { standing, section, printed, repaired, worst, where, slack, failure, method } = line;
  const { anchor, statement, status, label, claim } = standing;
  const key = (value: string | number) => ` data-key="${escapeHtml(String(value))}"`;
  const rate = worst?.failureRate ?? worst?.failureUpper ?? "";
  const latex = statement ? `<div class="formula">${mathMl(statement.latex, false)}</div>` : "";
  const keys = [ORDER.indexOf(status), repaired, slack ?? "", where, rate, method];
  const classes = ["", ` class="${standing.repaired ?? ""}"`, NUMBER, "", NUMBER, ""];
  const cells = [
    badge(status, printed === "" ? "not audited" : printed),
    escapeHtml(repaired),
    slack === null ? "" : formatNumber(Number(slack.toPrecision(4))),
    escapeHtml(where),
    escapeHtml(failure),
    escapeHtml(method),
  ];
  return `<tr data-status="${status}" data-section="${escapeHtml(section)}" data-panels="${escapeHtml(JSON.stringify(panelValues(standing, texts)))}" data-vacuous="${standing.rows.some((row) => row.vacuous)}">
<th scope="row"${key(index)}><a href="#${escapeHtml(anchor)}">${escapeHtml(label)}</a> <code>${escapeHtml(claim)}</code>${latex}</th>
${cells.map((text, i) => `<td${key(keys[i])}${classes[i]} data-title="${COLUMNS[i + 1].title}">${text}</td>`).join("\n")}
</tr>`;
}

const option = (value: string, text: string) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`;

/** What a reader may choose by; shown by the page's script, without which it does nothing. */
function controls(lines: readonly LedgerLine[], texts: Texts): string {
  const statuses = ORDER.filter((status) => lines.some(({ standing }) => standing.status === status));
  const sections = [...new Set(lines.map(({ section }) => section).filter((section) => section !== ""))];
  const values = [...new Set(lines.flatMap(({ standing }) => panelValues(standing, texts)))];
  const panel = lines
    .flatMap(({ standing }) => {
      const paper = paperOf(standing.rows[0], texts);
      return (paper?.panels ?? []).map((name) => symbolOf(name, paper));
    })
    .at(0);
  const select = (name: string, label: string, options: readonly string[]) =>
    options.length < 2
      ? ""
      : `<label>${escapeHtml(label)} <select data-filter="${name}">${option("", "all")}${options.join("")}</select></label>`;
  return `<form class="controls" hidden role="search" aria-label="The ledger">
<label>Search <input type="search" data-filter="text" placeholder="/" autocomplete="off"></label>
${select("status", "Verdict", [option("refuted", "refuted as printed"), option("with-vacuous", "with vacuous cells"), ...statuses.map((status) => option(status, STATUS_WORDS[status]))])}
${select(
  "section",
  "Section",
  sections.map((section) => option(section, section)),
)}
${select(
  "panel",
  panel === undefined ? "Value" : panel.length < 3 ? panel : panel.charAt(0).toUpperCase() + panel.slice(1),
  values.map((value) => option(value, value)),
)}
<output aria-live="polite"></output>
</form>`;
}

/** The ledger as a table: complete without scripts; with the page's own it sorts, filters and searches. */
export function ledgerHtml(lines: readonly LedgerLine[], texts: Texts): string {
  const heads = COLUMNS.map(
    ({ title, numeric }, i) =>
      `<th scope="col"${numeric ? ' class="number"' : ""} data-column="${i}"${numeric ? " data-numeric" : ""}>${title}</th>`,
  );
  return `${controls(lines, texts)}
<div class="scroll" tabindex="0" role="region" aria-label="The ledger, a line a statement"><table class="ledger stacked"><thead><tr>${heads.join("")}</tr></thead>
<tbody>
${lines.map((line, i) => lineHtml(line, i, texts)).join("\n")}
</tbody></table></div>`;
}
