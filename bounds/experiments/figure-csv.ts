import type { FigureRow } from "./figure-row.js";

/** Quoted where it must be (RFC 4180); text that a spreadsheet would take for a formula gets a leading apostrophe. */
function field(value: FigureRow[keyof FigureRow]): string {
  if (value === null) return "";
  const text = typeof value === "string" ? value.replace(/^(?=[=+\-@\t\r])/, "'") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line a point, with a header line; null is empty. */
export function figureCsv(rows: readonly FigureRow[]): string {
  const [first] = rows;
  if (!first) return "";
  const lines = [Object.keys(first), ...rows.map((row) => Object.values(row).map(field))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}
