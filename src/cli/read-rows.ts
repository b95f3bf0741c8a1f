import { readFile } from "node:fs/promises";
import { readRow } from "../auditor/read-row.js";
import type { Row } from "../auditor/row-fields.js";
import { messageOf } from "../numbers/message-of.js";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

/** A line as a row, or why it is none. */
function parseRow(line: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RangeError(`it is ${shown(line)}; it must be a row: a whole line of JSON as audit --json prints it`);
  }
  return readRow(value);
}

/** What makes two rows the same: everything but the time they took. */
const identity = (row: Row) => JSON.stringify({ ...row, milliseconds: 0 });

/** The rows of files, and what was no row: a line each. */
export interface ReadableRows {
  readonly rows: readonly Row[];
  readonly complaints: readonly string[];
}

/**
 * The rows of files of JSON lines; the same row twice counts once. Lines that are no rows are told apart, so that the rest can be used.
 *
 * @param what how messages name the argument.
 * @throws UsageError for a file that cannot be read, and where no line is a row.
 */
export async function readableRows(what: string, files: readonly string[]): Promise<ReadableRows> {
  const rows = new Map<string, Row>();
  const complaints: string[] = [];
  for (const file of files) {
    const text = await readFile(file, "utf8").catch((error: unknown) => {
      throw new UsageError(
        `${what} is ${file}; it must be a readable file of rows (${messageOf(error).split(",")[0]})`,
      );
    });
    // Some editors mark the beginning of a file.
    for (const [index, line] of text
      .replace(/^\uFEFF/, "")
      .split("\n")
      .entries()) {
      if (line.trim() === "") continue;
      try {
        const row = parseRow(line);
        rows.set(identity(row), row);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        complaints.push(`${what} is ${file}; at line ${index + 1} ${error.message}`);
      }
    }
  }
  if (rows.size === 0)
    throw new UsageError(complaints[0] ?? `${what} is ${files.join(" ")}; it must have at least one row`);
  return { rows: [...rows.values()], complaints };
}

/**
 * The same, where every line must be a row.
 *
 * @throws UsageError naming the file, the line that is no row, and why.
 */
export async function readRows(what: string, files: readonly string[]): Promise<readonly Row[]> {
  const { rows, complaints } = await readableRows(what, files);
  if (complaints.length > 0) throw new UsageError(complaints[0]);
  return rows;
}
