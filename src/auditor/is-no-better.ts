import type { Given, Name } from "../samplers/parameters.js";
import type { Claim } from "./claim.js";

/** Whether a bound says no more at a cell than what is known without the claim. */
export function isNoBetter(claim: Claim, given: Given<Name>, bound: number): boolean {
  if (!claim.trivial) return false;
  const trivial = claim.trivial(given);
  return claim.relation === ">=" ? bound <= trivial : bound >= trivial;
}
