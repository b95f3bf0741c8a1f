import type { Estimate } from "../numbers/adaptive-quadrature.js";
import { gaussianExpectation } from "../numbers/gaussian-expectation.js";
import { polynomial, power, product } from "../numbers/integrand.js";
import type { Activation } from "./activation.js";
import { integrandOf } from "./activation-integrand.js";

/** E X²ψ'(X)² for X ~ N(0, 1): the second moment of the derivative of ψ(rX) in r at r = 1. */
export function radialSecondMoment(psi: Activation): Estimate {
  const slope = product(polynomial([0, 1]), integrandOf(psi, 1));
  return gaussianExpectation(power(slope, 2), [], { relativeError: 2 ** -48 });
}
