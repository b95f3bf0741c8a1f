import type { Value } from "../src/auditor/domain.js";
import { ROW_FIELD_NAMES, type Row, type RowField } from "../src/auditor/row-fields.js";
import { visible } from "./visible.js";

/** What spreadsheets take for the beginning of a formula, also after spaces, and the wide forms of the same signs. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * A text of a CSV file (RFC 4180): quoted where it must be. What a spreadsheet would take for a formula gets a leading
 * apostrophe, and what no eye sees is shown.
 */
function textField(own: string): string {
  const text = visible(own);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function field(value: Row[RowField] | Value): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return textField(value);
  return textField(Array.isArray(value) ? value.join(" ") : JSON.stringify(value));
}

/** The names of all parameters that the rows' cells have, in the order in which they first appear. */
export function cellNames(rows: readonly Row[]): string[] {
  const names = new Set<string>();
  for (const { cell } of rows) for (const name of Object.keys(cell)) names.add(name);
  return [...names];
}

/** Every field of every row, with a header line; `cell` has a column for each parameter, cell.NAME. Null is empty. */
export function toCsv(rows: readonly Row[]): string {
  const names = cellNames(rows);
  const titles = ROW_FIELD_NAMES.flatMap((name) => (name === "cell" ? names.map((own) => `cell.${own}`) : [name]));
  const valuesOf = (row: Row) =>
    ROW_FIELD_NAMES.flatMap((name): (Row[RowField] | Value)[] =>
      name === "cell" ? names.map((own) => (Object.hasOwn(row.cell, own) ? row.cell[own] : null)) : [row[name]],
    );
  const lines = [titles.map(textField), ...rows.map((row) => valuesOf(row).map(field))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}
