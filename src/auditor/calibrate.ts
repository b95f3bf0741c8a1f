import { CALIBRATION_GAMMAS } from "../chance/calibration-band.js";
import { guarded } from "./audit-error.js";
import type { Given } from "./cell.js";
import { boundAhead } from "./draw-batch.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { gamma as gammaParameter } from "./gamma.js";
import type { Statement } from "./statement.js";
import { comparisonOf, outcome } from "./tally.js";

/**
 * How many draws surely break the bound at each γ of `CALIBRATION_GAMMAS`: those whose γ*, the γ at which the bound
 * equals what was observed, lies below it. Null at a γ where a hypothesis fails or the bound is undefined.
 *
 * @param lower what the draws observed, lower ends; `upper` likewise.
 */
export function calibrate(
  statement: Statement,
  given: Given,
  lower: Float64Array,
  upper: Float64Array,
): (number | null)[] {
  const comparison = comparisonOf(statement.claim);
  const obstacleAt = guarded(statement, statement.cell, "a hypothesis", failingHypothesis);
  return CALIBRATION_GAMMAS.map((gamma) => {
    const there = { ...given, [gammaParameter.name]: gamma };
    if (obstacleAt(statement.hypotheses, there) !== null) return null;
    const bound = boundAhead(statement, there);
    if (bound === null) return null;
    let broken = 0;
    for (let i = 0; i < lower.length; i++) if (outcome(lower[i], upper[i], bound, comparison) < 0) broken++;
    return broken;
  });
}
