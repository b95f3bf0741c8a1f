import type { Allowed } from "../allowed.js";
import type { Given } from "../cell.js";
import type { Statement } from "../statement.js";
import { logOddsOver } from "./log-odds-over.js";
import type { Probe } from "./probe.js";

/** Where the failure probability is computed; null where it is not. A guess at how far off it is, where only its upper end is known. */
export function excessOfLaw(
  statement: Statement,
  given: Given,
  bound: number,
  allowed: Allowed | null,
): Pick<Probe, "excess" | "sure"> | null {
  const probability = allowed && statement.exact?.(given, bound);
  if (!probability || !allowed) return null;
  const { logLower, logUpper } = probability;
  const sure = logLower > allowed.logUpper;
  if (sure) return { excess: Math.max(logOddsOver(logLower, allowed.logUpper), Number.MIN_VALUE), sure };
  if (logUpper === -Infinity) return { excess: -1e6, sure: false };
  const guess = logLower > -Infinity ? logLower : logUpper - 1;
  const least = allowed.logLower > -Infinity ? allowed.logLower : allowed.logUpper;
  return { excess: Math.min(0, logOddsOver(guess, least)), sure };
}
