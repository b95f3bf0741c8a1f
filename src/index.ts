/** The public API: everything that a claim, an activation or an audit of one's own needs. The ledger is `lemmacheck/ledger`. */
export type { Activation, GaussianQuantities, Provenance } from "./activations/activation.js";
export { catalogue } from "./activations/catalogue.js";
export { type ActivationDefinition, defineActivation } from "./activations/define-activation.js";
export { type ExpressionActivation, expressionActivation } from "./activations/expression-activation.js";
export { gradientTail } from "./activations/gradient-tail.js";
export { hermiteCoefficients } from "./activations/hermite-coefficients.js";
export { knownAs } from "./activations/known-as.js";
export { type NamedExpression, namedExpression } from "./activations/named-expression.js";
export { normalised } from "./activations/normalised.js";
export { radialSecondMoment } from "./activations/radial-second-moment.js";
export { resolveActivation } from "./activations/resolve-activation.js";
export { smoothExpression } from "./activations/smooth-expression.js";
export { valueTail } from "./activations/value-tail.js";
export { audit } from "./audit/audit.js";
export { AuditError } from "./audit/audit-error.js";
export { type Cell, checkParameter, type LooseCell } from "./audit/cell.js";
export { cellArbitrary } from "./audit/cell-arbitrary.js";
export type {
  Claim,
  Definition,
  Enclosure,
  Form,
  FormName,
  Grid,
  Hypothesis,
  Kind,
  LogProbability,
  Mutant,
  Region,
  Relation,
  RepairedForm,
  Trend,
  TrendPoint,
} from "./audit/claim.js";
export { defineClaim } from "./audit/define-claim.js";
export type { Batch } from "./audit/draw-batch.js";
export { drawCost } from "./audit/draw-cost.js";
export { type Frontier, type FrontierPoint, frontier } from "./audit/frontier.js";
export { inadmissible } from "./audit/inadmissible.js";
export { leastCell } from "./audit/least-cell.js";
export { type AuditOptions, DEFAULT_SEED, type DrawSource, type Question } from "./audit/question.js";
export { CELL_FIELDS, type Method, ROW_FIELDS, ROW_SCHEMA, type Row, type Verdict } from "./audit/row.js";
export { someCell } from "./audit/some-cell.js";
export { formNames } from "./audit/statement.js";
export { type Config, defineConfig } from "./config/define-config.js";
export type { Estimate } from "./exact/adaptive-quadrature.js";
export { type BernsteinMoments, bernsteinMoments } from "./exact/bernstein-moments.js";
export { logChiSquareTails, logChiSquareTwoSided } from "./exact/chi-square-tail.js";
export { gaussianExpectation } from "./exact/gaussian-expectation.js";
export { logNormalUpperTail } from "./exact/normal-tail.js";
export { laplaceTail } from "./exact/sums/laplace-tail.js";
export { uniformTail } from "./exact/sums/uniform-tail.js";
export { type Experiment, type ExperimentOptions, holdsWithProbability } from "./experiment/holds-with-probability.js";
export type { Outcome } from "./experiment/outcome.js";
export { drawOneStepFast } from "./kernels/draw-one-step-fast.js";
export type { FastOneStepDraw, FastOptions } from "./kernels/fast-one-step.js";
export { fillNormalFast } from "./kernels/fill-normal-fast.js";
export { type BiasSetting, type BiasStepDraw, drawBiasStep } from "./network/bias-step.js";
export { type DeepStepDraw, deepStep, drawDeepStep } from "./network/deep-step.js";
export { deferredGradient } from "./network/deferred-gradient.js";
export { type DeferredMatrix, deferredMatrix } from "./network/deferred-matrix.js";
export { type DeferredNetwork, drawDeferredNetwork } from "./network/deferred-network.js";
export { deferredValue } from "./network/deferred-value.js";
export { drawDenseNetwork } from "./network/dense-draw.js";
export { gradient } from "./network/dense-gradient.js";
export { hessian } from "./network/dense-hessian.js";
export { hessianProduct } from "./network/dense-hessian-product.js";
export { drawSphereInput } from "./network/dense-input.js";
export type { CoefficientLaw, DenseNetwork, Initialisation } from "./network/dense-network.js";
export { value } from "./network/dense-value.js";
export { type Descent, type DescentOptions, descendToFlip } from "./network/descent.js";
export { dimensionsOf, type FixedDirectionsDraw, fixedDirections } from "./network/fixed-directions.js";
export type { Flip, FlipOptions } from "./network/flip.js";
export { drawHessianForm, type HessianFormDraw, hessianForm } from "./network/hessian-form.js";
export { nothing } from "./network/nothing.js";
export { drawOneStep, type OneStepDraw, oneStep } from "./network/one-step.js";
export type { OneStepSetting } from "./network/one-step-setting.js";
export {
  drawOneStepStreaming,
  type StreamedPoint,
  type StreamingDraw,
  type StreamingOptions,
} from "./network/one-step-streaming.js";
export type { Given, Name, Parameters } from "./network/parameters.js";
export type { Ray, RayDraw } from "./network/ray.js";
export { type DeepRayDraw, drawRay, type RayParameters } from "./network/ray-draw.js";
export { drawRayFast, type FastRayDraw } from "./network/ray-draw-fast.js";
export { reluFlip } from "./network/relu-flip.js";
export { drawReluRay, type ReluRayDraw } from "./network/relu-ray.js";
export { drawReluShortcut, type ReluDraw } from "./network/relu-shortcut.js";
export { type SampledFlip, type SampledFlipOptions, sampledFlip } from "./network/sampled-flip.js";
export type { Sampler } from "./network/sampler.js";
export { smallestFlip } from "./network/smallest-flip.js";
export { smallestFlipLinear } from "./network/smallest-flip-linear.js";
export {
  drawUniversalInputs,
  type UniversalInputsDraw,
  type UniversalInputsSetting,
} from "./network/universal-inputs.js";
export { drawUniversalStep, type UniversalStepDraw } from "./network/universal-step.js";
export { binomial } from "./random/binomial.js";
export { type Bits, uniform } from "./random/bits.js";
export { chiSquare } from "./random/chi-square.js";
export { fillNormal, normal } from "./random/normal.js";
export { fillRademacher } from "./random/rademacher.js";
export { keyedStreams, type StreamKey, type Streams } from "./random/streams.js";
export { logBinomialTails } from "./statistics/binomial-tails.js";
export { type BandPoint, CALIBRATION_GAMMAS, calibrationBand } from "./statistics/calibration-band.js";
export { failureLower, failureUpper } from "./statistics/confidence-limits.js";
export { describeSample, type SampleDescription } from "./statistics/describe-sample.js";
export type { Design } from "./statistics/design.js";
export { drawsNeeded } from "./statistics/draws-needed.js";
export { DECISION_ALPHA, decisionAlpha, RUN_BUDGET, spentAlpha } from "./statistics/error-budget.js";
export { type ExcessSeen, excessSeen } from "./statistics/excess-seen.js";
export { logLogSlope } from "./statistics/log-log-slope.js";
export { type QuantileLimits, quantileLimits } from "./statistics/quantile-limits.js";
export { type Counts, LOOK_EVERY, logEvidenceAbove, logEvidenceBelow } from "./statistics/sequential-test.js";
export { curvatureLipschitz } from "./suprema/curvature-lipschitz.js";
export { denseNeighbourhood } from "./suprema/dense-neighbourhood.js";
export { gaussianNormBound } from "./suprema/gaussian-norm-bound.js";
export { gradientVariation, type VariationEffort } from "./suprema/gradient-variation.js";
export { HESSIAN_DOUBT, type HessianDraw, hessianAtInput } from "./suprema/hessian-at-input.js";
export { type HessianNorm, hessianNorm } from "./suprema/hessian-norm.js";
export { type HessianBallDraw, hessianOverBall } from "./suprema/hessian-over-ball.js";
export { type MeetingPoint, meetingPoint } from "./suprema/meeting-point.js";
export { logDifferingTail, logMicroscopicTail, type MicroscopicBall } from "./suprema/microscopic-law.js";
export type { Neighbourhood } from "./suprema/neighbourhood.js";
export { type NeighbourhoodDraw, neighbourhood, neighbourhoodDoubt } from "./suprema/neighbourhood-sampler.js";
export { type Bounds, operatorNorm } from "./suprema/operator-norm.js";
export { phiLipschitz } from "./suprema/phi-lipschitz.js";
export { attackRelu, type ReluAttack, type ReluEffort, type ReluTarget } from "./suprema/relu-attack.js";
export { exactReluSuprema, type ReluSuprema } from "./suprema/relu-exact.js";
export { logFlipsTail, type ReluBall, variationTail } from "./suprema/relu-law.js";
export { reluFlips, reluVariation } from "./suprema/relu-variation.js";
export { type AttackEffort, attackVariation, type VariationAttack } from "./suprema/variation-attack.js";
