import type { Value } from "../src/auditor/domain.js";
import { ROW_FIELD_NAMES, type Row, type RowField } from "../src/auditor/row-fields.js";

/**
 * A field of a CSV file (RFC 4180): quoted where it must be. Text that a spreadsheet would take for a formula gets a
 * leading apostrophe.
 */
function field(value: Row[RowField] | Value): string {
  if (value === null) return "";
  const text =
    typeof value === "string"
      ? value.replace(/^(?=[=+\-@\t\r])/, "'")
      : Array.isArray(value)
        ? value.join(" ")
        : typeof value === "object"
          ? JSON.stringify(value)
          : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every field of every row, with a header line; `cell` has a column for each parameter, cell.NAME. Null is empty. */
export function toCsv(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ cell }) => Object.keys(cell)))];
  const titles = ROW_FIELD_NAMES.flatMap((name) => (name === "cell" ? names.map((own) => `cell.${own}`) : name));
  const valuesOf = (row: Row) =>
    ROW_FIELD_NAMES.flatMap((name): (Row[RowField] | Value)[] =>
      name === "cell" ? names.map((own) => (Object.hasOwn(row.cell, own) ? row.cell[own] : null)) : [row[name]],
    );
  return [titles, ...rows.map((row) => valuesOf(row).map(field))].map((line) => `${line.join(",")}\r\n`).join("");
}
