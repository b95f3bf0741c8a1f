import { shownValue } from "../numbers/shown-value.js";
import type { Given } from "./cell.js";
import { inOneLine } from "./in-one-line.js";
import type { Statement } from "./statement.js";

/**
 * Of a printed form that leaves constants free: what its refutation shows, that it is false with those that are audited, or
 * with any. Null for other forms, whose constants are the paper's. What fails in `everyChoice` is said and takes nothing from
 * the refutation, which does not rest on it.
 */
export function constantsText({ claim, form, mutant }: Statement, given: Given): string | null {
  const { freeConstants } = claim;
  if (!freeConstants || form !== "printed" || mutant !== null) return null;
  const audited = `with ${freeConstants.audited}`;
  let everyChoice: unknown;
  try {
    everyChoice = freeConstants.everyChoice?.(given) ?? null;
  } catch (error) {
    return `${audited}; whether others would do is not known: everyChoice threw: ${inOneLine(error)}`;
  }
  if (everyChoice === null) return `${audited}, and others are not ruled out`;
  if (typeof everyChoice === "string") return `for every choice of the constants: ${everyChoice}`;
  return `${audited}; whether others would do is not known: everyChoice is ${shownValue(everyChoice)}; it must be a text or null`;
}
