import type { Claim } from "lemmacheck";
import { approximateLinearity } from "./approximate-linearity.js";
import { bernstein } from "./bernstein.js";
import { biasUnit } from "./bias-unit.js";
import { biasUnitRelu } from "./bias-unit-relu.js";
import { chiSquare } from "./chi-square.js";
import { cltRate } from "./clt-rate.js";
import { cltValue } from "./clt-value.js";
import { descentLemma } from "./descent-lemma.js";
import { figure1 } from "./figure-1.js";
import { figure1Deeper } from "./figure-1-deeper.js";
import { figure1Threshold } from "./figure-1-threshold.js";
import { figure2a } from "./figure-2a.js";
import { figure2aMeanLower } from "./figure-2a-mean-lower.js";
import { figure2aMeanUpper } from "./figure-2a-mean-upper.js";
import { figure2b } from "./figure-2b.js";
import { flipCount } from "./flip-count.js";
import { gaussianCoefficients } from "./gaussian-coefficients.js";
import { gaussianLastLayer } from "./gaussian-last-layer.js";
import { gaussianMoments } from "./gaussian-moments.js";
import { gaussianProcessJoint } from "./gaussian-process-joint.js";
import { gaussianProcessLimit } from "./gaussian-process-limit.js";
import { gaussianProcessVariance } from "./gaussian-process-variance.js";
import { gradientDuality } from "./gradient-duality.js";
import { gradientOrder } from "./gradient-order.js";
import { gradientSecondMoment } from "./gradient-second-moment.js";
import { gradientUpper } from "./gradient-upper.js";
import { hermiteSpinGlass } from "./hermite-spin-glass.js";
import { hessianBall } from "./hessian-ball.js";
import { hessianOrder } from "./hessian-order.js";
import { hessianQuadraticForm } from "./hessian-quadratic-form.js";
import { hessianUnion } from "./hessian-union.js";
import { inputLaw } from "./input-law.js";
import { inputLawSmooth } from "./input-law-smooth.js";
import { lemma1 } from "./lemma-1.js";
import { lemma2 } from "./lemma-2.js";
import { lemma2Independence } from "./lemma-2-independence.js";
import { multiStepDescent } from "./multi-step-descent.js";
import { operatorNormBound } from "./operator-norm.js";
import { proposition1 } from "./proposition-1.js";
import { proposition1Gradient } from "./proposition-1-gradient.js";
import { proposition1Simplified } from "./proposition-1-simplified.js";
import { proposition1Step } from "./proposition-1-step.js";
import { proposition1Value } from "./proposition-1-value.js";
import { proposition2 } from "./proposition-2.js";
import { proposition2Bernstein } from "./proposition-2-bernstein.js";
import { proposition2Combine } from "./proposition-2-combine.js";
import { proposition2Fixed } from "./proposition-2-fixed.js";
import { proposition2Lipschitz } from "./proposition-2-lipschitz.js";
import { proposition2Net } from "./proposition-2-net.js";
import { proposition2NetSize } from "./proposition-2-net-size.js";
import { proposition2Simplified } from "./proposition-2-simplified.js";
import { proposition2Union } from "./proposition-2-union.js";
import { proposition3 } from "./proposition-3.js";
import { proposition3Gradient } from "./proposition-3-gradient.js";
import { proposition3Simplified } from "./proposition-3-simplified.js";
import { proposition3Step } from "./proposition-3-step.js";
import { proposition3Value } from "./proposition-3-value.js";
import { proposition4 } from "./proposition-4.js";
import { proposition4Bernstein } from "./proposition-4-bernstein.js";
import { proposition4Combine } from "./proposition-4-combine.js";
import { proposition4Count } from "./proposition-4-count.js";
import { proposition4Direction } from "./proposition-4-direction.js";
import { proposition4Fixed } from "./proposition-4-fixed.js";
import { proposition4Microscopic } from "./proposition-4-microscopic.js";
import { proposition4Net } from "./proposition-4-net.js";
import { proposition4NetSize } from "./proposition-4-net-size.js";
import { proposition4Simplified } from "./proposition-4-simplified.js";
import { proposition5 } from "./proposition-5.js";
import { proposition5Flips } from "./proposition-5-flips.js";
import { proposition5Signs } from "./proposition-5-signs.js";
import { proposition5Step } from "./proposition-5-step.js";
import { proposition5Union } from "./proposition-5-union.js";
import { reluMoments } from "./relu-moments.js";
import { signChange } from "./sign-change.js";
import { smallActivations } from "./small-activations.js";
import { stepWindow } from "./step-window.js";
import { subexponentialWidth } from "./subexponential-width.js";
import { theorem1 } from "./theorem-1.js";
import { theorem1Chain } from "./theorem-1-chain.js";
import { theorem1Hypotheses } from "./theorem-1-hypotheses.js";
import { theorem1StepSize } from "./theorem-1-step-size.js";
import { theorem1Union } from "./theorem-1-union.js";

