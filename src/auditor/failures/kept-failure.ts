import { shownValue } from "../../numbers/shown-value.js";
import type { Cell } from "../cell.js";
import type { FormName } from "../claim.js";
import { isObject } from "../members.js";
import { ROW_FIELDS, type Row } from "../row-fields.js";

/** The version of the format. */
const FAILURE_VERSION = 1;

/** A cell at which a form of a claim was refuted, and how: enough to refute it again. */
export interface KeptFailure
  extends Pick<Row, "paper" | "claim" | "method" | "draws" | "alpha" | "seed" | "stream" | "milliseconds"> {
  readonly version: typeof FAILURE_VERSION;
  readonly form: FormName;
  readonly cell: Cell;
}

/** What is kept of a refuted row. */
export const failureOf = (row: Row): KeptFailure => ({
  version: FAILURE_VERSION,
  paper: row.paper,
  claim: row.claim,
  form: row.form,
  cell: row.cell,
  method: row.method,
  draws: row.draws,
  alpha: row.alpha,
  seed: row.seed,
  stream: row.stream,
  milliseconds: row.milliseconds,
});

const FIELDS = [
  "paper",
  "claim",
  "form",
  "cell",
  "method",
  "draws",
  "alpha",
  "seed",
  "stream",
  "milliseconds",
] as const;

/**
 * The failure that a file holds.
 *
 * @throws RangeError that says what is wrong with it, in a few words.
 */
export function readFailure(text: string): KeptFailure {
  let x: unknown;
  try {
    x = JSON.parse(text);
  } catch {
    throw new RangeError("it is not JSON");
  }
  if (!isObject(x)) throw new RangeError("it is no object");
  if (x.version !== FAILURE_VERSION)
    throw new RangeError(`its version is ${shownValue(x.version)}; it must be ${FAILURE_VERSION}`);
  const wrong = FIELDS.find((name) => !ROW_FIELDS[name].has(x[name]));
  if (wrong !== undefined)
    throw new RangeError(`its ${wrong} is ${shownValue(x[wrong])}; it must be ${ROW_FIELDS[wrong].mustBe}`);
  // Checked above, field by field.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return x as unknown as KeptFailure;
}
