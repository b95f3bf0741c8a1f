import type { Batch } from "./draw-batch.js";
import { isJsonObject, type Json, type JsonObject } from "./json.js";

const BYTES = 8;
const isLittleEndian = () => new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const COLUMNS = ["lower", "upper", "bound"] as const;

/** Doubles as JSON can hold them: little-endian, in base64. Exact, NaN and the infinities too. */
function pack(values: Float64Array): string {
  const bytes = Buffer.from(Float64Array.from(values).buffer);
  return (isLittleEndian() ? bytes : bytes.swap64()).toString("base64");
}

function unpack(text: string): Float64Array<ArrayBuffer> {
  // A copy of its own: a small buffer shares its memory, not aligned to doubles.
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  if (!isLittleEndian()) Buffer.from(bytes.buffer).swap64();
  return new Float64Array(bytes.buffer, 0, Math.floor(bytes.length / BYTES));
}

/** Draws as JSON. */
export function packBatch(batch: Batch): JsonObject {
  return Object.fromEntries(COLUMNS.map((column) => [column, pack(batch[column])]));
}

/** So many draws that were packed; null for anything else. An end that is NaN is none. */
export function unpackBatch(x: Json | undefined, draws: number): Batch | null {
  if (!isJsonObject(x)) return null;
  const columns = COLUMNS.map((column) => {
    const text = x[column];
    return typeof text === "string" && text.length === 4 * Math.ceil((draws * BYTES) / 3) ? unpack(text) : null;
  });
  const [lower, upper, bound] = columns;
  if (lower?.length !== draws || upper?.length !== draws || bound?.length !== draws) return null;
  if (lower.some((value, i) => !(value <= upper[i])) || bound.some((value) => Math.abs(value) === Infinity))
    return null;
  return { lower, upper, bound };
}
