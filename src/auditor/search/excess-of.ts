import type { Allowed } from "../allowed.js";
import type { Given } from "../cell.js";
import { checkedEnclosure } from "../checked-enclosure.js";
import type { Relation } from "../claim.js";
import type { Statement } from "../statement.js";
import { outcome } from "../tally.js";
import type { Probe } from "./probe.js";

type Excess = Pick<Probe, "excess" | "sure">;

/**
 * By how much a side is beyond its bound: log of their ratio where both are positive, else their difference over the sum of
 * their sizes. 0 where they agree, above 0 where the relation fails.
 */
export function beyond(lower: number, upper: number, bound: number, relation: Relation): number {
  if (relation === "=") return Math.max(beyond(lower, upper, bound, "<="), beyond(lower, upper, bound, ">="));
  const side = relation === "<=" ? lower : upper;
  const sign = relation === "<=" ? 1 : -1;
  if (side > 0 && bound > 0) return sign * (Math.log(side) - Math.log(bound));
  if (side < 0 && bound < 0) return sign * (Math.log(-bound) - Math.log(-side));
  const size = Math.abs(side) + Math.abs(bound);
  return size === 0 ? 0 : Number.isFinite(size) ? (sign * (side - bound)) / size : sign * Math.sign(side - bound);
}

/** Where nothing is random. */
function sides(statement: Statement, given: Given, bound: number): Excess {
  const { relation } = statement.claim;
  const [lower, upper] = checkedEnclosure(statement, statement.observed(null, given), "the evaluation");
  const sure = outcome(lower, upper, bound, relation) < 0;
  const excess = beyond(lower, upper, bound, relation);
  return { excess: sure ? Math.max(excess, Number.MIN_VALUE) : Math.min(excess, 0), sure };
}

/** Where the failure probability is computed; null where it is not. A guess at how far off it is, where only its upper end is known. */
function law(statement: Statement, given: Given, bound: number, allowed: Allowed | null): Excess | null {
  const probability = allowed && statement.exact?.(given, bound);
  if (!probability || !allowed) return null;
  const { logLower, logUpper } = probability;
  const sure = logLower > allowed.logUpper;
  if (sure) return { excess: Math.max(logLower - allowed.logUpper, Number.MIN_VALUE), sure };
  if (logUpper === -Infinity) return { excess: -1e6, sure: false };
  const guess = logLower > -Infinity ? logLower : logUpper - 1;
  const over = guess - (allowed.logLower > -Infinity ? allowed.logLower : allowed.logUpper);
  return { excess: Math.min(0, Number.isFinite(over) ? over : -1e6), sure };
}

/** What is known of an excess without draws. */
export const excessOf = { sides, law };
