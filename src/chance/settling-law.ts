import { LOOK_EVERY } from "./sequential-test.js";

/** How many draws a run takes, and how it ends. Probabilities add up to 1, up to rounding of some 1e-12. */
export interface SettlingLaw {
  /** The expected number of draws. */
  readonly mean: number;
  /** The draws by which half of the runs have ended. */
  readonly median: number;
  /** The draws by which 99 runs in 100 have ended. */
  readonly most: number;
  /** The probability that the run ends with few of them … */
  readonly few: number;
  /** … or with many. */
  readonly many: number;
  /** The probability that the draws allowed do not settle it. */
  readonly inconclusive: number;
}

/** A run that counts something, which each draw is with the same probability, and looks after every 64 draws. */
export interface CountingRun {
  /** The probability with which a draw counts, in [0, 1]. */
  readonly probability: number;
  /** The most draws, ≥ 1. */
  readonly draws: number;
  /** After so many draws the run ends with a count of at most `few`, or of at least `many`. */
  endsAt(draws: number): { readonly few: number; readonly many: number };
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

/**
 * The law of a whole run, all looks together: the probabilities that an unfinished run has counted v are carried from look
 * to look, so that nothing is estimated.
 */
export function settlingLaw({ probability, draws: cap, endsAt }: CountingRun): SettlingLaw {
  const whole = binomialLaw(LOOK_EVERY, probability);
  // undecided[i] is the probability that the run goes on with a count of from + i.
  let [undecided, from] = [Float64Array.of(1), 0];
  let [few, many, going, mean] = [0, 0, 1, 0];
  let [median, most] = [cap, cap];
  for (let draws = 0; draws < cap && going > 0; ) {
    const more = Math.min(LOOK_EVERY, cap - draws);
    const step = more === LOOK_EVERY ? whole : binomialLaw(more, probability);
    mean += going * more;
    draws += more;
    const next = new Float64Array(undecided.length + more);
    for (let i = 0; i < undecided.length; i++) for (let j = 0; j <= more; j++) next[i + j] += undecided[i] * step[j];
    const ends = endsAt(draws);
    const first = Math.min(Math.max(0, ends.few - from + 1), next.length);
    const end = Math.min(Math.max(first, ends.many - from), next.length);
    for (let i = 0; i < first; i++) few += next[i];
    for (let i = end; i < next.length; i++) many += next[i];
    undecided = next.slice(first, end);
    from += first;
    going = undecided.reduce((sum, chance) => sum + chance, 0);
    if (going <= 0.5) median = Math.min(median, draws);
    if (going <= 0.01) most = Math.min(most, draws);
  }
  return { mean, median, most, few, many, inconclusive: going };
}
