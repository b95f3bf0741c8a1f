import { refutingFailures, supportingFailures } from "./deciding-counts.js";
import { DECISION_ALPHA } from "./error-budget.js";
import { settlingLaw } from "./settling-law.js";

/** The most draws that are followed: some seconds of work. */
const MOST = 2 ** 18;

/** A run of `holdsWithProbability`, or of a `whp` claim's draws, before it is made. */
export interface PlannedRun {
  /** The failure probability that the claim allows, 1 − probability, in (0, 1). */
  readonly gamma: number;
  /** The failure probability that the draws have, in [0, 1]. */
  readonly failureProbability: number;
  /** The level of the verdict, in (0, 1); 1e-10 if left out. */
  readonly alpha?: number | undefined;
  /** The most draws, an integer from 1 to 2^18; 65536 if left out. */
  readonly draws?: number | undefined;
}

/** How many draws a run takes, and how it ends. Probabilities add up to 1, up to rounding of some 1e-12. */
export interface ExpectedDraws {
  /** The expected number of draws. */
  readonly mean: number;
  /** The draws by which half of the runs have ended. */
  readonly median: number;
  /** The draws by which 99 runs in 100 have ended. */
  readonly most: number;
  readonly supported: number;
  readonly refuted: number;
  readonly inconclusive: number;
}

/** @throws RangeError naming the argument, what it was and what it must be. */
export function requirePlan(alpha: number, draws: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
  if (!(Number.isSafeInteger(draws) && draws >= 1 && draws <= MOST))
    throw new RangeError(`draws is ${draws}; it must be an integer from 1 to 2^18`);
}

/**
 * How many draws the sequential test of "a draw fails with probability at most gamma" takes, if draws fail with
 * probability `failureProbability`: the law of the whole test, all looks together; nothing is estimated.
 *
 * `drawsNeeded` gives a cap that settles it with a given power; this says what a run under a cap costs on average, and
 * how often the cap ends it. `expectedDrawsOfMean` is the same for means.
 *
 * @throws RangeError naming the argument, what it was and what it must be.
 * @example expectedDraws({ gamma: 0.05, failureProbability: 0 }).mean // 576
 */
export function expectedDraws({
  gamma,
  failureProbability: p,
  alpha = DECISION_ALPHA,
  draws: cap = 65536,
}: PlannedRun): ExpectedDraws {
  if (!(gamma > 0 && gamma < 1)) throw new RangeError(`gamma is ${gamma}; it must be in (0, 1)`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`failureProbability is ${p}; it must be in [0, 1]`);
  requirePlan(alpha, cap);
  const { few, many, ...law } = settlingLaw({
    probability: p,
    draws: cap,
    endsAt: (draws) => ({
      few: supportingFailures(draws, gamma, alpha),
      many: refutingFailures(draws, gamma, alpha),
    }),
  });
  return { ...law, supported: few, refuted: many };
}
