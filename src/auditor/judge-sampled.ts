import { failureLower, failureUpper } from "../chance/confidence-limits.js";
import { judgeShare } from "../chance/judge-share.js";
import { LOOK_EVERY } from "../chance/sequential-test.js";
import { finiteOrNull } from "../numbers/finite-or-null.js";
import { type Allowed, allowedText } from "./allowed.js";
import { calibrate } from "./calibrate.js";
import type { Given } from "./cell.js";
import type { Claim } from "./claim.js";
import { type Batch, joinBatches } from "./draw-batch.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import { refutedMultiple } from "./refuted-multiple.js";
import type { Statement } from "./statement.js";
import { addToTally, comparisonOf, type Tally } from "./tally.js";

/** The failure probability that draws rule out before a statement that should hold always counts as supported. */
const NEVER = 0.01;

/** Draws in draw order, from 0; each batch follows the one before. The judge stops asking when it knows. */
export type BatchSource = AsyncIterable<Batch>;

/** The r-th smallest of the values, 1 ≤ r ≤ n. */
function orderStatistic(values: Float64Array, rank: number): number {
  return values.toSorted()[rank - 1];
}

/**
 * How many draws support takes at least, where fewer were made: n of them without a failure are evidence of (1 − p)^−n at most
 * for "below p".
 */
function leastText({ draws, violations, unresolved }: Tally, supportable: number, alpha: number): string {
  const least = Math.ceil(Math.log(alpha) / Math.log1p(-supportable));
  if (!(draws < least) || violations + unresolved > supportable * draws) return "";
  return least <= 2 ** 53
    ? `; it takes ${least} at least to support it`
    : "; no number of draws that can be made supports it";
}

function describe(
  claim: Claim,
  verdict: Finding["verdict"],
  tally: Tally,
  { allowed, alpha, uncertainty }: Target,
  supportable: number,
): string {
  const { draws, violations, unresolved } = tally;
  const seen = `${violations} of ${draws} draws broke the bound${unresolved > 0 ? ` and ${unresolved} could not be told` : ""}`;
  const less = uncertainty > 0 ? `, less ${uncertainty} for the certificates` : "";
  const than = allowed === null ? "a statement that holds always" : `${allowedText(claim, allowed)}${less}`;
  if (verdict === "refuted") return `${seen}: more than ${than} allows`;
  if (verdict === "inconclusive")
    return `${seen}, which does not settle ${than} at alpha = ${alpha}${leastText(tally, supportable, alpha)}`;
  return allowed === null
    ? `${seen}, which rules out a failure probability of ${NEVER}`
    : `${seen}: fewer than ${than} allows`;
}

/** What is decided: that the bound fails with probability at most `allowed`, or that it never fails. */
export interface Target {
  /** Null for a statement that holds always. */
  readonly allowed: Allowed | null;
  readonly alpha: number;
  /** The probability that an enclosure's supporting end misses the truth. */
  readonly uncertainty: number;
}

/**
 * Decides "the failure probability is at most what is allowed" by the sequential test at level alpha, looking after every 64
 * draws and at the end. Sure violations refute; draws that cannot be told count as violations against support, and so
 * does the uncertainty: a draw that fails does so visibly, or its enclosure is one that misses.
 *
 * A statement that holds always is refuted by one sure violation, and supported once draws rule out a failure
 * probability of 0.01; they cannot prove it. One that allows a probability of 0 is refuted likewise, and by draws never
 * supported.
 */
export async function judgeSampled(
  statement: Statement,
  given: Given,
  target: Target,
  source: BatchSource,
  signal?: AbortSignal,
): Promise<Finding> {
  const { alpha, uncertainty } = target;
  const { claim } = statement;
  const { relation } = claim;
  const comparison = comparisonOf(claim);
  // A statement that may fail with probability 0 is one that holds always.
  const probability = target.allowed?.probability ?? 0;
  const never = probability === 0;
  const allowed = never ? NEVER : probability;
  // No number of draws tells 0 from what is below every double: an allowed probability may have come to 0 there.
  const supportable = target.allowed && never ? 0 : allowed - uncertainty;
  const tally: Tally = { draws: 0, violations: 0, unresolved: 0 };
  const batches: Batch[] = [];
  const look = (): Finding["verdict"] => {
    const { draws, violations: failures, unresolved } = tally;
    if (never && failures > 0) return "refuted";
    return judgeShare({ failures, draws, unresolved }, { gamma: allowed, supportable }, alpha);
  };
  let verdict: Finding["verdict"] = "inconclusive";
  for await (const batch of source) {
    signal?.throwIfAborted();
    batches.push(batch);
    for (let from = 0; from < batch.bound.length && verdict === "inconclusive"; ) {
      const to = Math.min(batch.bound.length, from + LOOK_EVERY - (tally.draws % LOOK_EVERY));
      addToTally(tally, batch, comparison, from, to);
      from = to;
      if (tally.draws % LOOK_EVERY === 0) verdict = look();
    }
    // A right side that is undefined at the cell is so for every draw.
    if (verdict !== "inconclusive" || batches[0].bound.every((bound) => Number.isNaN(bound))) break;
  }
  if (tally.draws % LOOK_EVERY !== 0) verdict = look();
  const { draws, violations, unresolved } = tally;
  // A quantile is told only where that leaves at least one draw beyond it.
  const beyond = Math.floor(allowed * draws);
  const all = joinBatches(batches);
  const [lower, upper, bounds] = [all.lower, all.upper, all.bound].map((column) => column.subarray(0, draws));
  const [supporting, refuting] = relation === ">=" ? [lower, upper] : [upper, lower];
  const quantile = (values: Float64Array) =>
    beyond < 1 ? null : finiteOrNull(orderStatistic(values, relation === ">=" ? beyond + 1 : draws - beyond));
  const [observedQuantile, other] = [quantile(supporting), quantile(refuting)];
  const defined = bounds.filter((bound) => !Number.isNaN(bound));
  return {
    ...NOTHING_MEASURED,
    method: "sampled",
    draws,
    violations,
    unresolved,
    failureRate: violations / draws,
    failureLower: failureLower({ failures: violations, draws }, alpha),
    failureUpper: Math.min(1, failureUpper({ failures: violations + unresolved, draws }, alpha) + uncertainty),
    alpha,
    verdict,
    reason: describe(claim, verdict, tally, target, supportable),
    bound: defined.length > 0 ? orderStatistic(defined, Math.ceil(defined.length / 2)) : null,
    observedQuantile,
    observedLower: other === observedQuantile ? null : other,
    refutedMultiple: refutedMultiple({ lower, upper }, bounds, relation, probability, alpha),
    calibration: claim.kind === "whp" && claim.everyGamma ? calibrate(statement, given, lower, upper) : null,
  };
}
