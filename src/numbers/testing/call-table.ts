/** Arrays up to this length are shown whole. */
const WHOLE = 16;

const round = (x: number) => (Object.is(x, -0) ? "-0" : String(x));

/** Of a long array: its length, ends, sum, and a sum in which every place counts. */
function digest(array: readonly number[]): string {
  const sum = array.reduce((total, x) => total + x, 0);
  const weighted = array.reduce((total, x, i) => total + x * ((i % 7) + 1), 0);
  return `${array.length}[${round(array[0])} … ${round(array[array.length - 1])}; ${round(sum)}; ${round(weighted)}]`;
}

/** A value on one line, its numbers to the last digit. */
export function exactly(x: unknown): string {
  if (typeof x === "number") return round(x);
  if (typeof x === "function") return "ƒ";
  if (typeof x === "string") return JSON.stringify(x);
  if (typeof x !== "object" || x === null) return String(x);
  if (x instanceof Float64Array || Array.isArray(x)) {
    const array: unknown[] = [...x];
    return array.length > WHOLE && array.every((a) => typeof a === "number")
      ? digest(array)
      : `[${array.map(exactly).join(", ")}]`;
  }
  return `{${Object.entries(x)
    .filter(([, value]) => typeof value !== "function")
    .map(([key, value]) => `${key} ${exactly(value)}`)
    .join(", ")}}`;
}

/** What a call returns or throws, on one line. */
function outcome(call: () => unknown): string {
  try {
    return exactly(call());
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

/** A line a call: its arguments, and what comes of them. */
export function callTable<Arguments extends unknown[]>(
  f: (...call: Arguments) => unknown,
  calls: readonly (readonly [...Arguments])[],
): string {
  return calls.map((call) => `${call.map(exactly).join(", ")} → ${outcome(() => f(...call))}`).join("\n");
}
