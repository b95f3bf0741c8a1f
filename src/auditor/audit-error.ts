import type { LooseCell } from "./cell.js";
import { inOneLine } from "./in-one-line.js";
import type { StatementName } from "./statement.js";

/** The statement's name in messages: "lemma-1 (printed)". */
function statementName({ claim, form, mutant }: StatementName): string {
  return `${claim.id} (${mutant === null ? form : `mutant ${mutant} of ${form}`})`;
}

/**
 * A claim cannot be judged at a cell: it computed something that is not a number where it must be one, or threw. It names
 * the claim and the cell.
 */
export class AuditError extends Error {
  override readonly name = "AuditError";

  /** One that names the claim and the cell. */
  static at(statement: StatementName, cell: LooseCell, what: string, options?: ErrorOptions): AuditError {
    return new AuditError(`${statementName(statement)} at ${JSON.stringify(cell)}: ${what}`, options);
  }
}

/** Characters of what a claim's function threw. */
const LONGEST = 1000;

/** A function of a claim, whose errors name the claim and the cell. */
export function guarded<A extends unknown[], R>(
  statement: StatementName,
  cell: LooseCell,
  what: string,
  call: (...args: A) => R,
): (...args: A) => R {
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      if (error instanceof AuditError) throw error;
      // Range errors say what was wrong with a value; others need to be told from that.
      const verb = error instanceof RangeError ? "" : " threw";
      throw AuditError.at(statement, cell, `${what}${verb}: ${inOneLine(error, LONGEST)}`, { cause: error });
    }
  };
}
