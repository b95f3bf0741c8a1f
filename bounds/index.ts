import type { Claim } from "lemmacheck";
import { bernstein } from "./bernstein.js";
import { chiSquare } from "./chi-square.js";
import { descentLemma } from "./descent-lemma.js";
import { gaussianMoments } from "./gaussian-moments.js";
import { gradientSecondMoment } from "./gradient-second-moment.js";
import { lemma1 } from "./lemma-1.js";
import { lemma2 } from "./lemma-2.js";
import { proposition1 } from "./proposition-1.js";
import { proposition1Gradient } from "./proposition-1-gradient.js";
import { proposition1Simplified } from "./proposition-1-simplified.js";
import { proposition1Value } from "./proposition-1-value.js";
import { proposition3 } from "./proposition-3.js";
import { proposition3Gradient } from "./proposition-3-gradient.js";
import { proposition3Simplified } from "./proposition-3-simplified.js";
import { proposition3Value } from "./proposition-3-value.js";
import { reluMoments } from "./relu-moments.js";
import { signChange } from "./sign-change.js";
import { theorem1 } from "./theorem-1.js";
import { theorem1Chain } from "./theorem-1-chain.js";
import { valueVariance } from "./value-variance.js";

/** Every claim, in the order of the paper. */
export const claims: readonly Claim[] = [
  // 1.2 The landscape of random two-layers neural networks
  valueVariance,
  gradientSecondMoment,
  descentLemma,
  // 1.4 Scaling of value and gradient
  bernstein,
  gaussianMoments,
  chiSquare,
  lemma1,
  lemma2,
  // 2 Smooth non-linearity
  proposition1,
  proposition1Value,
  proposition1Gradient,
  proposition1Simplified,
  theorem1Chain,
  theorem1,
  // 3 ReLU non-linearity
  proposition3,
  proposition3Value,
  proposition3Gradient,
  proposition3Simplified,
  signChange,
  reluMoments,
];
