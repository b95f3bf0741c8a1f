import type { Row } from "../src/auditor/row-fields.js";
import { citation } from "./citation.js";
import { columns } from "./columns.js";
import { findings } from "./findings.js";
import { ledgerTable, ledgerTitles, NUMERIC_TITLES } from "./ledger-table.js";
import { byClaim, verdictLine } from "./summary.js";
import { NO_TEXTS, paperOf, type Texts } from "./texts.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as a Markdown table cell: no markup, no HTML, no cell or line breaks. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]|#~]/g, String.raw`\$&`)
    .replaceAll(/[&<>]/g, (character) => ENTITIES[character])
    .replaceAll(/\s+/g, " ");
}

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** Which reading of the paper the rows of a claim are of; no line where it is the paper's own words. */
function readingOf(row: Row, claim: string, texts: Texts): string[] {
  const reading = paperOf(row, texts)?.statements.get(claim)?.reading ?? null;
  return reading === null ? [] : [`A reading: ${escapeMarkdown(reading)}.`, ""];
}

/** The report as Markdown: counts, then a table for each claim. */
export function toMarkdown(rows: readonly Row[], texts: Texts = NO_TEXTS): string {
  const sections = byClaim(rows).map(({ claim, rows: own }) =>
    [
      `## ${escapeMarkdown(claim)}`,
      "",
      `${verdictLine(own)}.`,
      "",
      ...readingOf(own[0], claim, texts),
      ...findings(own, texts).map(({ title, text }) => `- ${title}: ${escapeMarkdown(text)}`),
      "",
      line(columns.map(({ title }) => title)),
      line(columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
      ...own.map((row) => line(columns.map((column) => escapeMarkdown(column.text(row, texts))))),
    ].join("\n"),
  );
  const glance = [
    line(["claim", ...ledgerTitles]),
    line(["---", ...ledgerTitles.map((_, i) => (i < NUMERIC_TITLES ? "---:" : "---"))]),
    ...ledgerTable(rows, texts).map(({ claim, cells }) => line([claim, ...cells].map(escapeMarkdown))),
  ].join("\n");
  return `${["# Bound tightness", ...[...texts.values()].map((paper) => escapeMarkdown(citation(paper))), `${verdictLine(rows)}.`, glance, ...sections, columns.map(({ title, meaning }) => `- ${title}: ${meaning}`).join("\n")].join("\n\n")}\n`;
}
