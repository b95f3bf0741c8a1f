import type { Row } from "../src/auditor/row-fields.js";

/** Whether a left side is yes or no: a bound of 1 for what is 0 or 1. It has no slack that says anything. */
export const isYesOrNo = (rows: readonly Row[]): boolean =>
  rows.every(
    ({ bound, observedQuantile }) =>
      bound === null ||
      (bound === 1 && (observedQuantile === null || observedQuantile === 0 || observedQuantile === 1)),
  );
