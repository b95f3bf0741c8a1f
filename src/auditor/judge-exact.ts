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

/** A place where a quantile is looked for, and how far either end of the probability there is above what is allowed, in logs. */
interface Place {
  readonly bound: number;
  readonly upper: number;
  readonly lower: number;
}

/** Relative accuracy of the quantile. */
const QUANTILE_ACCURACY = 1e-8;

/**
 * Neighbours, of which the probability at `low` is above what is allowed and at `high` is not (for a lower bound, the other way
 * round); null where none are found, or the probability is not computed on the way there. By interpolation of the logarithm,
 * which takes few steps where it is smooth, and bisection between, which ends where it jumps.
 */
async function crossing(
  at: (bound: number) => Promise<Place>,
  start: number,
  end: "upper" | "lower",
  relation: Relation,
): Promise<readonly [low: Place, high: Place] | null> {
  // The failure probability falls as an upper bound grows, and as a lower bound shrinks.
  const excess = (place: Place) => (relation === ">=" ? -place[end] : place[end]);
  let low = await at(start);
  let high = low;
  for (let i = 0; excess(high) > 0; i++) {
    if (i === 200) return null;
    low = high;
    high = await at(2 * high.bound);
  }
  if (Number.isNaN(excess(high))) return null;
  for (let i = 0; excess(low) <= 0; i++) {
    // So far below the bound that it is 0 for all that a ratio of the two could say.
    if (i === 20) return null;
    high = low;
    low = await at(low.bound / 2);
  }
  if (Number.isNaN(excess(low))) return null;
  for (let i = 0; i < 100 && high.bound - low.bound > QUANTILE_ACCURACY * high.bound; i++) {
    const share = i % 3 === 2 ? 0.5 : excess(low) / (excess(low) - excess(high));
    // A little beyond where interpolation points, so that both ends move.
    const nudged = Number.isNaN(share) ? 0.5 : Math.min(0.999, Math.max(0.001, share + (i % 3 === 0 ? 1e-3 : -1e-3)));
    const middle = await at(low.bound + (high.bound - low.bound) * nudged);
    if (Number.isNaN(excess(middle))) return null;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return [low, high];
}

/** Bounds that the observed quantity breaks with the probability that is allowed, as far as is known. */
interface Quantiles {
  /** Where the probability's upper end crosses what is allowed. */
  readonly observed: number | null;
  /** The bound nearest to that at which its lower end is above what is allowed: it would be refuted. */
  readonly refuted: number | null;
}

/** Both are null where what is allowed is known between two ends only, and one where it is not found. */
async function exactQuantiles(
  exact: Exact,
  { allowed, bound, signal }: ExactTarget,
  relation: Relation,
): Promise<Quantiles> {
  if (allowed.logLower < allowed.logUpper) return { observed: null, refuted: null };
  const at = async (place: number): Promise<Place> => {
    await takeTurns(signal);
    const { logLower, logUpper } = exact(place) ?? { logLower: Number.NaN, logUpper: Number.NaN };
    return { bound: place, upper: logUpper - allowed.logUpper, lower: logLower - allowed.logUpper };
  };
  const worse = (pair: readonly [Place, Place]) => (relation === ">=" ? pair[1] : pair[0]);
  const found = await crossing(at, bound, "upper", relation);
  const observed = found && (found[0].bound + found[1].bound) / 2;
  if (found && worse(found).lower > 0) return { observed, refuted: worse(found).bound };
  // Nothing is known from below.
  if (found && worse(found).lower === -Infinity) return { observed, refuted: null };
  const beyond = await crossing(at, observed ?? bound, "lower", relation);
  return { observed, refuted: beyond && worse(beyond).bound };
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
  const { observed, refuted } =
    bound > 0 ? await exactQuantiles(exact, target, claim.relation) : { observed: null, refuted: null };
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
    observedQuantile: observed,
    refutedMultiple: refuted === null ? null : refuted / bound,
  };
}
