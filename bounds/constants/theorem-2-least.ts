import { type LogSizes, type StepPlan, THEOREM_TWO_STEP, theoremTwoCases } from "./theorem-2-constants.js";

/** k and d by their logarithms. */
export interface LogPair {
  readonly logK: number;
  readonly logD: number;
}

/** The least x in [low, high], to 1e-9 relative and from above, from which on `holds`; null where it does not at `high`. */
function leastBetween(low: number, high: number, holds: (x: number) => boolean): number | null {
  if (!holds(high)) return null;
  if (holds(low)) return low;
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Logarithms beyond what any case asks for: the largest is about 10⁶. */
const MOST = 1e8;

type Rest = Pick<LogSizes, "log" | "added">;

/**
 * Case 1 at its least dimension: (18) bounds k from below by d and from above by exp(d^(1/4)…), and the two meet there.
 * Where the least k for its lower half does not meet the upper half none does, as that only tightens with k.
 */
export function leastOfLargeWidth(rest: Rest, plan: StepPlan = THEOREM_TWO_STEP): LogPair | null {
  const C1 = (40 / (plan.share * plan.variation)) ** 2;
  const radius = Math.log(plan.C5) + Math.log(rest.log) / 2;
  const widthAt = (logD: number) =>
    leastBetween(2 * Math.log(52), 4 * MOST, (logK) => Math.log(C1) + logD + 2 * Math.log(radius + logK) <= logK) ??
    MOST;
  // Equality in one half of (18), as the width above makes it, is right to rounding only.
  const holds = (logD: number) => theoremTwoCases[1]({ ...rest, logD, logK: widthAt(logD) }, plan) <= 1e-8;
  const logD = leastBetween(1, MOST, holds);
  return logD === null ? null : { logD, logK: widthAt(logD) };
}

/** Case 2 at its least width, which is that at its least dimension: log d = 415/c makes R log⁶(d) = √k least. */
export function leastOfSmallWidth(rest: Rest, plan: StepPlan = THEOREM_TWO_STEP): LogPair | null {
  // Any k between R² log¹²(d) and d log³(d).
  const widthAt = (logD: number) => 2 * (Math.log(plan.C5) + Math.log(rest.log) / 2) + 12 * Math.log(logD);
  const logD = leastBetween(
    Math.E,
    MOST,
    (x) => theoremTwoCases[2]({ ...rest, logD: x, logK: widthAt(x) }, plan) <= 1e-8,
  );
  return logD === null ? null : { logD, logK: widthAt(logD) };
}

/** The least log d from which on the two cases leave no gap between their widths, at this γ. */
export function leastWithoutGap(rest: Rest): number | null {
  return leastBetween(Math.E, MOST, (logD) => {
    // Where Case 2 ends, Case 1 must have begun.
    const sizes = { ...rest, logD, logK: logD + 3 * Math.log(logD) };
    return theoremTwoCases[1](sizes) <= 0 && theoremTwoCases[2](sizes) <= 1e-8;
  });
}

/**
 * The plan by which Case 1 asks for the least dimension, with (17) as it stands: ‖∇f‖ ≥ 1/4, |f(x)| ≤ 2√log(2/γ), and
 * C₄√log(1/γ)(1 − 4c) = |f(x)| just enough. R²(1/c)⁸ is least where c⁴(1 − 4c) is largest, at c = 1/5; d falls as the
 * share of k does, which k pays for: a tenth.
 */
export function largeWidthPlan({ log, added = 0 }: Rest): StepPlan {
  const variation = 1 / 5;
  const C4 = (2 * Math.sqrt((Math.LN2 + log + added) / log)) / (1 - 4 * variation);
  return { C4, C5: 4 * C4, variation, share: 1 / 10 };
}
