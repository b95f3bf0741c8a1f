import type { LogProbability } from "lemmacheck";

/** 0 and 1, as logarithms. */
export const NEVER: LogProbability = { logLower: -Infinity, logUpper: -Infinity };
export const SURELY: LogProbability = { logLower: 0, logUpper: 0 };

/** A probability whose logarithm is right to the last digit: that of an atom, or of several. */
export function just(probability: number): LogProbability {
  const log = Math.log(probability);
  return { logLower: log, logUpper: log };
}

/** Of either of two events that exclude each other. */
export function either(a: LogProbability, b: LogProbability): LogProbability {
  const sum = (x: number, y: number) => {
    const high = Math.max(x, y);
    return high === -Infinity ? high : Math.min(0, high + Math.log1p(Math.exp(Math.min(x, y) - high)));
  };
  return { logLower: sum(a.logLower, b.logLower) - 1e-14, logUpper: Math.min(0, sum(a.logUpper, b.logUpper) + 1e-14) };
}

/** log of 1 − p. */
export function complement({ logLower, logUpper }: LogProbability): LogProbability {
  const flip = (x: number) => (x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x)));
  return { logLower: flip(logUpper), logUpper: flip(logLower) };
}

/** A number just below t, by far less than atoms are apart and far more than t was rounded by. */
const justBelow = (t: number) => t - 2 ** -38 * Math.abs(t) - 1e-300;

/** t ↦ log P(X ≥ t) from t ↦ log P(X > t): the two differ at atoms. */
export const atLeast =
  <T extends LogProbability | null>(tail: (t: number) => T) =>
  (t: number): T =>
    tail(justBelow(t));

/** Whether x ≥ t, equality within 2^-38 included. */
export const isAtLeast = (x: number, t: number) => x > justBelow(t);
