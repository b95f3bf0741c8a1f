import { toCsv } from "../../reports/csv.js";
import { figureFiles } from "../../reports/figure-files.js";
import { type PageOptions, toHtml } from "../../reports/html.js";
import { toJsonLines } from "../../reports/json-lines.js";
import { toLatex } from "../../reports/latex.js";
import { toMarkdown } from "../../reports/markdown.js";
import { toParquet } from "../../reports/parquet.js";
import { standings } from "../../reports/standing.js";
import { statementFigures } from "../../reports/statement-figures.js";
import type { Texts } from "../../reports/texts.js";
import type { Row } from "../auditor/row-fields.js";
import type { Files } from "./write-files.js";

/** The rows alone in every format, by file name. */
export const rowFiles = (rows: readonly Row[]): Files => ({
  "rows.jsonl": toJsonLines(rows),
  "rows.csv": toCsv(rows),
  "rows.parquet": toParquet(rows),
});

/** Every other format of the report on some rows, by file name. */
export function reportFiles(rows: readonly Row[], texts: Texts, options: PageOptions): Files {
  const { runs = [] } = options;
  const figures = statementFigures(texts);
  return {
    "report.md": toMarkdown(rows, texts, options),
    "tables.tex": toLatex(rows, texts),
    "index.html": toHtml(rows, texts, { ...options, figures }),
    ...(runs.length === 1 ? { "run.json": `${JSON.stringify(runs[0], null, 2)}\n` } : {}),
    ...figureFiles(standings(rows, texts), texts, figures),
  };
}
