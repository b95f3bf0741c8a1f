import type { Given, Name } from "../samplers/parameters.js";
import type { Hypothesis } from "./claim.js";

/** Why the first hypothesis that fails does not hold, and by how much; null when all hold. */
export function failingHypothesis(hypotheses: readonly Hypothesis<Given<Name>>[], given: Given<Name>): string | null {
  for (const hypothesis of hypotheses) {
    if ("parameter" in hypothesis) {
      const value = given[hypothesis.parameter];
      const least = hypothesis.least(given);
      if (!(value >= least))
        return `${hypothesis.latex} fails: ${hypothesis.parameter} is ${value}, ${Number.isFinite(least) ? `short of ${least.toPrecision(6)} by a factor ${(least / value).toPrecision(3)}` : "and no finite value would do"}`;
    } else if (!hypothesis.holds(given)) {
      const because = hypothesis.because?.(given);
      return `${hypothesis.latex} fails${because === undefined ? "" : `: ${because}`}`;
    }
  }
  return null;
}
