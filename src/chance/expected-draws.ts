import { refutingFailures, supportingFailures } from "./deciding-counts.js";
import { DECISION_ALPHA } from "./error-budget.js";
import { LOOK_EVERY } from "./sequential-test.js";

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

/** P(Bin(n, p) = 0), …, P(Bin(n, p) = n) for a small n. */
function binomialLaw(n: number, p: number): Float64Array {
  const choose = new Float64Array(n + 1).fill(1);
  for (let v = 1; v <= n / 2; v++) choose[v] = choose[n - v] = (choose[v - 1] * (n - v + 1)) / v;
  return choose.map((ways, v) => {
    // Where p is 0 or 1, 0·log 0 is 0.
    const log = (v > 0 ? v * Math.log(p) : 0) + (v < n ? (n - v) * Math.log1p(-p) : 0);
    return ways * Math.exp(log);
  });
}

function requireRun(gamma: number, p: number, alpha: number, draws: number): void {
  if (!(gamma > 0 && gamma < 1)) throw new RangeError(`gamma is ${gamma}; it must be in (0, 1)`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`failureProbability is ${p}; it must be in [0, 1]`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
  if (!(Number.isSafeInteger(draws) && draws >= 1 && draws <= MOST))
    throw new RangeError(`draws is ${draws}; it must be an integer from 1 to 2^18`);
}

/**
 * How many draws the sequential test of "a draw fails with probability at most gamma" takes, if draws fail with
 * probability `failureProbability`: the law of the whole test, all looks together. The probabilities that an undecided
 * test has seen v failures are carried from look to look, so that nothing is estimated.
 *
 * `drawsNeeded` gives a cap that settles it with a given power; this says what a run under a cap costs on average, and
 * how often the cap ends it.
 *
 * @throws RangeError naming the argument, what it was and what it must be.
 * @example expectedDraws({ gamma: 0.05, failureProbability: 0 }).mean // 576
 */
export function expectedDraws({
  gamma,
  failureProbability,
  alpha = DECISION_ALPHA,
  draws: cap = 65536,
}: PlannedRun): ExpectedDraws {
  requireRun(gamma, failureProbability, alpha, cap);
  const whole = binomialLaw(LOOK_EVERY, failureProbability);
  // undecided[i] is the probability that the test goes on with from + i failures.
  let [undecided, from] = [Float64Array.of(1), 0];
  let [supported, refuted, going, mean] = [0, 0, 1, 0];
  let [median, most] = [cap, cap];
  for (let draws = 0; draws < cap && going > 0; ) {
    const more = Math.min(LOOK_EVERY, cap - draws);
    const step = more === LOOK_EVERY ? whole : binomialLaw(more, failureProbability);
    mean += going * more;
    draws += more;
    const next = new Float64Array(undecided.length + more);
    for (let i = 0; i < undecided.length; i++) for (let j = 0; j <= more; j++) next[i + j] += undecided[i] * step[j];
    const low = supportingFailures(draws, gamma, alpha) - from;
    const high = refutingFailures(draws, gamma, alpha) - from;
    const first = Math.min(Math.max(0, low + 1), next.length);
    const end = Math.min(Math.max(first, high), next.length);
    for (let i = 0; i < first; i++) supported += next[i];
    for (let i = end; i < next.length; i++) refuted += next[i];
    undecided = next.slice(first, end);
    from += first;
    going = undecided.reduce((sum, probability) => sum + probability, 0);
    if (going <= 0.5) median = Math.min(median, draws);
    if (going <= 0.01) most = Math.min(most, draws);
  }
  return { mean, median, most, supported, refuted, inconclusive: going };
}
