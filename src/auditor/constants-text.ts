import { guarded } from "./audit-error.js";
import type { Given } from "./cell.js";
import type { Statement } from "./statement.js";

/**
 * Of a printed form that leaves constants free: what its refutation shows, that it is false with those that are audited, or
 * with any. Null for other forms, whose constants are the paper's.
 *
 * @throws AuditError if the claim throws.
 */
export function constantsText(statement: Statement, given: Given): string | null {
  const { claim, form, mutant, cell } = statement;
  const { freeConstants } = claim;
  if (!freeConstants || form !== "printed" || mutant !== null) return null;
  const everyChoice = guarded(
    statement,
    cell,
    "everyChoice",
    (at: Given) => freeConstants.everyChoice?.(at) ?? null,
  )(given);
  return everyChoice === null
    ? `with ${freeConstants.audited}, and others are not ruled out`
    : `for every choice of the constants: ${everyChoice}`;
}
