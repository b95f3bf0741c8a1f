/** The public API: everything that a claim, an activation or an audit of one's own needs. The ledger is `lemmacheck/ledger`. */
export type { Activation, GaussianQuantities, Provenance } from "./activations/activation.js";
export type { ActivationDefinition } from "./activations/activation-definition.js";
export { catalogue } from "./activations/catalogue.js";
export { defineActivation } from "./activations/define-activation.js";
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
export { audit } from "./auditor/audit.js";
export { AuditError } from "./auditor/audit-error.js";
export { type Cell, checkParameter, type LooseCell } from "./auditor/cell.js";
export { cellArbitrary } from "./auditor/cell-arbitrary.js";
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
} from "./auditor/claim.js";
export { defineClaim } from "./auditor/define-claim.js";
export { type Config, defineConfig } from "./auditor/define-config.js";
export type { Batch } from "./auditor/draw-batch.js";
export { drawCost } from "./auditor/draw-cost.js";
export { type Frontier, type FrontierPoint, frontier } from "./auditor/frontier.js";
export { inadmissible } from "./auditor/inadmissible.js";
export { leastCell } from "./auditor/least-cell.js";
export { nothing } from "./auditor/nothing.js";
export { type AuditOptions, DEFAULT_SEED, type DrawSource, type Question } from "./auditor/question.js";
export { CELL_FIELDS, type Method, ROW_FIELDS, ROW_SCHEMA, type Row, type Verdict } from "./auditor/row.js";
export type { Sampler } from "./auditor/sampler.js";
export { someCell } from "./auditor/some-cell.js";
export { formNames } from "./auditor/statement.js";
export { binomial } from "./chance/binomial.js";
export { type Bits, uniform } from "./chance/bits.js";
export { type BandPoint, CALIBRATION_GAMMAS, calibrationBand } from "./chance/calibration-band.js";
export { chiSquare } from "./chance/chi-square.js";
export { failureLower, failureUpper } from "./chance/confidence-limits.js";
export { describeSample, type SampleDescription } from "./chance/describe-sample.js";
export type { Design } from "./chance/design.js";
export { drawsNeeded } from "./chance/draws-needed.js";
export { DECISION_ALPHA, decisionAlpha, RUN_BUDGET, spentAlpha } from "./chance/error-budget.js";
export { type ExcessSeen, excessSeen } from "./chance/excess-seen.js";
export { type Experiment, type ExperimentOptions, holdsWithProbability } from "./chance/holds-with-probability.js";
export { logLogSlope } from "./chance/log-log-slope.js";
export { fillNormal, normal } from "./chance/normal.js";
export type { Outcome } from "./chance/outcome.js";
export { type QuantileLimits, quantileLimits } from "./chance/quantile-limits.js";
export { fillRademacher } from "./chance/rademacher.js";
export { type Counts, LOOK_EVERY, logEvidenceAbove, logEvidenceBelow } from "./chance/sequential-test.js";
export { keyedStreams, type StreamKey, type Streams } from "./chance/streams.js";
export { deferredGradient } from "./networks/deferred-gradient.js";
export { type DeferredMatrix, deferredMatrix } from "./networks/deferred-matrix.js";
export { type DeferredNetwork, drawDeferredNetwork } from "./networks/deferred-network.js";
export { deferredValue } from "./networks/deferred-value.js";
export { drawDenseNetwork } from "./networks/dense-draw.js";
export { gradient } from "./networks/dense-gradient.js";
export { hessian } from "./networks/dense-hessian.js";
export { hessianProduct } from "./networks/dense-hessian-product.js";
export { drawSphereInput } from "./networks/dense-input.js";
export type { CoefficientLaw, DenseNetwork, Initialisation } from "./networks/dense-network.js";
export { value } from "./networks/dense-value.js";
export { type Descent, type DescentOptions, descendToFlip } from "./networks/descent.js";
export type { FastOneStepDraw, FastOptions } from "./networks/kernels/fast-one-step.js";
export { fillNormalFast } from "./networks/kernels/fill-normal-fast.js";
export { type BiasSetting, type BiasStepDraw, drawBiasStep } from "./networks/lines/bias-step.js";
export { type DeepStepDraw, deepStep, drawDeepStep } from "./networks/lines/deep-step.js";
export { drawOneStepFast } from "./networks/lines/draw-one-step-fast.js";
export type { Flip, FlipOptions } from "./networks/lines/flip.js";
export { drawOneStep, type OneStepDraw, oneStep } from "./networks/lines/one-step.js";
export type { OneStepSetting } from "./networks/lines/one-step-setting.js";
export {
  drawOneStepStreaming,
  type StreamedPoint,
  type StreamingDraw,
  type StreamingOptions,
} from "./networks/lines/one-step-streaming.js";
export type { Ray, RayDraw } from "./networks/lines/ray.js";
export { type DeepRayDraw, drawRay, type RayParameters } from "./networks/lines/ray-draw.js";
export { drawRayFast, type FastRayDraw } from "./networks/lines/ray-draw-fast.js";
export { reluFlip } from "./networks/lines/relu-flip.js";
export { drawReluRay, type ReluRayDraw } from "./networks/lines/relu-ray.js";
export { drawReluShortcut, type ReluDraw } from "./networks/lines/relu-shortcut.js";
export { type SampledFlip, type SampledFlipOptions, sampledFlip } from "./networks/lines/sampled-flip.js";
export { smallestFlip } from "./networks/lines/smallest-flip.js";
export { smallestFlipLinear } from "./networks/lines/smallest-flip-linear.js";
export {
  drawUniversalInputs,
  type UniversalInputsDraw,
  type UniversalInputsSetting,
} from "./networks/lines/universal-inputs.js";
export { drawUniversalStep, type UniversalStepDraw } from "./networks/lines/universal-step.js";
export { curvatureLipschitz } from "./networks/suprema/curvature-lipschitz.js";
export { denseNeighbourhood } from "./networks/suprema/dense-neighbourhood.js";
export { gaussianNormBound } from "./networks/suprema/gaussian-norm-bound.js";
export { gradientVariation, type VariationEffort } from "./networks/suprema/gradient-variation.js";
export { type HessianNorm, hessianNorm } from "./networks/suprema/hessian-norm.js";
export { type MeetingPoint, meetingPoint } from "./networks/suprema/meeting-point.js";
export { logDifferingTail, logMicroscopicTail, type MicroscopicBall } from "./networks/suprema/microscopic-law.js";
export type { Neighbourhood } from "./networks/suprema/neighbourhood.js";
export { type Bounds, operatorNorm } from "./networks/suprema/operator-norm.js";
export { phiLipschitz } from "./networks/suprema/phi-lipschitz.js";
export { attackRelu, type ReluAttack, type ReluEffort, type ReluTarget } from "./networks/suprema/relu-attack.js";
export { exactReluSuprema, type ReluSuprema } from "./networks/suprema/relu-exact.js";
export { logFlipsTail, type ReluBall, variationTail } from "./networks/suprema/relu-law.js";
export { reluFlips, reluVariation } from "./networks/suprema/relu-variation.js";
export { type AttackEffort, attackVariation, type VariationAttack } from "./networks/suprema/variation-attack.js";
export type { Estimate } from "./numbers/adaptive-quadrature.js";
export { type BernsteinMoments, bernsteinMoments } from "./numbers/bernstein-moments.js";
export { logBinomialTails } from "./numbers/binomial-tails.js";
export { logChiSquareTails, logChiSquareTwoSided } from "./numbers/chi-square-tail.js";
export { gaussianExpectation } from "./numbers/gaussian-expectation.js";
export { logNormalUpperTail } from "./numbers/normal-tail.js";
export { laplaceTail } from "./numbers/sums/laplace-tail.js";
export { uniformTail } from "./numbers/sums/uniform-tail.js";
export { dimensionsOf, type FixedDirectionsDraw, fixedDirections } from "./samplers/fixed-directions.js";
export { HESSIAN_DOUBT, type HessianDraw, hessianAtInput } from "./samplers/hessian-at-input.js";
export { drawHessianForm, type HessianFormDraw, hessianForm } from "./samplers/hessian-form.js";
export { type HessianBallDraw, hessianOverBall } from "./samplers/hessian-over-ball.js";
export { type NeighbourhoodDraw, neighbourhood, neighbourhoodDoubt } from "./samplers/neighbourhood-sampler.js";
export type { Given, Name, Parameters } from "./samplers/parameters.js";
