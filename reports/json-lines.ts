import { jsonText } from "../src/auditor/json-text.js";
import type { Row } from "../src/auditor/row-fields.js";
import { inBatches } from "./in-batches.js";

/** One row a line, as `audit --json` prints them: a text for each thousand rows, as all in one can be longer than a text may be. */
export function toJsonLines(rows: readonly Row[]): Iterable<string> {
  return inBatches(rows, (batch) => batch.map((row) => `${jsonText(row)}\n`).join(""));
}
