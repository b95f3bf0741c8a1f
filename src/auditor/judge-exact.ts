import { probabilityText } from "../numbers/probability-text.js";
import { type Allowed, allowedText } from "./allowed.js";
import { AuditError } from "./audit-error.js";
import type { LogProbability, Relation } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import { takeTurns } from "./pause.js";
import type { Statement } from "./statement.js";
import { verdictOfLaw } from "./verdict-of-law.js";

/** log of the probability that a given bound is broken; at a cell where it is computed for one bound, it is for all. */
type Exact = (bound: number) => LogProbability | null;

/** A place where a quantile is looked for, and how far the probability there is above what is allowed, in logs. */
interface Place {
  readonly bound: number;
  readonly excess: number;
}

/** Relative accuracy of the quantile. */
const QUANTILE_ACCURACY = 1e-8;

/**
 * The bound that the observed quantity breaks with the probability that is allowed; null where none is found, the
 * probability is not computed on the way there, or what is allowed is known between two ends only. By interpolation of the
 * logarithm, which takes few steps where it is smooth, and bisection between, which ends where it jumps.
 */
async function exactQuantile(
  exact: Exact,
  { allowed, bound: start, signal }: ExactTarget,
  relation: Relation,
): Promise<number | null> {
  if (allowed.logLower < allowed.logUpper) return null;
  // The failure probability falls as an upper bound grows, and as a lower bound shrinks.
  const direction = relation === ">=" ? -1 : 1;
  const at = async (bound: number): Promise<Place> => {
    await takeTurns(signal);
    return { bound, excess: direction * ((exact(bound)?.logUpper ?? Number.NaN) - allowed.logUpper) };
  };
  let low = await at(start);
  let high = low;
  for (let i = 0; high.excess > 0; i++) {
    if (i === 200) return null;
    low = high;
    high = await at(2 * high.bound);
  }
  if (Number.isNaN(high.excess)) return null;
  for (let i = 0; low.excess <= 0; i++) {
    // So far below the bound that it is 0 for all that a ratio of the two could say.
    if (i === 20) return null;
    high = low;
    low = await at(low.bound / 2);
  }
  if (Number.isNaN(low.excess)) return null;
  for (let i = 0; i < 100 && high.bound - low.bound > QUANTILE_ACCURACY * high.bound; i++) {
    const share = i % 3 === 2 ? 0.5 : low.excess / (low.excess - high.excess);
    // A little beyond where interpolation points, so that both ends move.
    const nudged = Number.isNaN(share) ? 0.5 : Math.min(0.999, Math.max(0.001, share + (i % 3 === 0 ? 1e-3 : -1e-3)));
    const bound = low.bound + (high.bound - low.bound) * nudged;
    const middle = await at(bound);
    if (Number.isNaN(middle.excess)) return null;
    if (middle.excess > 0) low = middle;
    else high = middle;
  }
  return (low.bound + high.bound) / 2;
}

/** How wide an enclosure of a probability may be, relative to itself, for one number to stand for it. */
const NARROW = 0.01;

/** What an enclosure says, in words. */
function enclosureText({ logLower, logUpper }: LogProbability): string {
  if (logLower === -Infinity && logUpper > -Infinity) return `at most ${probabilityText(logUpper)}`;
  if (logUpper === -Infinity || logUpper - logLower <= NARROW) return probabilityText(logUpper);
  return `between ${probabilityText(logLower)} and ${probabilityText(logUpper)}`;
}

/** What is decided exactly, and how. */
export interface ExactTarget {
  readonly allowed: Allowed;
  readonly bound: number;
  /** `certified` where a proven bound on one side is wanted, whatever is known on the other. */
  readonly method: "exact" | "certified";
  readonly signal: AbortSignal | undefined;
}

/**
 * Decides "the failure probability is at most what is allowed" by enclosing it. Costs nothing of the error budget. A row
 * says `exact` where the probability has proven ends on both sides, `certified` where it has one on one side alone.
 *
 * @throws AuditError if the claim computes it for other bounds of the cell and not for this one.
 * @throws the signal's reason when aborted.
 */
export async function judgeExact(statement: Statement, exact: Exact, target: ExactTarget): Promise<Finding> {
  const { allowed, bound, method } = target;
  const probability = exact(bound);
  if (!probability)
    throw AuditError.at(
      statement,
      statement.cell,
      "the exact probability is missing for some bounds of a cell, and there for others",
    );
  const { logLower, logUpper } = probability;
  const verdict = verdictOfLaw(probability, allowed);
  const relation = { supported: "at most", refuted: "above", inconclusive: "too close to tell from" }[verdict];
  const { claim } = statement;
  const observedQuantile = bound > 0 ? await exactQuantile(exact, target, claim.relation) : null;
  const [lower, upper] = [Math.exp(logLower), Math.exp(logUpper)].map((p) => Math.min(1, p));
  const certified = method === "certified" || (logLower === -Infinity && logUpper > -Infinity);
  const isNarrow = logUpper === -Infinity || logUpper - logLower <= NARROW;
  return {
    ...NOTHING_MEASURED,
    method: certified ? "certified" : "exact",
    failureRate: certified || !isNarrow ? null : Math.min(1, Math.exp((logLower + logUpper) / 2)),
    failureLower: lower,
    // Where the probability underflows, the least double is still above it.
    failureUpper: logUpper === -Infinity ? 0 : Math.max(Number.MIN_VALUE, upper),
    verdict,
    reason: `the bound fails with probability ${enclosureText(probability)}, ${relation} ${allowedText(claim, allowed)}`,
    bound,
    observedQuantile,
    refutedMultiple: observedQuantile === null ? null : observedQuantile / bound,
  };
}
