import { log1mexp, logAddExp } from "../log-space.js";
import type { LogEnclosure } from "./log-enclosure.js";

/** A place on the line, with the logarithms of the probabilities below and above it. */
export interface TailsAt {
  readonly below: LogEnclosure;
  readonly above: LogEnclosure;
}

const less = (larger: LogEnclosure, smaller: LogEnclosure): LogEnclosure => ({
  logLower: larger.logLower + log1mexp(Math.min(0, smaller.logUpper - larger.logLower)),
  logUpper: larger.logUpper + log1mexp(Math.min(0, smaller.logLower - larger.logUpper)),
});

/** log of the probability between two places, from the tails on whose side both lie; of the rest where the middle is between. */
export function massBetween(from: TailsAt, to: TailsAt): LogEnclosure {
  if (from.above.logUpper <= -Math.LN2) return less(from.above, to.above);
  if (to.below.logUpper <= -Math.LN2) return less(to.below, from.below);
  const outside = {
    logLower: logAddExp(from.below.logLower, to.above.logLower),
    logUpper: logAddExp(from.below.logUpper, to.above.logUpper),
  };
  return less({ logLower: 0, logUpper: 0 }, outside);
}
