/** The natural logarithm of a probability, between two bounds; −Infinity stands for 0. */
export interface LogEnclosure {
  readonly logLower: number;
  readonly logUpper: number;
}

/** A law's upper tail T ↦ log P(S > T). */
export type UpperTail = (threshold: number) => LogEnclosure;

/** Bounds on the sum of a probability known up to `error`, both in units of e^logUnit; a probability is at most 1. */
export function logEnclosure(logUnit: number, lower: number, upper: number): LogEnclosure {
  return {
    logLower: Math.min(0, lower > 0 ? logUnit + Math.log(lower) : -Infinity),
    logUpper: Math.min(0, upper > 0 ? logUnit + Math.log(upper) : -Infinity),
  };
}
