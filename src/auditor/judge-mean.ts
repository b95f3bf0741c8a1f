import { bettingTest, update } from "../chance/betting-test.js";
import { judgeMean as judge, type MeanClaim } from "../chance/judge-mean.js";
import { meanLower, meanUpper } from "../chance/mean-limits.js";
import { checkedMeanModel, type MeanModel, meanEnds } from "../chance/mean-model.js";
import { meanReason } from "../chance/mean-reason.js";
import { sampleMeans } from "../chance/sample-means.js";
import { LOOK_EVERY } from "../chance/sequential-test.js";
import { finiteOrNull } from "../numbers/finite-or-null.js";
import { shownValue } from "../numbers/shown-value.js";
import { guarded } from "./audit-error.js";
import type { Given } from "./cell.js";
import type { ClaimOf } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import type { BatchSource } from "./judge-sampled.js";
import { isObject } from "./members.js";
import type { Statement } from "./statement.js";

/**
 * What a mean claim says of its variable, as the betting test takes it.
 *
 * @throws RangeError if that is neither two ends nor a second moment, or one that no variable has.
 */
function modelOf(claim: ClaimOf<"mean">, given: Given): MeanModel {
  const range: unknown = claim.range(given);
  const { lower, upper, secondMoment, ...others } = isObject(range) ? range : {};
  if (Object.keys(others).length === 0) {
    if (typeof lower === "number" && typeof upper === "number" && secondMoment === undefined)
      return checkedMeanModel({ range: { lower, upper } });
    if (typeof secondMoment === "number" && lower === undefined && upper === undefined)
      return checkedMeanModel({ secondMoment });
  }
  throw new RangeError(`it is ${shownValue(range)}; it must be { lower, upper } or { secondMoment }`);
}

const claimOf = ({ relation }: ClaimOf<"mean">, bound: number): MeanClaim =>
  relation === "<=" ? { atMost: bound } : { atLeast: bound };

/** Whether a bound on the mean says no more than what the claim knows of its variable. */
export function isSureMean(claim: ClaimOf<"mean">, given: Given, bound: number): boolean {
  const { lower, upper } = meanEnds(modelOf(claim, given));
  return claim.relation === "<=" ? bound >= upper : bound <= lower;
}

/** What is found where no mean can break the bound, without a draw; null where one can. */
export function judgeSureMean(
  statement: Statement,
  claim: ClaimOf<"mean">,
  given: Given,
  bound: number,
): Finding | null {
  const { lower, upper } = meanEnds(guarded(statement, statement.cell, "range", modelOf)(claim, given));
  if (!isSureMean(claim, given, bound)) return null;
  const reason = `every mean of what it is of lies in [${lower}, ${upper}]`;
  return { ...NOTHING_MEASURED, method: "certified", verdict: "supported", reason, bound };
}

/** What a mean is judged by. */
interface MeanTarget {
  readonly given: Given;
  readonly bound: number;
  readonly alpha: number;
  readonly source: BatchSource;
  readonly signal: AbortSignal | undefined;
}

/**
 * Decides "the expectation is at most (at least) the bound" by the betting test at level alpha, looking after every 64
 * draws and at the end.
 *
 * @throws AuditError if a draw is outside of what the claim says of its variable.
 */
export async function judgeMean(
  statement: Statement,
  claim: ClaimOf<"mean">,
  { given, bound, alpha, source, signal }: MeanTarget,
): Promise<Finding> {
  const { cell } = statement;
  const model = guarded(statement, cell, "range", modelOf)(claim, given);
  const test = guarded(statement, cell, "range", bettingTest)({ ...model, alpha });
  const claimed = claimOf(claim, bound);
  const observe = guarded(statement, cell, "the observed quantity", (lower: number, upper: number) =>
    update(test, { lower, upper }),
  );
  let verdict: ReturnType<typeof judge> = "inconclusive";
  for await (const batch of source) {
    signal?.throwIfAborted();
    for (let i = 0; i < batch.lower.length && verdict === "inconclusive"; i++) {
      observe(batch.lower[i], batch.upper[i]);
      if (test.draws % LOOK_EVERY === 0) verdict = judge(test, claimed);
    }
    if (verdict !== "inconclusive") break;
  }
  if (test.draws % LOOK_EVERY !== 0) verdict = judge(test, claimed);
  const [least, most] = sampleMeans(test);
  const [lower, upper] = [meanLower(test), meanUpper(test)];
  return {
    ...NOTHING_MEASURED,
    method: "sampled",
    draws: test.draws,
    alpha,
    verdict,
    reason: meanReason(test, claimed, verdict),
    bound,
    mean: most - least <= (upper - lower) / 100 ? finiteOrNull(least + (most - least) / 2) : null,
    meanLower: finiteOrNull(lower),
    meanUpper: finiteOrNull(upper),
  };
}
