import { isJsonObject, type Json, toJson } from "../../json.js";

/** What came of the search for repairs of a form. */
export interface Repaired {
  /** What it says, a line each. */
  readonly lines: readonly string[];
  /** What it spent of the error budget. */
  readonly spent: number;
}

/** As it is kept. */
export const writeRepaired = (repaired: Repaired): Json => toJson(repaired);

/** What was kept, as it is read again; undefined for anything else. */
export function readRepaired(x: Json): Repaired | undefined {
  if (!isJsonObject(x) || !Array.isArray(x.lines) || typeof x.spent !== "number") return undefined;
  return { lines: x.lines.map(String), spent: x.spent };
}
