import type { Row } from "lemmacheck";
import { columns } from "./columns.js";
import { findings } from "./findings.js";
import { ledgerTable, ledgerTitles, NUMERIC_TITLES } from "./ledger-table.js";
import { byClaim, verdictLine } from "./summary.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as a Markdown table cell: no markup, no HTML, no cell or line breaks. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]|#~]/g, String.raw`\$&`)
    .replaceAll(/[&<>]/g, (character) => ENTITIES[character])
    .replaceAll(/\s+/g, " ");
}

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The report as Markdown: counts, then a table for each claim. */
export function toMarkdown(rows: readonly Row[]): string {
  const sections = [...byClaim(rows)].map(([claim, own]) =>
    [
      `## ${escapeMarkdown(claim)}`,
      "",
      `${verdictLine(own)}.`,
      "",
      ...findings(own).map(({ title, text }) => `- ${title}: ${escapeMarkdown(text)}`),
      "",
      line(columns.map(({ title }) => title)),
      line(columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
      ...own.map((row) => line(columns.map((column) => escapeMarkdown(column.text(row))))),
    ].join("\n"),
  );
  const glance = [
    line(["claim", ...ledgerTitles]),
    line(["---", ...ledgerTitles.map((_, i) => (i < NUMERIC_TITLES ? "---:" : "---"))]),
    ...ledgerTable(rows).map(({ claim, cells }) => line([claim, ...cells].map(escapeMarkdown))),
  ].join("\n");
  return `${["# Bound tightness", `${verdictLine(rows)}.`, glance, ...sections, columns.map(({ title, meaning }) => `- ${title}: ${meaning}`).join("\n")].join("\n\n")}\n`;
}
