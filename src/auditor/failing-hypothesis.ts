import { shownValue } from "../numbers/shown-value.js";
import type { Given } from "./cell.js";
import type { Hypothesis } from "./claim.js";

/** A hypothesis that keeps a statement from being judged. */
export interface Obstacle {
  /** Whether it fails, or is not known to hold. */
  readonly fails: boolean;
  /** Why, and by how much. */
  readonly reason: string;
}

function obstacleOf(hypothesis: Hypothesis, given: Given): Obstacle | null {
  const { latex } = hypothesis;
  if (!("parameter" in hypothesis)) {
    const holds: unknown = hypothesis.holds(given);
    if (holds === true) return null;
    if (holds !== false && holds !== null)
      throw new RangeError(
        `hypothesis ${latex} is ${shownValue(holds)}; it must be true, false, or null where not known`,
      );
    const because = hypothesis.because?.(given);
    const why = because === undefined ? "" : `: ${because}`;
    return { fails: holds === false, reason: `${latex} ${holds === null ? "is undecided" : "fails"}${why}` };
  }
  const { name } = hypothesis.parameter;
  const [value, least] = [Number(given[name]), hypothesis.least(given)];
  if (typeof least !== "number" || Number.isNaN(least))
    throw new RangeError(`hypothesis ${latex}: the least ${name} is ${shownValue(least)}; it must be a number`);
  if (value >= least) return null;
  const short = Number.isFinite(least)
    ? `short of ${least.toPrecision(6)} by a factor ${(least / value).toPrecision(3)}`
    : "and no finite value would do";
  return { fails: true, reason: `${latex} fails: ${name} is ${value}, ${short}` };
}

/**
 * The first hypothesis that fails, else the first that is undecided; null when all hold. Sizes that stand after an undecided one
 * may rest on what is not known, and are not looked at.
 */
export function failingHypothesis(hypotheses: readonly Hypothesis[], given: Given): Obstacle | null {
  let undecided: Obstacle | null = null;
  for (const hypothesis of hypotheses) {
    if (undecided && "parameter" in hypothesis) continue;
    const obstacle = obstacleOf(hypothesis, given);
    if (obstacle?.fails) return obstacle;
    undecided ??= obstacle;
  }
  return undecided;
}
