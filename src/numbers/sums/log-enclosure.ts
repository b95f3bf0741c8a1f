import { addDown, addUp } from "../intervals/directed.js";
import { log } from "../intervals/elementary.js";
import { point } from "../intervals/interval.js";

/** The natural logarithm of a probability, between two bounds; −Infinity stands for 0. */
export interface LogEnclosure {
  readonly logLower: number;
  readonly logUpper: number;
}

/** The probabilities 1 and 0. */
export const SURE: LogEnclosure = { logLower: 0, logUpper: 0 };
export const NEVER: LogEnclosure = { logLower: -Infinity, logUpper: -Infinity };

/** A law's upper tail T ↦ log P(S > T). */
export type UpperTail = (threshold: number) => LogEnclosure;

/** Bounds on the logarithm of a probability between `lower` and `upper`, both in units of e^logUnit, rounded outwards; a
 * probability is at most 1. */
export function logEnclosure(logUnit: number, lower: number, upper: number): LogEnclosure {
  return {
    logLower: Math.min(0, lower > 0 ? addDown(logUnit, log(point(lower)).lo) : -Infinity),
    logUpper: Math.min(0, upper > 0 ? addUp(logUnit, log(point(upper)).hi) : -Infinity),
  };
}
