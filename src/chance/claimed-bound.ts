import type { MeanClaim } from "./judge-mean.js";

/**
 * What a mean is claimed to be at most or at least.
 *
 * @throws RangeError unless exactly one of the two is given, and finite.
 */
export function claimedBound({ atMost, atLeast }: MeanClaim): number {
  if ((atMost === undefined) === (atLeast === undefined))
    throw new RangeError("exactly one of atMost and atLeast must be given");
  const bound = atMost ?? atLeast;
  if (!Number.isFinite(bound))
    throw new RangeError(`${atMost === undefined ? "atLeast" : "atMost"} is ${bound}; it must be a finite number`);
  return bound;
}
