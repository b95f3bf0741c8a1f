import { softplusBounds } from "../numbers/majorants/elementary-bounds.js";
import { lessBounds } from "../numbers/majorants/taylor-bounds.js";
import { defineActivation } from "./define-activation.js";
import { sigmoid, timesSigmoidSlope } from "./sigmoid.js";

/**
 * ψ(t) = log(1 + e^t) − log 2, so that ψ(0) = 0. ψ' = σ, the logistic function; ψ'' = σ(1−σ) ≤ ¼ = L, at 0;
 * ψ''' = σ(1−σ)(1−2σ), at most 1/(6√3), where σ(1−σ) = 1/6.
 */
export const softplus = defineActivation({
  id: "softplus",
  latex: String.raw`\log(1 + e^t) - \log 2`,
  expression: "log(1+exp(t))-log(2)",
  // log((1 + e^t)/2) = log(1 + (e^t − 1)/2) keeps the digits near 0; elsewhere the plain form does.
  value: (t) =>
    Math.abs(t) < 2 ? Math.log1p(Math.expm1(t) / 2) : Math.max(t, 0) + (Math.log1p(Math.exp(-Math.abs(t))) - Math.LN2),
  derivative: sigmoid,
  secondDerivative: (t) => timesSigmoidSlope(1, t),
  lipschitz: 1,
  smoothness: 0.25,
  curvature: 0.09622504486493764,
  taylorBounds: lessBounds(softplusBounds, Math.LN2),
  provenance: "certified",
});
