import { bettingTest, update } from "./betting-test.js";
import { claimedBound } from "./claimed-bound.js";
import { drawUntilSettled } from "./draw-until-settled.js";
import type { Enclosure } from "./enclosure.js";
import { DECISION_ALPHA } from "./error-budget.js";
import type { ExperimentOptions } from "./holds-with-probability.js";
import { judgeMean, type MeanClaim } from "./judge-mean.js";
import { meanLower, meanUpper } from "./mean-limits.js";
import { checkedMeanModel, type MeanModel } from "./mean-model.js";
import type { MeanOutcome } from "./mean-outcome.js";
import { meanReason } from "./mean-reason.js";
import { sampleMeans } from "./sample-means.js";
import { keyedStreams, type Streams } from "./streams.js";

/**
 * One draw of X: its value, or `{ lower, upper }` that surely hold it. Draws must be independent and alike, so
 * all that is random in them must come from `random`, whose streams belong to the draw's number: `normal(random("z"))`.
 */
export type NumericExperiment = (draw: number, random: Streams) => Enclosure | Promise<Enclosure>;

/** What is known of X (`range` or `secondMoment`), what is claimed (`atMost` or `atLeast`), and how to draw. */
export type MeanOptions = MeanModel & MeanClaim & ExperimentOptions;

/**
 * Decides "E X is at most (at least) so much" for an X of which an experiment gives draws, by the betting test: draws
 * 0, 1, … until it knows, or until the draws allowed are used up. Needs to know of X that it lies in a `range`, or a
 * bound on its second moment E X²; nothing else of its law. Supported and refuted are each wrong with probability at
 * most alpha, however long it took. Looks fall on multiples of 64 draws and on the last.
 *
 * The capital of a gambler against the claim is a nonnegative supermartingale where the claim is true (Waudby-Smith &
 * Ramdas 2024; without a range, by Catoni's influence function: Catoni 2012, Wang & Ramdas 2023).
 *
 * @example
 * // The mean of the larger of two uniform numbers is 2/3.
 * const larger: NumericExperiment = (_, random) => Math.max(uniform(random("u")), uniform(random("v")));
 * await hasMean(larger, { range: { lower: 0, upper: 1 }, atMost: 0.7 }); // verdict: "supported"
 *
 * @throws RangeError naming the argument, what it was and what it must be; also if a draw is outside of the range.
 * @throws the signal's reason when aborted, and what the experiment throws.
 */
export async function hasMean(experiment: NumericExperiment, options: MeanOptions): Promise<MeanOutcome> {
  const { seed = "1", name = "experiment", alpha = DECISION_ALPHA, draws: limit = 65536, atOnce = 1, signal } = options;
  const bound = claimedBound(options);
  const test = bettingTest({ ...checkedMeanModel(options), alpha });
  const streams = keyedStreams({ seed, sampler: name, parameters: {} });
  const { draws, verdict } = await drawUntilSettled({
    limit,
    atOnce,
    signal,
    draw: (draw) => experiment(draw, streams(draw)),
    count: (observed) => update(test, observed),
    look: () => judgeMean(test, options),
  });
  const [lower, upper] = [meanLower(test), meanUpper(test)];
  const [least, most] = sampleMeans(test);
  return {
    name,
    relation: options.atMost === undefined ? ">=" : "<=",
    bound,
    verdict,
    reason: meanReason(test, options, verdict),
    draws,
    mean: most - least <= (upper - lower) / 100 ? least + (most - least) / 2 : null,
    meanLower: lower,
    meanUpper: upper,
    alpha,
    seed,
  };
}
