import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import { ROW_FIELD_NAMES, type Row } from "../src/auditor/row-fields.js";
import { cellNames } from "./csv.js";

type Type = "BOOLEAN" | "DOUBLE" | "STRING";

/** One column: a double, a truth value or a text. Lists and objects are JSON, since readers differ in what they make of others. */
function column(name: string, values: readonly unknown[]): ColumnSource {
  const known = values.filter((value) => value !== null && value !== undefined);
  const all = (type: string) => known.every((value) => typeof value === type);
  const type: Type =
    all("boolean") && known.length > 0 ? "BOOLEAN" : all("number") && known.length > 0 ? "DOUBLE" : "STRING";
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const data = values.map((value) =>
    value === null || value === undefined ? null : type === "STRING" ? text(value) : value,
  );
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
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
