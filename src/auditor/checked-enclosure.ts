import { shownValue } from "../numbers/shown-value.js";
import { AuditError } from "./audit-error.js";
import { inOneLine } from "./in-one-line.js";
import { isObject } from "./members.js";
import type { Statement } from "./statement.js";

/**
 * Both ends of an observed quantity; open ends may be infinite, away from the quantity.
 *
 * @param observed what the claim computed: a number, or { lower, upper }.
 * @param where what was observed, for the message: "draw 7".
 * @throws AuditError if it is NaN, an infinite number, or its ends are the wrong way round.
 */
export function checkedEnclosure(
  statement: Statement,
  observed: unknown,
  where: string,
): readonly [lower: number, upper: number] {
  const isInterval = isObject(observed) && "lower" in observed && "upper" in observed;
  let [lower, upper] = [observed, observed];
  if (isInterval) {
    try {
      [lower, upper] = [observed.lower, observed.upper];
    } catch (error) {
      throw AuditError.at(statement, statement.cell, `${where} observed ends that throw: ${inOneLine(error)}`);
    }
  }
  if (typeof lower === "number" && typeof upper === "number" && lower <= upper && lower < Infinity && upper > -Infinity)
    return [lower, upper];
  throw AuditError.at(
    statement,
    statement.cell,
    `${where} observed ${isInterval ? `[${shownValue(lower)}, ${shownValue(upper)}]` : shownValue(observed)}; it must be a finite number or { lower, upper } that hold one`,
  );
}
