import type { Given, Name } from "../network/parameters.js";
import { AuditError } from "./audit-error.js";
import type { LooseCell } from "./cell.js";
import type { LogProbability, Relation } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import type { Statement } from "./statement.js";

/** log of the probability that a given bound is broken; at a cell where it is computed for one bound, it is for all. */
type Exact = (bound: number) => LogProbability;

/** The bound that the observed quantity breaks with probability gamma, by bisection; null where none is found. */
function exactQuantile(exact: Exact, gamma: number, start: number, relation: Relation): number | null {
  const target = Math.log(gamma);
  // The failure probability falls as an upper bound grows, and as a lower bound shrinks.
  const tooSmall = (bound: number) => exact(bound).logUpper > target === (relation !== ">=");
  let [low, high] = [start, start];
  for (let i = 0; tooSmall(high); i++, high *= 2) if (i === 200) return null;
  for (let i = 0; !tooSmall(low); i++, low /= 2) if (i === 200) return null;
  for (let i = 0; i < 60 && high - low > 1e-13 * high; i++) {
    const middle = (low + high) / 2;
    if (tooSmall(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
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
    reason: `the bound fails with probability ${probabilityText(logUpper)}, ${relation} gamma = ${given.gamma}`,
    bound,
    observedQuantile,
    refutedMultiple: observedQuantile === null || side === "=" ? null : observedQuantile / bound,
  };
}
