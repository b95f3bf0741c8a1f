import { checkClaim } from "./check-claim.js";
import type { Claim, Definition } from "./claim.js";
import type { AnyParameter } from "./parameter.js";

/**
 * Makes a claim. Types are inferred from `parameters` and `draw`: a bound or an observed quantity that uses a
 * parameter which is not listed does not compile, nor a sampler that needs one, nor a member that the kind does not have.
 *
 * @throws RangeError naming the claim, the member, what it was and what it must be.
 */
export function defineClaim<const P extends readonly AnyParameter[], D>(definition: Definition<P, D>): Claim {
  checkClaim(definition);
  // What a claim's functions read, its parameters give: checked by the types above, which end here.
  return definition;
}
