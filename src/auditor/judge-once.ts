import { finiteOrNull } from "../numbers/finite-or-null.js";
import { guarded } from "./audit-error.js";
import type { Given } from "./cell.js";
import { checkedEnclosure } from "./checked-enclosure.js";
import { checkedResolution } from "./checked-resolution.js";
import type { Claim, Relation } from "./claim.js";
import { type Finding, NOTHING_MEASURED } from "./finding.js";
import { nearestToOne } from "./refuted-multiple.js";
import type { Statement } from "./statement.js";
import { comparisonOf, outcome } from "./tally.js";

const VERDICTS = { [-1]: "refuted", 0: "inconclusive", 1: "supported" } as const;

/**
 * The multiple m of the bound nearest 1 for which the relation with m·bound would surely fail; null where a side is not
 * positive. An equality fails on either side of the enclosure.
 */
function multipleRefuted(lower: number, upper: number, bound: number, relation: Relation): number | null {
  if (!(bound > 0 && lower > 0 && upper < Infinity)) return null;
  const [below, above] = [lower / bound, upper / bound];
  if (relation !== "=") return relation === "<=" ? below : above;
  return nearestToOne(below, above);
}

/** Decides a statement in which nothing is random by evaluating both sides. Costs nothing of the error budget. */
export function judgeOnce(statement: Statement, given: Given, bound: number): Finding {
  const [lower, upper] = checkedEnclosure(statement, statement.observed(null, given), "the evaluation");
  const { relation } = statement.claim;
  const comparison = comparisonOf(statement.claim);
  const resolution = guarded(statement, statement.cell, "resolution", resolutionOf)(statement.claim, given);
  const verdict = VERDICTS[outcome(lower, upper, bound, comparison, resolution)];
  const symbol = { "<=": "≤", ">=": "≥", "=": "=", "<": "<", ">": ">" }[comparison];
  const says = { refuted: "it is not", supported: "it is", inconclusive: "it cannot be told whether it is" }[verdict];
  return {
    ...NOTHING_MEASURED,
    method: "exact",
    verdict,
    reason: `the left side is ${lower === upper ? lower : `between ${lower} and ${upper}`}; to hold it must be ${symbol} ${bound}, and ${says}`,
    bound,
    observedQuantile: finiteOrNull(relation === ">=" ? lower : upper),
    refutedMultiple: multipleRefuted(lower, upper, bound, relation),
  };
}

/** How precisely both sides must be known before they may be called equal, where the claim says. */
function resolutionOf(claim: Claim, given: Given): number | undefined {
  return claim.kind === "identity" && claim.resolution ? checkedResolution(claim.resolution(given)) : undefined;
}
