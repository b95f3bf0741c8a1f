import { exactly } from "./exactly.js";

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
