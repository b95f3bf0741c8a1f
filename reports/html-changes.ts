import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { type Comparison, comparisonLine, sidesText } from "./against.js";
import { escapeHtml } from "./escape-html.js";
import { cellText, verdictText } from "./format.js";
import { statementOfRow, type Texts } from "./texts.js";

/** Changes that the page shows. */
const MOST = 200;

/** The section of a page that compares two runs. */
export function changesHtml(comparison: Comparison, texts: Texts): string {
  const sides = sidesText(comparison);
  const left = new Set(comparison.sides.map(({ name }) => name));
  const title = escapeHtml(sides ? `What changed: ${sides.now} beside ${sides.before}` : "What changed");
  const [heads, slacks] = sides
    ? [
        [sides.before, sides.now],
        [`Slack of ${sides.before}`, `Slack of ${sides.now}`],
      ]
    : [
        ["Before", "Now"],
        ["Slack before", "Slack now"],
      ];
  const titles = ["Statement", "Cell", ...heads, ...slacks].map(escapeHtml);
  const isNumber = (i: number) => i > 3;
  const headed = titles.map((text, i) => `<th scope="col"${isNumber(i) ? ' class="number"' : ""}>${text}</th>`);
  // What tells the sides apart stands in the head of the table.
  const placeText = (row: Row) =>
    cellText({ ...row, cell: Object.fromEntries(Object.entries(row.cell).filter(([name]) => !left.has(name))) }, texts);
  const shown = comparison.changes.slice(0, MOST);
  const lines = shown.map(({ now, before, verdict, ratio }) => {
    const label = statementOfRow(now, texts)?.label ?? now.claim;
    const trend = ratio === null || verdict ? "" : ratio > 1 ? " better" : " worse";
    const own = [
      placeText(now),
      verdictText(before),
      verdictText(now),
      ...[before, now].map((row) => formatNumber(row.slack)),
    ];
    const cells = own.map((text, i) => {
      const number = isNumber(i + 1) ? ` class="number${i === own.length - 1 ? trend : ""}"` : "";
      return `<td${number} data-title="${titles[i + 1]}">${escapeHtml(text)}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(label)}, ${now.form}</th>${cells.join("")}</tr>`;
  });
  const more =
    comparison.changes.length > shown.length
      ? `<p>The ${shown.length} of ${comparison.changes.length} that differ most.</p>`
      : "";
  const table =
    shown.length === 0
      ? ""
      : `<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="changes stacked"><thead><tr>${headed.join("")}</tr></thead><tbody>${lines.join("\n")}</tbody></table></div>${more}`;
  return `<section aria-labelledby="changes"><h2 id="changes">${title}</h2><p>${escapeHtml(comparisonLine(comparison))}.</p>${table}</section>`;
}
