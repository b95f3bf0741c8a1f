import { sigmoidBounds } from "../numbers/majorants/elementary-bounds.js";
import { lessBounds } from "../numbers/majorants/taylor-bounds.js";
import { defineActivation } from "./define-activation.js";
import { timesSigmoidSlope } from "./sigmoid.js";

/** 1/(1 + e^(−t)) − ½ = ½·tanh(t/2), which keeps the digits near 0. */
function value(t: number): number {
  return 0.5 * Math.tanh(0.5 * t);
}

/**
 * ψ(t) = 1/(1 + e^(−t)) − ½, the logistic function less its value at 0; odd. sup|ψ| = ½, approached at ±∞;
 * sup|ψ'| = ¼, at 0; ψ'' = −2ψψ', and as ψ = ½·tanh(t/2), L is that of tanh over 8: 1/(6√3), rounded up.
 */
export const logistic = defineActivation({
  id: "logistic",
  latex: String.raw`\frac{1}{1 + e^{-t}} - \frac12`,
  expression: "1/(1+exp(-t))-1/2",
  value,
  derivative: (t) => timesSigmoidSlope(1, t),
  secondDerivative: (t) => timesSigmoidSlope(-2 * value(t), t),
  supremum: 0.5,
  lipschitz: 0.25,
  smoothness: 0.09622504486493763,
  taylorBounds: lessBounds(sigmoidBounds, 0.5),
  provenance: "certified",
});
