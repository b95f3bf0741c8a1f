import type { Row } from "../src/auditor/row-fields.js";
import { escapeHtml } from "./escape-html.js";
import { cellText, verdictText } from "./format.js";
import type { Texts } from "./texts.js";

/** A row's mark at a place: a circle for the printed form, a square for the repaired one; hollow where vacuous. */
export function marker(row: Row, texts: Texts, x: number, y: number): string {
  const classes = `mark ${row.verdict}${row.vacuous ? " hollow" : ""}`;
  const title = `<title>${escapeHtml(`${row.form}, ${cellText(row, texts)}: ${verdictText(row)}`)}</title>`;
  return row.form === "repaired"
    ? `<rect class="${classes}" x="${(x - 3.5).toFixed(1)}" y="${(y - 3.5).toFixed(1)}" width="7" height="7">${title}</rect>`
    : `<circle class="${classes}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4">${title}</circle>`;
}

/** The rows in the order in which they are drawn: refuted ones last, so that nothing covers them. */
export function refutedLast<T extends Pick<Row, "verdict">>(rows: readonly T[]): T[] {
  return [
    ...rows.filter(({ verdict }) => verdict !== "refuted"),
    ...rows.filter(({ verdict }) => verdict === "refuted"),
  ];
}
