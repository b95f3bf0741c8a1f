import { log1mexp } from "./log-space.js";
import type { LogEnclosure } from "./sums/log-enclosure.js";
import type { ToldLog } from "./tail-integral.js";

/** A lower and an upper tail as natural logarithms; −∞ stands for zero. */
export interface LogTails {
  readonly logLower: number;
  readonly logUpper: number;
}

/** What the logarithm of a tail, or of its complement, may be off by, given the logarithm of the smaller of both. */
const tailError = (log: number) => 2 ** -38 + 2 ** -45 * Math.abs(log);

/** The logarithm of a tail that was computed, at most 0; its complement, off by less than twice as much up to a tail of ⅔. */
function told({ log, error }: ToldLog): readonly [smaller: number, complement: number] {
  if (!(2 * error <= tailError(log))) throw new Error(`a tail's logarithm ${log} is known to ${error} only`);
  const smaller = Math.min(0, log);
  return [smaller, log1mexp(smaller)];
}

/** Both tails, of which the lower one was computed; it is at most ⅔. */
export function fromLower(lower: ToldLog): LogTails {
  const [logLower, logUpper] = told(lower);
  return { logLower, logUpper };
}

/** Both tails, of which the upper one was computed; it is at most ⅔. */
export function fromUpper(upper: ToldLog): LogTails {
  const [logUpper, logLower] = told(upper);
  return { logLower, logUpper };
}

/**
 * The enclosure of a probability whose logarithm was computed as `log` by a function of `lemmacheck/probability` for a tail:
 * ± (2^−38 + 2^−45·|log|), 3.6e-12 and 2.8e-14, which is proved.
 */
export function tailEnclosure(log: number): LogEnclosure {
  if (log === -Infinity) return { logLower: log, logUpper: log };
  const error = tailError(log);
  return { logLower: log - error, logUpper: Math.min(0, log + error) };
}
