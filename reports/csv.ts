import type { Value } from "../src/auditor/domain.js";
import { ROW_FIELD_NAMES, type Row, type RowField } from "../src/auditor/row-fields.js";
import { inBatches } from "./in-batches.js";
import { visible } from "./visible.js";

/** Texts that are remembered at most. */
const MOST_KNOWN = 50_000;

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

/** Fields as texts; a text that comes again, as names and reasons do, is looked at once. */
function fieldWriter(): (value: Row[RowField] | Value) => string {
  const known = new Map<string, string>();
  const ofText = (text: string) => {
    const own = known.get(text) ?? textField(text);
    if (known.size < MOST_KNOWN) known.set(text, own);
    return own;
  };
  return (value) => {
    if (value === null) return "";
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value === "string") return ofText(value);
    if (!Array.isArray(value)) return ofText(JSON.stringify(value));
    const list = value.join(" ");
    // Numbers with spaces between them need no care, unless the first or last is negative or null.
    return /^[-\s]|\s$/.test(list) ? textField(list) : list;
  };
}

/** The names of all parameters that the rows' cells have, in the order in which they first appear. */
export function cellNames(rows: readonly Row[]): string[] {
  const names = new Set<string>();
  for (const { cell } of rows) for (const name of Object.keys(cell)) names.add(name);
  return [...names];
}

const lineOf = (fields: readonly string[]) => `${fields.join(",")}\r\n`;

/** Every field of every row, with a header line; `cell` has a column for each parameter, cell.NAME. Null is empty. A text for each thousand rows. */
export function* toCsv(rows: readonly Row[]): Iterable<string> {
  const names = cellNames(rows);
  const titles = ROW_FIELD_NAMES.flatMap((name) => (name === "cell" ? names.map((own) => `cell.${own}`) : [name]));
  yield lineOf(titles.map(textField));
  const field = fieldWriter();
  const rowLine = (row: Row) => {
    const fields: string[] = [];
    for (const name of ROW_FIELD_NAMES) {
      if (name !== "cell") fields.push(field(row[name]));
      else for (const own of names) fields.push(Object.hasOwn(row.cell, own) ? field(row.cell[own]) : "");
    }
    return lineOf(fields);
  };
  yield* inBatches(rows, (batch) => batch.map(rowLine).join(""));
}
