import { AuditError } from "./audit-error.js";
import type { LooseCell } from "./cell.js";
import type { Enclosure } from "./claim.js";
import type { Statement } from "./statement.js";

/**
 * Both ends of an observed quantity; open ends may be infinite, away from the quantity.
 *
 * @param where what was observed, for the message: "draw 7".
 * @throws AuditError if it is NaN, an infinite number, or its ends are the wrong way round.
 */
export function checkedEnclosure(
  statement: Statement,
  cell: LooseCell,
  observed: Enclosure,
  where: string,
): readonly [lower: number, upper: number] {
  const [lower, upper] = typeof observed === "number" ? [observed, observed] : [observed.lower, observed.upper];
  if (!(lower <= upper && lower < Infinity && upper > -Infinity))
    throw new AuditError(
      statement,
      cell,
      `${where} observed [${lower}, ${upper}]; it must be a finite number or an interval that holds one`,
    );
  return [lower, upper];
}
