/**
 * Statistical tests that may be looked at at any time, confidence limits, the error budget, and seeded streams.
 *
 * @module lemmacheck/statistics
 */
export { type BandPoint, CALIBRATION_GAMMAS, calibrationBand } from "./chance/calibration-band.js";
export { failureLower, failureUpper } from "./chance/confidence-limits.js";
export { describeSample, type SampleDescription } from "./chance/describe-sample.js";
export type { Design } from "./chance/design.js";
export { drawsNeeded } from "./chance/draws-needed.js";
export type { Enclosure } from "./chance/enclosure.js";
export { DECISION_ALPHA, decisionAlpha, RUN_BUDGET, spentAlpha } from "./chance/error-budget.js";
export { type ExcessSeen, excessSeen } from "./chance/excess-seen.js";
export { type ExpectedDraws, expectedDraws, type PlannedRun } from "./chance/expected-draws.js";
export { expectedDrawsOfMean, type PlannedMean } from "./chance/expected-draws-of-mean.js";
export { hasMean, type MeanOptions, type NumericExperiment } from "./chance/has-mean.js";
export { type Experiment, type ExperimentOptions, holdsWithProbability } from "./chance/holds-with-probability.js";
export type { MeanClaim } from "./chance/judge-mean.js";
export { judgeShare } from "./chance/judge-share.js";
export { logLogSlope } from "./chance/log-log-slope.js";
export type { MeanModel } from "./chance/mean-model.js";
export type { MeanOutcome } from "./chance/mean-outcome.js";
export type { Outcome } from "./chance/outcome.js";
export { type QuantileLimits, quantileLimits } from "./chance/quantile-limits.js";
export { type Counts, LOOK_EVERY, logEvidenceAbove, logEvidenceBelow } from "./chance/sequential-test.js";
export { keyedStreams, type StreamKey, type Streams } from "./chance/streams.js";
