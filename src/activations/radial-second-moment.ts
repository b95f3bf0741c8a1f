import type { Estimate } from "../numbers/adaptive-quadrature.js";
import { gaussianExpectation } from "../numbers/gaussian-expectation.js";
import type { Activation } from "./activation.js";

/**
 * E X²ψ'(X)² for X ~ N(0, 1): the second moment of the derivative of ψ(rX) in r at r = 1. Its error allows for values of
 * ψ' that are off by 8 ulp.
 */
export function radialSecondMoment(psi: Activation): Estimate {
  return gaussianExpectation((t) => (t * psi.derivative(t)) ** 2, psi.kinks, { relativeError: 2 ** -48 });
}
