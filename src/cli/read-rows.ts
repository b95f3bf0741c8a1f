import { isAscii } from "node:buffer";
import { createReadStream } from "node:fs";
import { readRow } from "../auditor/read-row.js";
import type { Row } from "../auditor/row-fields.js";
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

const LINE_END = 10;
/** Bytes of a line: no row has nearly so many. */
const LONGEST_LINE = 8_000_000;

/** The lines of a file, some at a time: a large file is longer than a text may be. Lines of ASCII take half the room, and time. */
async function* linesOf(file: string): AsyncIterable<readonly string[]> {
  const textOf = (bytes: Buffer) => bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(file, { highWaterMark: 2 ** 20 })) {
    const bytes = Buffer.concat([rest, piece]);
    const lines: string[] = [];
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
      lines.push(textOf(bytes.subarray(start, end)));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    yield lines;
    if (rest.length > LONGEST_LINE)
      throw new RangeError(
        `it has over ${LONGEST_LINE} bytes; it must be a row, a whole line of JSON as audit --json prints it`,
      );
  }
  yield [textOf(rest)];
}

/** Everything of a row but the time it took. */
const identity = (row: Row) => JSON.stringify({ ...row, milliseconds: 0 });

/** Collects rows, each once; the same row again takes the earlier one's place. Few are compared as a whole: what tells most apart comes first. */
function distinctRows(): { readonly rows: readonly Row[]; add(row: Row): void } {
  const rows: Row[] = [];
  // The place of the only row of a kind, or of each by its identity.
  const places = new Map<string, number | Map<string, number>>();
  return {
    rows,
    add(row) {
      const kind = `${row.claim} ${row.form} ${row.seed} ${row.mutant} ${JSON.stringify(row.cell)}`;
      const known = places.get(kind);
      if (known === undefined) {
        places.set(kind, rows.push(row) - 1);
        return;
      }
      const alike = typeof known === "number" ? new Map([[identity(rows[known]), known]]) : known;
      places.set(kind, alike);
      const own = identity(row);
      const place = alike.get(own);
      if (place === undefined) alike.set(own, rows.push(row) - 1);
      else rows[place] = row;
    },
  };
}

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
  const { rows, add } = distinctRows();
  const complaints: string[] = [];
  for (const file of files) {
    let number = 0;
    try {
      for await (const lines of linesOf(file))
        for (const text of lines) {
          number++;
          // Some editors mark the beginning of a file.
          const line = number === 1 ? text.replace(/^\uFEFF/, "") : text;
          if (line.trim() === "") continue;
          try {
            add(parseRow(line));
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            complaints.push(`${what} is ${file}; at line ${number} ${error.message}`);
          }
        }
    } catch (error) {
      // A line without an end: what follows it is not looked for.
      if (error instanceof RangeError) {
        complaints.push(`${what} is ${file}; at line ${number + 1} ${error.message}`);
        continue;
      }
      // Those of the file system have a code.
      if (!(error instanceof Error && "code" in error)) throw error;
      throw new UsageError(`${what} is ${file}; it must be a readable file of rows (${error.message.split(",")[0]})`);
    }
  }
  if (rows.length === 0)
    throw new UsageError(complaints[0] ?? `${what} is ${files.join(" ")}; it must have at least one row`);
  return { rows, complaints };
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