import { theorem2 } from "./theorem-2.js";
import { theorem2Cases } from "./theorem-2-cases.js";
import { theorem2Chain } from "./theorem-2-chain.js";
import { theorem2StepSize } from "./theorem-2-step-size.js";

import { universalDirection } from "./universal-direction.js";

import { valueOrder } from "./value-order.js";
import { valueVariance } from "./value-variance.js";
import { weightNorm } from "./weight-norm.js";

/** Every claim, in the order of the paper. */
export const claims: readonly Claim[] = [
  // 1 and 1.1, remarks
  gaussianCoefficients,
  biasUnit,
  biasUnitRelu,
  inputLaw,
  inputLawSmooth,
  multiStepDescent,
  universalDirection,
  gaussianProcessLimit,
  gaussianProcessVariance,
  gaussianProcessJoint,
  hermiteSpinGlass,
  // 1.2 The landscape of random two-layers neural networks
  cltValue,
  cltRate,
  valueOrder,
  valueVariance,
  gradientSecondMoment,
  gradientOrder,
  gradientUpper,
  hessianOrder,
  hessianBall,
  hessianQuadraticForm,
  hessianUnion,
  approximateLinearity,
  descentLemma,
  stepWindow,
  // 1.3 Proof strategy
  gradientDuality,
  // 1.4 Scaling of value and gradient
  bernstein,
  gaussianMoments,
  chiSquare,
  lemma1,
  lemma2,
  lemma2Independence,
  // 2 Smooth non-linearity
  proposition1,
  proposition1Value,
  proposition1Gradient,
  proposition1Step,
  proposition1Simplified,
  proposition2,
  proposition2Fixed,
  proposition2Lipschitz,
  proposition2Bernstein,
  proposition2NetSize,
  proposition2Net,
  proposition2Union,
  proposition2Combine,
  proposition2Simplified,
  theorem1Hypotheses,
  theorem1Union,
  theorem1Chain,
  theorem1StepSize,
  theorem1,
  // 3 ReLU non-linearity
  proposition3,
  proposition3Value,
  proposition3Gradient,
  proposition3Step,
  proposition3Simplified,
  signChange,
  reluMoments,
  proposition4Bernstein,
  proposition4Fixed,
  proposition4NetSize,
  proposition4Net,
  weightNorm,
  proposition4Direction,
  proposition4Count,
  proposition4Microscopic,
  proposition4Combine,
  proposition5Flips,
  proposition4,
  proposition4Simplified,
  operatorNormBound,
  smallActivations,
  flipCount,
  proposition5Signs,
  proposition5Union,
  proposition5Step,
  proposition5,
  theorem2Cases,
  theorem2Chain,
  theorem2StepSize,
  theorem2,
  subexponentialWidth,
  // 4 Experiments
  figure1,
  figure1Deeper,
  figure1Threshold,
  figure2a,
  figure2aMeanUpper,
  figure2aMeanLower,
  figure2b,
  gaussianLastLayer,
];
