import { failureLower, failureUpper } from "./confidence-limits.js";
import { drawUntilSettled } from "./draw-until-settled.js";
import { drawsNeeded } from "./draws-needed.js";
import { DECISION_ALPHA } from "./error-budget.js";
import { judgeShare } from "./judge-share.js";
import type { Outcome } from "./outcome.js";
import type { Counts } from "./sequential-test.js";
import { keyedStreams, type Streams } from "./streams.js";

/**
 * One draw: whether it holds. Draws must be independent and alike, so all that is random in them must come from
 * `random`, whose streams belong to the draw's number: `uniform(random("u"))`.
 */
export type Experiment = (draw: number, random: Streams) => boolean | Promise<boolean>;

export interface ExperimentOptions {
  /** "1" if left out. */
  readonly seed?: string | undefined;
  /** Experiments of different names have different draws; "experiment" if left out. */
  readonly name?: string | undefined;
  /** The level of the verdict, in (0, 1); 1e-10 if left out. */
  readonly alpha?: number | undefined;
  /** The most draws, an integer ≥ 1; 65536 if left out. `drawsNeeded` says how many it takes. */
  readonly draws?: number | undefined;
  /**
   * How many draws may be under way at once, an integer from 1 to 64; 1 if left out. For draws that wait for something, such as an
   * answer over the network: verdict, counts and reason do not depend on it.
   */
  readonly atOnce?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How many draws would have settled it, if the rate seen is the true one. */
function advice({ failures, draws }: Counts, gamma: number, alpha: number): string {
  const rate = failures / draws;
  const power = 0.9;
  if (rate === gamma || alpha >= 1 - power) return "";
  const needed = drawsNeeded({ gamma, failureProbability: rate, alpha, power });
  return needed > draws && needed < Infinity ? `; if that is the true rate, ${needed} draws would` : "";
}

function explain(verdict: Outcome["verdict"], counts: Counts, probability: number, alpha: number): string {
  const seen = `${counts.failures} of ${counts.draws} draws failed`;
  if (verdict === "supported") return `${seen}: fewer than a probability of ${probability} allows`;
  if (verdict === "refuted") return `${seen}: more than a probability of ${probability} allows`;
  const gamma = 1 - probability;
  return `${seen}, which does not settle a probability of ${probability} at alpha = ${alpha}${advice(counts, gamma, alpha)}`;
}

/**
 * Decides "a draw holds with probability at least `probability`" by the sequential test: draws 0, 1, … until it knows,
 * or until the draws allowed are used up. Supported and refuted are each wrong with probability at most alpha, however
 * long it took. The same seed and name give the same draws, so a failing draw replays:
 * `experiment(n, keyedStreams({ seed, sampler: name, parameters: {} })(n))`.
 *
 * Gives way to other tasks every few milliseconds, between draws. An experiment that throws ends it with what it threw.
 *
 * @throws RangeError naming the argument, what it was and what it must be; also if a draw gives no boolean.
 * @throws the signal's reason when aborted.
 */
export async function holdsWithProbability(
  experiment: Experiment,
  probability: number,
  options: ExperimentOptions = {},
): Promise<Outcome> {
  const { seed = "1", name = "experiment", alpha = DECISION_ALPHA, draws: limit = 65536, atOnce = 1, signal } = options;
  if (!(probability >= 2 ** -53 && probability < 1))
    throw new RangeError(`probability is ${probability}; it must be in [2^-53, 1)`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is ${alpha}; it must be in (0, 1)`);
  const gamma = 1 - probability;
  const streams = keyedStreams({ seed, sampler: name, parameters: {} });
  let failures = 0;
  let firstFailure: number | null = null;
  const { draws, verdict } = await drawUntilSettled({
    limit,
    atOnce,
    signal,
    draw: (draw): unknown => experiment(draw, streams(draw)),
    count(held, draw) {
      if (typeof held !== "boolean")
        throw new RangeError(`experiment gave ${String(held)} at draw ${draw}; it must give true or false`);
      if (held) return;
      failures++;
      firstFailure ??= draw;
    },
    look(seen) {
      return judgeShare({ failures, draws: seen }, { gamma }, alpha);
    },
  });
  const counts = { failures, draws };
  return {
    name,
    probability,
    verdict,
    reason: explain(verdict, counts, probability, alpha),
    draws,
    failures,
    firstFailure,
    failureRate: failures / draws,
    failureLower: failureLower(counts, alpha),
    failureUpper: failureUpper(counts, alpha),
    alpha,
    seed,
  };
}
