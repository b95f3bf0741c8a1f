/** Numbers in a row up to which all are shown. */
const FEW = 16;

const number = (x: number) => (Object.is(x, -0) ? "-0" : String(x));

/** A long row of numbers by its ends, its norm and a hash of all its bits: a reader sees what it is, and no bit changes unseen. */
function digest(row: Float64Array): string {
  let [hash, squares] = [0x811c9dc5, 0];
  for (const word of new Int32Array(row.buffer)) hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
  for (const x of row) squares += x * x;
  const ends = `${number(row[0])}, ${number(row[1])}, …, ${number(row[row.length - 1])}`;
  return `[${ends}] of ${row.length}, norm ${Math.sqrt(squares)}, bits ${(hash >>> 0).toString(16)}`;
}

const isRow = (x: object): x is Iterable<unknown> => Symbol.iterator in x;
const isNumber = (x: unknown): x is number => typeof x === "number";

/** A value on one line for a snapshot, its numbers to the last bit, what is made of several by its names. */
export function exactly(x: unknown): string {
  if (typeof x === "number") return number(x);
  if (typeof x === "function") return "ƒ";
  if (typeof x === "string") return JSON.stringify(x);
  if (typeof x !== "object" || x === null) return String(x);
  if (isRow(x)) {
    const row = [...x];
    return row.length > FEW && row.every(isNumber)
      ? digest(Float64Array.from(row))
      : `[${row.map(exactly).join(", ")}]`;
  }
  const entries = Object.entries(x).filter(([, value]) => typeof value !== "function");
  return `{${entries.map(([name, value]) => `${name} ${exactly(value)}`).join(", ")}}`;
}

/** Values of which each is a line, for a snapshot. */
export const exactLines = (values: readonly unknown[]): string => values.map(exactly).join("\n");
