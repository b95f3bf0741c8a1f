import type { Given } from "./cell.js";
import type { Claim } from "./claim.js";

/**
 * Whether a bound says no more at a cell than what is known without the claim.
 *
 * @throws RangeError if what is known without it is NaN.
 */
export function isNoBetter(claim: Claim, given: Given, bound: number): boolean {
  if (claim.trivial === undefined) return false;
  const trivial: unknown = claim.trivial(given);
  if (typeof trivial !== "number" || Number.isNaN(trivial))
    throw new RangeError(
      `trivial is ${String(trivial)}; it must be a number, ${claim.relation === ">=" ? "−Infinity" : "Infinity"} where nothing is known`,
    );
  return claim.relation === ">=" ? bound <= trivial : bound >= trivial;
}
