import { shownValue } from "../numbers/shown-value.js";
import type { Given } from "./cell.js";
import type { Statement } from "./statement.js";

/**
 * What is known at a cell without the statement, as often as it claims; null where the claim does not say.
 *
 * @throws RangeError if that is NaN.
 */
export function knownWithout({ claim, allowed }: Statement, given: Given): number | null {
  if (claim.trivial === undefined) return null;
  // Claims that never fail have the logarithm of 0.
  const trivial: unknown = claim.trivial(given, allowed(given)?.logUpper ?? -Infinity);
  if (typeof trivial === "number" && !Number.isNaN(trivial)) return trivial;
  throw new RangeError(
    `trivial is ${shownValue(trivial)}; it must be a number, ${claim.relation === ">=" ? "−Infinity" : "Infinity"} where nothing is known`,
  );
}

/**
 * Whether a bound says no more at a cell than what is known without the statement.
 *
 * @throws RangeError if what is known without it is NaN.
 */
export function isNoBetter(statement: Statement, given: Given, bound: number): boolean {
  const known = knownWithout(statement, given);
  if (known === null) return false;
  return statement.claim.relation === ">=" ? bound <= known : bound >= known;
}
