import type { Row } from "../src/auditor/row-fields.js";
import { escapeHtml } from "./escape-html.js";
import { cellText, verdictText } from "./format.js";
import type { Texts } from "./texts.js";

/** Marks up to which each says what it is: a page with thousands of texts that few see is slow. */
export const NAMED_MARKS = 60;

/** A row's mark at a place: a circle for the printed form, a square for the repaired one; hollow where vacuous. */
export function marker(row: Row, texts: Texts, x: number, y: number, named = true): string {
  const classes = `mark ${row.verdict}${row.vacuous ? " hollow" : ""}`;
  const title = !named
    ? ""
    : `<title>${escapeHtml(`${row.form}, ${cellText(row, texts)}: ${verdictText(row)}`)}</title>`;
  return row.form === "repaired"
    ? `<rect class="${classes}" x="${(x - 3.5).toFixed(1)}" y="${(y - 3.5).toFixed(1)}" width="7" height="7">${title}</rect>`
    : `<circle class="${classes}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4">${title}</circle>`;
}

/** What the marks of a figure mean, for its legend: only those that are there. */
export function markerLegend(rows: readonly Row[]): { readonly swatch: string; readonly text: string }[] {
  const has = (test: (row: Row) => boolean) => rows.some(test);
  const circle = (classes: string) => `<circle class="mark ${classes}" cx="13" cy="6" r="4"/>`;
  const square = '<rect class="mark supported" x="9.5" y="2.5" width="7" height="7"/>';
  return [
    ...(has(({ form }) => form === "repaired") && has(({ form }) => form === "printed")
      ? [
          { swatch: circle("supported"), text: "as printed" },
          { swatch: square, text: "repaired" },
        ]
      : []),
    ...(has(({ verdict }) => verdict === "refuted") ? [{ swatch: circle("refuted"), text: "refuted" }] : []),
    ...(has(({ vacuous }) => vacuous)
      ? [{ swatch: circle("supported hollow"), text: "hollow: says no more than is known without it" }]
      : []),
    ...(has(({ verdict }) => verdict === "inconclusive")
      ? [{ swatch: circle("inconclusive"), text: "inconclusive" }]
      : []),
  ];
}

/** Marks that a figure draws at most: more would cover each other. */
const MOST_MARKS = 400;

/** The rows that a figure draws, in the order in which it does: refuted ones last, so that nothing covers them. */
export function drawn<T extends { readonly row: Pick<Row, "verdict"> }>(points: readonly T[]): T[] {
  const refuted = points.filter(({ row }) => row.verdict === "refuted");
  const others = points.filter(({ row }) => row.verdict !== "refuted");
  const every = (own: readonly T[], most: number) =>
    own.length <= most
      ? own
      : own.filter((_, i) => Math.floor((i * most) / own.length) !== Math.floor(((i - 1) * most) / own.length));
  return [...every(others, MOST_MARKS), ...every(refuted, MOST_MARKS)];
}
