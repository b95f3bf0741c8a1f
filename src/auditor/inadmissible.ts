import { type Additions, givenOf } from "./cell.js";
import type { Claim } from "./claim.js";
import type { Value } from "./domain.js";
import { failingHypothesis } from "./failing-hypothesis.js";
import { printedHypotheses } from "./printed-hypotheses.js";
import { someCell } from "./some-cell.js";

/**
 * Why a claim says nothing of a value of one of its parameters at any size: the first of its hypotheses that is not
 * "parameter ≥ least" and fails, the other parameters as at its witness. Null where it applies, or has no such parameter.
 */
export function inadmissible(claim: Claim, name: string, value: Value, additions: Additions = {}): string | null {
  if (!claim.parameters.some((known) => known.name === name)) return null;
  const given = givenOf(claim.parameters, { ...someCell(claim), [name]: value }, additions);
  const obstacle = failingHypothesis(
    printedHypotheses(claim).filter((hypothesis) => !("parameter" in hypothesis)),
    given,
  );
  return obstacle?.reason ?? null;
}
