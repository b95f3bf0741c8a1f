import { probabilityText } from "../numbers/probability-text.js";
import { shownValue } from "../numbers/shown-value.js";
import type { Given } from "./cell.js";
import type { Claim, ClaimOf, LogProbability } from "./claim.js";
import { gamma } from "./gamma.js";

/** The failure probability that a statement allows at a cell: as a double holds it, and its logarithm between two ends. */
export interface Allowed extends LogProbability {
  /** In [0, ∞); 0 may stand for what is too small for a double. */
  readonly probability: number;
}

/** Doubles below this are off by up to all of themselves: 0 may stand for 2exp(−1000). */
const LEAST_NORMAL = 2 ** -1022;

/** How a claim of high probability, a form or a mutant says how often it may fail. */
type Allowance = Pick<ClaimOf<"whp">, "allows" | "logAllows">;

/**
 * The failure probability that a claim allows at a cell, or its form or mutant if one says so itself, the last of those
 * given that does; null for a statement that is not of high probability.
 *
 * @throws RangeError if what the claim gives is no number, below 0 or infinite.
 */
export function allowedBy(
  claim: Claim,
  given: Given,
  own: readonly (Partial<Allowance> | undefined)[] = [],
): Allowed | null {
  if (claim.kind !== "whp") return null;
  const says = own.findLast((one) => one?.allows ?? one?.logAllows) ?? claim;
  if (says.logAllows) {
    const log: unknown = says.logAllows(given);
    if (typeof log === "number" && log < Infinity)
      return { probability: Math.min(Number.MAX_VALUE, Math.exp(log)), logLower: log, logUpper: log };
    throw new RangeError(`the failure probability has the logarithm ${shownValue(log)}; it must be a number`);
  }
  const probability: unknown = says.allows ? says.allows(given) : given[gamma.name];
  if (!(typeof probability === "number" && probability >= 0 && probability < Infinity))
    throw new RangeError(`the failure probability is ${shownValue(probability)}; it must be a finite number ≥ 0`);
  if (probability < LEAST_NORMAL) return { probability, logLower: -Infinity, logUpper: Math.log(LEAST_NORMAL) };
  const log = Math.log(probability);
  return { probability, logLower: log, logUpper: log };
}

/** How reasons speak of it. */
export function allowedText(claim: Claim, { probability, logLower, logUpper }: Allowed): string {
  if (claim.kind === "whp" && !claim.allows && !claim.logAllows) return `gamma = ${probability}`;
  return `the ${logLower === logUpper ? probabilityText(logLower) : probability} that is allowed`;
}
