import type { Row } from "lemmacheck";
import { columns } from "./columns.js";
import { byClaim, verdictLine } from "./summary.js";

/** Text as a Markdown table cell: no markup, no cell or line breaks. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#~]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
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
      line(columns.map(({ title }) => title)),
      line(columns.map(({ numeric }) => (numeric ? "---:" : "---"))),
      ...own.map((row) => line(columns.map((column) => escapeMarkdown(column.text(row))))),
    ].join("\n"),
  );
  return `${["# Bound tightness", `${verdictLine(rows)}.`, ...sections, columns.map(({ title, meaning }) => `- ${title}: ${meaning}`).join("\n")].join("\n\n")}\n`;
}
