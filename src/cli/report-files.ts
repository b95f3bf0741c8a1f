import { toCsv } from "../../reports/csv.js";
import { toHtml } from "../../reports/html.js";
import { toJsonLines } from "../../reports/json-lines.js";
import { toMarkdown } from "../../reports/markdown.js";
import type { Texts } from "../../reports/texts.js";
import type { Row } from "../auditor/row-fields.js";
import type { REPORT_FILES } from "./report-place.js";

/** Every format of the report on some rows, by file name. */
export function reportFiles(rows: readonly Row[], texts: Texts): Record<(typeof REPORT_FILES)[number], string> {
  return {
    "rows.jsonl": toJsonLines(rows),
    "rows.csv": toCsv(rows),
    "report.md": toMarkdown(rows, texts),
    "index.html": toHtml(rows, texts),
  };
}
