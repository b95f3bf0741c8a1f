import type { Row } from "../src/auditor/row-fields.js";

/** One row a line, as `audit --json` prints them. */
export function toJsonLines(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
