import { guarded } from "./audit-error.js";
import type { Additions } from "./cell.js";
import { drawCost } from "./draw-cost.js";
import type { Statement } from "./statement.js";

/**
 * What a draw of a statement costs at its cell (`drawCost`).
 *
 * @throws AuditError if the claim cannot say.
 */
export const costAt = (statement: Statement, additions?: Additions): number =>
  guarded(statement, statement.cell, "cost", drawCost)(statement.claim, statement.cell, additions);
