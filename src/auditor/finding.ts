import type { Row, RowField } from "./row-fields.js";

/** What a finding holds where nothing was drawn and nothing computed. */
export const NOTHING_MEASURED = {
  draws: null,
  violations: null,
  unresolved: null,
  failureRate: null,
  failureLower: null,
  failureUpper: null,
  alpha: null,
  bound: null,
  observedQuantile: null,
  observedLower: null,
  refutedMultiple: null,
  calibration: null,
  grid: null,
  gridLower: null,
  gridUpper: null,
  exponent: null,
  exponentLower: null,
  exponentUpper: null,
  printedExponent: null,
  mean: null,
  meanLower: null,
  meanUpper: null,
} as const satisfies Partial<Record<RowField, null>>;

/** What a method found out: the part of a row that does not follow from what was asked. */
export type Finding = Pick<Row, keyof typeof NOTHING_MEASURED | "method" | "verdict" | "reason">;

/** Why nothing is found where a right side is null. */
export const UNDEFINED = "the right side is undefined here, so nothing is claimed";

/** A finding of nothing, by the method that was asked for if any: it had nothing to work with. */
export function noFinding(
  verdict: "inconclusive" | "not-applicable",
  reason: string,
  method: Finding["method"] = null,
): Finding {
  return { ...NOTHING_MEASURED, method, verdict, reason };
}
