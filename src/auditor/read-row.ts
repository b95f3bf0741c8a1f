import { shownValue } from "../numbers/shown-value.js";
import { inOrder, ROW_FIELD_NAMES, ROW_FIELDS, ROW_SCHEMA, type Row } from "./row-fields.js";

/** Whether an object has the fields of a row and no other, in their order: as rows are written. */
function isInOrder(fields: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(fields);
  return names.length === ROW_FIELD_NAMES.length && names.every((name, i) => name === ROW_FIELD_NAMES[i]);
}

/**
 * A row from JSON.
 *
 * @throws RangeError in one line that names the field, what it was and what it must be, or the version that reads it.
 */
export function readRow(value: unknown): Row {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RangeError(
      `it is ${shownValue(value)}; it must be a row, a whole line of JSON as audit --json prints it`,
    );
  // Own fields alone: `__proto__` is none.
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const own = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const schema = own("schema");
  if (schema !== ROW_SCHEMA)
    throw new RangeError(
      schema === 1
        ? "its schema is 1, which lemmacheck 0.1 reads; it must be 2: audit again"
        : `its schema is ${shownValue(schema)}; it must be ${ROW_SCHEMA}, that of this version`,
    );
  for (const name of ROW_FIELD_NAMES)
    if (!ROW_FIELDS[name].has(own(name)))
      throw new RangeError(`its ${name} is ${shownValue(own(name))}; it must be ${ROW_FIELDS[name].mustBe}`);
  // Every field was checked above; what else it has is left out.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return isInOrder(fields) ? (fields as unknown as Row) : inOrder(value as Row);
}
