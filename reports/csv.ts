import { ROW_FIELDS, type Row } from "lemmacheck";

/**
 * A field of a CSV file (RFC 4180): quoted where it must be. Text that a spreadsheet would take for a formula gets a
 * leading apostrophe.
 */
function field(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return "";
  const text =
    typeof value === "string"
      ? value.replace(/^(?=[=+\-@\t\r])/, "'")
      : typeof value === "object"
        ? value.join(" ")
        : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every field of every row, those that all rows have first, with a header line; null is empty. */
export function toCsv(rows: readonly Row[]): string {
  const names = [...new Set<string>([...ROW_FIELDS, ...rows.flatMap((row) => Object.keys(row))])];
  return [names, ...rows.map((row) => names.map((name) => field(row[name])))]
    .map((line) => `${line.join(",")}\r\n`)
    .join("");
}
