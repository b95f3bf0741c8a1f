import type { LooseCell } from "./cell.js";
import { type Statement, statementName } from "./statement.js";

/** A claim computed something that is not a number where it must be one. It names the claim and the cell. */
export class AuditError extends Error {
  override readonly name = "AuditError";

  constructor(statement: Pick<Statement, "claim" | "form" | "mutant">, cell: LooseCell, what: string) {
    super(`${statementName(statement)} at ${JSON.stringify(cell)}: ${what}`);
  }
}
