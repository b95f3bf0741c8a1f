import { log1mexp, logAddExp } from "../log-space.js";
import { type LogEnclosure, SURE } from "./log-enclosure.js";

/** A place on the line, with the logarithms of the probabilities below and above it. */
export interface TailsAt {
  readonly below: LogEnclosure;
  readonly above: LogEnclosure;
}

/** log(e^x − e^y), x ≥ y; −∞ stands for zero. */
const less = (x: number, y: number) => (y === -Infinity ? x : x + log1mexp(Math.min(0, y - x)));
const between = (larger: LogEnclosure, smaller: LogEnclosure): LogEnclosure => ({
  logLower: less(larger.logLower, smaller.logUpper),
  logUpper: less(larger.logUpper, smaller.logLower),
});

/** log of the probability between two places, from the tails on whose side both lie; of the rest where the middle is between. */
export function massBetween(from: TailsAt, to: TailsAt): LogEnclosure {
  if (from.above.logUpper <= -Math.LN2) return between(from.above, to.above);
  if (to.below.logUpper <= -Math.LN2) return between(to.below, from.below);
  const outside = {
    logLower: logAddExp(from.below.logLower, to.above.logLower),
    logUpper: logAddExp(from.below.logUpper, to.above.logUpper),
  };
  return between(SURE, outside);
}
