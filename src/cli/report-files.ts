import type { Row } from "lemmacheck";
import { claims as ledger } from "../../bounds/index.js";
import { toCsv } from "../../reports/csv.js";
import { toHtml } from "../../reports/html.js";
import { toJsonLines } from "../../reports/json-lines.js";
import { toMarkdown } from "../../reports/markdown.js";
import { statementTexts } from "../../reports/statement-text.js";

/** Every format of the report on some rows, by file name. */
export function reportFiles(rows: readonly Row[]): Record<string, string> {
  return {
    "rows.jsonl": toJsonLines(rows),
    "rows.csv": toCsv(rows),
    "report.md": toMarkdown(rows),
    "index.html": toHtml(rows, statementTexts(ledger)),
  };
}
