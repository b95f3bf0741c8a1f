import type { Row } from "../src/auditor/row-fields.js";
import { formatNumber } from "../src/numbers/format-number.js";
import { cellText, failureText, reasonText, verdictText } from "./format.js";
import type { Texts } from "./texts.js";

/** One column of the tables in the Markdown and HTML reports. */
export interface Column {
  readonly title: string;
  /** What the column says, for the legend. */
  readonly meaning: string;
  readonly numeric: boolean;
  text(row: Row, texts: Texts): string;
}

/** The report's columns, left to right. CSV and JSON lines hold every field of the rows instead. */
export const columns: readonly Column[] = [
  {
    title: "form",
    meaning: "as printed, or repaired",
    numeric: false,
    text: (row) => (row.mutant === null ? row.form : `${row.form}, mutant ${row.mutant}`),
  },
  { title: "cell", meaning: "the parameters of the statement", numeric: false, text: cellText },
  {
    title: "verdict",
    meaning: "at the error level alpha of the row; a vacuous bound says no more than is known without it",
    numeric: false,
    text: verdictText,
  },
  {
    title: "failure rate",
    meaning: "how often the bound failed, with limits at the row's alpha",
    numeric: true,
    text: failureText,
  },
  { title: "bound", meaning: "the right side", numeric: true, text: (row) => formatNumber(row.bound) },
  {
    title: "observed",
    meaning: "the quantile of the left side that the statement bounds",
    numeric: true,
    text: (row) => formatNumber(row.observedQuantile),
  },
  {
    title: "slack",
    meaning: "bound against quantile: 1 is tight, more is room to spare",
    numeric: true,
    text: (row) => formatNumber(row.slack),
  },
  { title: "draws", meaning: "how many were drawn", numeric: true, text: (row) => formatNumber(row.draws) },
  { title: "reason", meaning: "what the verdict rests on", numeric: false, text: reasonText },
];
