import { logBinomialTails } from "../numbers/binomial-tails.js";
import { refutingFailures, supportingFailures } from "./deciding-counts.js";
import { allowedMiss, type Design, MOST_DRAWS } from "./design.js";
import { DECISION_ALPHA } from "./error-budget.js";

/** Where `holds` turns true between p = `no`, where it is false, and p = `yes`: the last double where it is true. */
function turn(no: number, yes: number, holds: (p: number) => boolean): number {
  for (;;) {
    const [low, high] = no < yes ? [no, yes] : [yes, no];
    // Geometric while the ends differ by much, arithmetic after that.
    const middle = low > 0 && high > 4 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
    if (middle <= low || middle >= high) return yes;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
}

/** The failure probabilities that an audit tells from gamma. */
export interface ExcessSeen {
  /** From here up "p ≤ gamma" is refuted with probability at least `power`; null if not even p = 1 would be. */
  readonly refutedFrom: number | null;
  /** Up to here it is supported with that probability; null if not even p = 0 would be. */
  readonly supportedUpTo: number | null;
}

/**
 * What an audit of `draws` draws can see: the smallest failure probability above gamma that the sequential test of
 * "p ≤ gamma" has refuted by then with probability at least `power`, and the largest below gamma that it has
 * supported. By exact binomial tails of the last look alone, so both are safe; see `drawsNeeded`, whose inverse this is.
 *
 * @throws RangeError if gamma or alpha is outside (0, 1), power outside (0, 1 − alpha), or draws is not an integer from
 * 1 to 2^52.
 */
export function excessSeen({
  gamma,
  draws,
  alpha = DECISION_ALPHA,
  power = 0.99,
}: Design & { readonly draws: number }): ExcessSeen {
  const allowed = Math.log(allowedMiss(gamma, alpha, power));
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS))
    throw new RangeError(`draws is ${draws}; it must be an integer from 1 to 2^52`);
  const most = supportingFailures(draws, gamma, alpha);
  const least = refutingFailures(draws, gamma, alpha);
  const refutes = (p: number) => logBinomialTails(least - 1, draws, p).logAtMost <= allowed;
  const supports = (p: number) => logBinomialTails(most + 1, draws, p).logAtLeast <= allowed;
  return {
    refutedFrom: least > draws ? null : turn(gamma, 1, refutes),
    supportedUpTo: most < 0 ? null : turn(gamma, 0, supports),
  };
}
