import type { Row } from "./row.js";

/** What a method found out: the part of a row that does not follow from what was asked. */
export type Finding = Pick<
  Row,
  | "method"
  | "draws"
  | "violations"
  | "unresolved"
  | "failureRate"
  | "failureLower"
  | "failureUpper"
  | "alpha"
  | "verdict"
  | "reason"
  | "bound"
  | "observedQuantile"
>;

/** A finding of nothing, by the method that was asked for if any: it had nothing to work with. */
export function noFinding(
  verdict: "inconclusive" | "not-applicable",
  reason: string,
  method: Finding["method"] = null,
): Finding {
  return {
    method,
    draws: null,
    violations: null,
    unresolved: null,
    failureRate: null,
    failureLower: null,
    failureUpper: null,
    alpha: null,
    verdict,
    reason,
    bound: null,
    observedQuantile: null,
  };
}
