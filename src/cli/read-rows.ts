import { readFile } from "node:fs/promises";
import { ROW_SCHEMA, type Row } from "lemmacheck";
import { shown } from "./shown.js";
import { UsageError } from "./usage-error.js";

const NUMBERS_OR_NULL = [
  "d",
  "k",
  "depth",
  "gamma",
  "radius",
  "draws",
  "violations",
  "unresolved",
  "failureRate",
  "failureLower",
  "failureUpper",
  "alpha",
  "bound",
  "observedQuantile",
  "slack",
];
const STRINGS = ["claim", "form", "kind", "verdict", "reason", "seed"];

function isRow(value: unknown): value is Row {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return (
    fields.get("schema") === ROW_SCHEMA &&
    typeof fields.get("vacuous") === "boolean" &&
    STRINGS.every((name) => typeof fields.get(name) === "string") &&
    NUMBERS_OR_NULL.every((name) => fields.get(name) === null || typeof fields.get(name) === "number")
  );
}

function parseRow(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What makes two rows the same: everything but the time they took. */
function identity(row: Row): string {
  return JSON.stringify({ ...row, milliseconds: 0 });
}

/**
 * The rows of files of JSON lines; the same row twice counts once.
 *
 * @param what how messages name the argument.
 * @throws UsageError naming the file, and the line that is no row.
 */
export async function readRows(what: string, files: readonly string[]): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (const file of files) {
    const text = await readFile(file, "utf8").catch((error: unknown) => {
      throw new UsageError(
        `${what} is ${file}; it must be a readable file of rows (${error instanceof Error ? error.message.split(",")[0] : String(error)})`,
      );
    });
    for (const [index, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const row = parseRow(line);
      if (!isRow(row)) {
        throw new UsageError(
          `${what} is ${file}, whose line ${index + 1} is ${shown(line)}; it must be a row: a whole line of JSON as audit --json prints it`,
        );
      }
      rows.set(identity(row), row);
    }
  }
  if (rows.size === 0) throw new UsageError(`${what} is ${files.join(" ")}; it must have at least one row`);
  return [...rows.values()];
}
