/**
 * Random networks: parameters and samplers for claims about them, the laws behind those, and suprema over balls.
 *
 * @module lemmacheck/networks
 */
export { deferredGradient } from "./networks/deferred-gradient.js";
export { deferredLine } from "./networks/deferred-line.js";
export { type DeferredMatrix, deferredMatrix } from "./networks/deferred-matrix.js";
export { type DeferredNetwork, drawDeferredNetwork } from "./networks/deferred-network.js";
export { deferredValue } from "./networks/deferred-value.js";
export { drawDenseNetwork } from "./networks/dense-draw.js";
export { gradient } from "./networks/dense-gradient.js";
export { hessian } from "./networks/dense-hessian.js";
export { hessianProduct } from "./networks/dense-hessian-product.js";
export { drawSphereInput } from "./networks/dense-input.js";
export { denseLine } from "./networks/dense-line.js";
export type { CoefficientLaw, DenseNetwork, Initialisation } from "./networks/dense-network.js";
export { value } from "./networks/dense-value.js";
export { type Descent, type DescentOptions, descendToFlip } from "./networks/descent.js";
export { fillNormalFast } from "./networks/kernels/fill-normal-fast.js";
export { type Line, type Point, type Profile, type SlopedLine, valuesOf } from "./networks/line.js";
export { type BiasLine, drawBiasStep } from "./networks/lines/bias-step.js";
export { drawLine, drawSlopedLine, lineCost } from "./networks/lines/draw-line.js";
export { drawOneStepFast } from "./networks/lines/draw-one-step-fast.js";
export type { Flip, FlipOptions } from "./networks/lines/flip.js";
export type { KernelOptions } from "./networks/lines/kernel-options.js";
export { type LineLaw, laws } from "./networks/lines/laws.js";
export type { RayLine } from "./networks/lines/line-on-ray.js";
export { drawOneStep } from "./networks/lines/one-step.js";
export { drawPlane, type Plane } from "./networks/lines/plane.js";
export type { Ray, RayProfile } from "./networks/lines/ray.js";
export { drawRay } from "./networks/lines/ray-draw.js";
export { canDrawRayFast, drawRayFast } from "./networks/lines/ray-draw-fast.js";
export { pointsOfRayFast } from "./networks/lines/ray-room.js";
export { type RefinedFlip, type RefinedFlipOptions, refinedFlip } from "./networks/lines/refined-flip.js";
export { drawReluRay, type ReluLine } from "./networks/lines/relu-ray.js";
export { type SampledFlip, type SampledFlipOptions, sampledFlip } from "./networks/lines/sampled-flip.js";
export { drawSharedLines, type SharedOptions, type SharedSetting } from "./networks/lines/shared-network.js";
export { smallestFlip } from "./networks/lines/smallest-flip.js";
export { smallestFlipLinear } from "./networks/lines/smallest-flip-linear.js";
export {
  drawUniversalInputs,
  type UniversalInputsDraw,
  type UniversalInputsSetting,
} from "./networks/lines/universal-inputs.js";
export { drawUniversalStep, type UniversalStepDraw } from "./networks/lines/universal-step.js";
export {
  type CompleteSetting,
  completeSetting,
  type NetworkSetting,
  type Setting,
  type Widths,
} from "./networks/setting.js";
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
export { deepStep } from "./samplers/deep-step.js";
export { dimensionsOf } from "./samplers/directions.js";
export { type FixedDirectionsDraw, fixedDirections } from "./samplers/fixed-directions.js";
export { HESSIAN_DOUBT, type HessianDraw, hessianAtInput } from "./samplers/hessian-at-input.js";
export { drawHessianForm, type HessianFormDraw, hessianForm } from "./samplers/hessian-form.js";
export { type HessianBallDraw, hessianOverBall } from "./samplers/hessian-over-ball.js";
export { type NeighbourhoodDraw, neighbourhood, neighbourhoodDoubt } from "./samplers/neighbourhood-sampler.js";
export { oneStep } from "./samplers/one-step.js";
export * from "./samplers/parameters.js";
