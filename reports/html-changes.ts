import { formatNumber } from "../src/numbers/format-number.js";
import { type Comparison, comparisonLine } from "./against.js";
import { escapeHtml } from "./escape-html.js";
import { cellText, verdictText } from "./format.js";
import { statementOfRow, type Texts } from "./texts.js";

/** Changes that the page shows. */
const MOST = 200;

/** The section of a page that compares two runs. */
export function changesHtml(comparison: Comparison, texts: Texts): string {
  const shown = comparison.changes.slice(0, MOST);
  const lines = shown.map(({ now, before, verdict, ratio }) => {
    const label = statementOfRow(now, texts)?.label ?? now.claim;
    const trend = ratio === null || verdict ? "" : ratio > 1 ? ' class="number better"' : ' class="number worse"';
    const cells = [verdictText(before), verdictText(now)].map((text) => `<td>${escapeHtml(text)}</td>`);
    return `<tr><th scope="row">${escapeHtml(label)}, ${now.form}</th><td>${escapeHtml(cellText(now, texts))}</td>${cells.join("")}<td class="number">${formatNumber(before.slack)}</td><td${trend || ' class="number"'}>${formatNumber(now.slack)}</td></tr>`;
  });
  const more =
    comparison.changes.length > shown.length
      ? `<p>The ${shown.length} of ${comparison.changes.length} that differ most.</p>`
      : "";
  const table =
    shown.length === 0
      ? ""
      : `<div class="scroll" tabindex="0" role="region" aria-label="What changed"><table class="changes"><thead><tr><th scope="col">Statement</th><th scope="col">Cell</th><th scope="col">Before</th><th scope="col">Now</th><th scope="col" class="number">Slack before</th><th scope="col" class="number">Slack now</th></tr></thead><tbody>${lines.join("\n")}</tbody></table></div>${more}`;
  return `<section aria-labelledby="changes"><h2 id="changes">What changed</h2><p>${escapeHtml(comparisonLine(comparison))}.</p>${table}</section>`;
}
