import type { Given, Name } from "../samplers/parameters.js";
import { AuditError } from "./audit-error.js";
import type { LooseCell } from "./cell.js";
import type { LogProbability, Relation } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import type { Statement } from "./statement.js";

/** log of the probability that a given bound is broken; at a cell where it is computed for one bound, it is for all. */
type Exact = (bound: number) => LogProbability;

/** Relative accuracy of the quantile. */
const QUANTILE_ACCURACY = 1e-8;

/**
 * The bound that the observed quantity breaks with probability gamma; null where none is found. By interpolation of the
 * logarithm, which takes few steps where it is smooth, and bisection between, which ends where it jumps.
 */
function exactQuantile(exact: Exact, gamma: number, start: number, relation: Relation): number | null {
  // The failure probability falls as an upper bound grows, and as a lower bound shrinks.
  const direction = relation === ">=" ? -1 : 1;
  const excessAt = (bound: number) => direction * (exact(bound).logUpper - Math.log(gamma));
  let low = { bound: start, excess: excessAt(start) };
  let high = low;
  for (let i = 0; high.excess > 0; i++) {
    if (i === 200) return null;
    low = high;
    high = { bound: 2 * high.bound, excess: excessAt(2 * high.bound) };
  }
  for (let i = 0; low.excess <= 0; i++) {
    // So far below the bound that it is 0 for all that a ratio of the two could say.
    if (i === 20) return null;
    high = low;
    low = { bound: low.bound / 2, excess: excessAt(low.bound / 2) };
  }
  for (let i = 0; i < 100 && high.bound - low.bound > QUANTILE_ACCURACY * high.bound; i++) {
    const share = i % 3 === 2 ? 0.5 : low.excess / (low.excess - high.excess);
    // A little beyond where interpolation points, so that both ends move.
    const nudged = Number.isNaN(share) ? 0.5 : Math.min(0.999, Math.max(0.001, share + (i % 3 === 0 ? 1e-3 : -1e-3)));
    const bound = low.bound + (high.bound - low.bound) * nudged;
    const middle = { bound, excess: excessAt(bound) };
    if (middle.excess > 0) low = middle;
    else high = middle;
  }
  return (low.bound + high.bound) / 2;
}

/** The probability to five digits, as a power of ten where a double cannot hold it. */
function probabilityText(logProbability: number): string {
  const log10 = logProbability / Math.LN10;
  return log10 > -300 ? String(Number(Math.exp(logProbability).toPrecision(5))) : `10^${log10.toFixed(1)}`;
}

/**
 * Decides "the failure probability is at most gamma" by computing it. Costs nothing of the error budget.
 *
 * @throws AuditError if the claim's probability is NaN, above 1 or its enclosure is upside down.
 */
export function judgeExact(
  statement: Statement,
  exact: Exact,
  cell: LooseCell,
  given: Given<Name>,
  bound: number,
): Finding {
  const { logLower, logUpper } = exact(bound);
  if (!(logLower <= logUpper && logLower <= 0))
    throw new AuditError(
      statement,
      cell,
      `the exact log probability is [${logLower}, ${logUpper}]; it must be an interval reaching below 0`,
    );
  const logGamma = Math.log(given.gamma);
  const verdict = logUpper <= logGamma ? "supported" : logLower > logGamma ? "refuted" : "inconclusive";
  const relation = { supported: "at most", refuted: "above", inconclusive: "too close to tell from" }[verdict];
  const { relation: side } = statement.claim;
  const observedQuantile = bound > 0 ? exactQuantile(exact, given.gamma, bound, side) : null;
  return {
    ...NOTHING_MEASURED,
    method: "exact",
    failureRate: Math.min(1, Math.exp((logLower + logUpper) / 2)),
    failureLower: Math.min(1, Math.exp(logLower)),
    // Where the probability underflows, the least double is still above it.
    failureUpper: logUpper === -Infinity ? 0 : Math.max(Number.MIN_VALUE, Math.min(1, Math.exp(logUpper))),
    verdict,
    // Without a bound from below it is a bound from above that is told.
    reason: `the bound fails with probability ${logLower < logUpper && logLower === -Infinity ? "at most " : ""}${probabilityText(logUpper)}, ${relation} gamma = ${given.gamma}`,
    bound,
    observedQuantile,
    refutedMultiple: observedQuantile === null || side === "=" ? null : observedQuantile / bound,
  };
}
