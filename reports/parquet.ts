import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { ROW_FIELD_NAMES, type Row } from "../src/auditor/row-fields.js";
import { cellNames } from "./csv.js";

type Type = "BOOLEAN" | "DOUBLE" | "STRING";

/** Rows of a group, in which columns are compressed: fewer than a hundred thousand take a third of the time, and twice the room. */
const GROUP = 10_000;

/** One column: a double, a truth value or a text. Lists and objects are JSON, since readers differ in what they make of others. */
function column(name: string, values: unknown[]): ColumnSource {
  let only: string | null = null;
  for (const value of values) {
    const own: string | null = value === null ? only : typeof value;
    if (only !== null && own !== only) {
      only = "several";
      break;
    }
    only = own;
  }
  const type: Type = only === "boolean" ? "BOOLEAN" : only === "number" ? "DOUBLE" : "STRING";
  const isText = (value: unknown) => value === null || typeof value === "string";
  const data =
    type === "STRING" && !values.every(isText)
      ? values.map((value) => (isText(value) ? value : JSON.stringify(value)))
      : values;
  return { name, data, type, nullable: true };
}

/**
 * Every field of every row as Parquet; `cell` has a column for each parameter, cell.NAME.
 *
 * @example duckdb -c "select claim, min(slack) from 'rows.parquet' group by claim"
 * @example pandas.read_parquet("rows.parquet")
 */
export function toParquet(rows: readonly Row[]): Uint8Array {
  const names = cellNames(rows);
  const columnData = ROW_FIELD_NAMES.flatMap((name) =>
    name === "cell"
      ? names.map((own) =>
          column(
            `cell.${own}`,
            rows.map(({ cell }) => (Object.hasOwn(cell, own) ? cell[own] : null)),
          ),
        )
      : [
          column(
            name,
            rows.map((row) => row[name]),
          ),
        ],
  );
  // Least and greatest values of each group would let readers skip groups; files of rows are read as a whole.
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: GROUP, statistics: false }));
}
