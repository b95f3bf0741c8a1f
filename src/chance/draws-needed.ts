import { logBinomialTails } from "../numbers/binomial-tails.js";
import { refutingFailures, supportingFailures } from "./deciding-counts.js";
import { allowedMiss, type Design, MOST_DRAWS } from "./design.js";
import { DECISION_ALPHA } from "./error-budget.js";
import { firstWhere } from "./first-where.js";
import { LOOK_EVERY, logEvidenceAbove, logEvidenceBelow } from "./sequential-test.js";

const LAST_LOOK = MOST_DRAWS / LOOK_EVERY;
/** So many looks are told apart, one by one; further on, the search takes a millionth of them in a step. */
const FINE = 2 ** 20;

/**
 * The draws after which an audit knows: if every draw fails with probability `failureProbability`, the sequential test
 * of "p ≤ gamma" has by then refuted it (above gamma) or supported it (below) with probability at least `power`.
 *
 * It is the smallest multiple of 64 at which that look alone has the power: P(Bin(n, p) decides at n) ≥ power + alpha
 * by exact binomial tails. Most audits know earlier, at one of the looks before. The power of a look is a sawtooth in
 * n, since counts are integers; a cap on draws above the number returned is as good as the number itself, because
 * what was decided stays decided. Beyond 2^26 draws it may be larger by about 1e-4 of itself; Infinity beyond 2^52.
 *
 * @throws RangeError if gamma or alpha is outside (0, 1), power outside (0, 1 − alpha), failureProbability outside
 * [0, 1], or failureProbability is gamma itself, which no number of draws settles.
 */
export function drawsNeeded({
  gamma,
  failureProbability: p,
  alpha = DECISION_ALPHA,
  power = 0.99,
}: Design & { readonly failureProbability: number }): number {
  const allowed = Math.log(allowedMiss(gamma, alpha, power));
  if (!(p >= 0 && p <= 1)) throw new RangeError(`failureProbability is ${p}; it must be in [0, 1]`);
  if (p === gamma) throw new RangeError(`failureProbability is ${p}; it must differ from gamma`);
  const needed = -Math.log(alpha);
  const refuting = p > gamma;
  const decidingCount = (draws: number) => (refuting ? refutingFailures : supportingFailures)(draws, gamma, alpha);
  const enough = (count: number, draws: number) => {
    const logMiss = refuting
      ? logBinomialTails(count - 1, draws, p).logAtMost
      : logBinomialTails(count + 1, draws, p).logAtLeast;
    return logMiss <= allowed;
  };
  // With one failure more or less than decides, the sawtooth lies above its smooth envelope: no look before suffices.
  let look = firstWhere(1, LAST_LOOK, (n) => {
    const draws = n * LOOK_EVERY;
    const count = decidingCount(draws);
    return count >= 0 && count <= draws && enough(refuting ? count - 1 : count + 1, draws);
  });
  while (look <= LAST_LOOK) {
    const count = decidingCount(look * LOOK_EVERY);
    if (enough(count, look * LOOK_EVERY)) return look * LOOK_EVERY;
    const from = look * LOOK_EVERY;
    // What decides must change in both kinds: the same failures or the same successes only become worse with n.
    look = firstWhere(look + Math.ceil(look / FINE), LAST_LOOK, (n) => {
      const draws = n * LOOK_EVERY;
      const further = count + draws - from;
      return refuting
        ? enough(count, draws) && logEvidenceAbove({ failures: further - 1, draws }, gamma) >= needed
        : enough(further, draws) && logEvidenceBelow({ failures: count + 1, draws }, gamma) >= needed;
    });
  }
  return Infinity;
}
