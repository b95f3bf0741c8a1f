import erfc from "@stdlib/math-base-special-erfc";
import erfcx from "@stdlib/math-base-special-erfcx";
import { geluBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";
import { timesGaussian } from "./times-gaussian.js";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
/** √2 less its double. */
const SQRT2_REST = -9.667293313452913e-17;

/** The zero of ψ', as a double and what it leaves, and the Taylor coefficients of ψ' there from the linear one up. */
const MINIMUM = -0.7517915246935645;
const MINIMUM_REST = 1.4956759177009883e-17;
const SLOPE_NEAR_MINIMUM = [
  0.4314939923140469, 0.388284982990552, -0.018199676398671087, -0.1140082332972217, -0.014771522148244337,
  0.019421679838189067, 0.004539228379125415, -0.002239538068073497, -0.0007448268386746817, 0.00018633974623233514,
  8.615947861116571e-5, -1.121438018842664e-5, -7.74846130700372e-6, 4.3284506257392273e-7, 5.702764979242107e-7,
  -1.6044265494246427e-9, -3.5459866461783865e-8, -1.396942086426202e-9,
];

/** Φ(t) for t ≥ −1.5. */
function cdf(t: number): number {
  return t < 0 ? 0.5 * erfc(-t * Math.SQRT1_2) : 1 - 0.5 * erfc(t * Math.SQRT1_2);
}

/** e^(t²/2)·Φ(t) for t < −1.5, where erfc would magnify the rounding of its argument. */
function scaledCdf(t: number): number {
  return 0.5 * erfcx(-t * Math.SQRT1_2);
}

function value(t: number): number {
  return t < -1.5 ? timesGaussian(t * scaledCdf(t), t, 0.5) : t * cdf(t);
}

function derivative(t: number): number {
  if (t < -1.5) return timesGaussian(scaledCdf(t) + INVERSE_SQRT_TWO_PI * t, t, 0.5);
  const d = t - MINIMUM - MINIMUM_REST;
  if (Math.abs(d) < 0.25) return d * SLOPE_NEAR_MINIMUM.reduceRight((sum, coefficient) => sum * d + coefficient, 0);
  return cdf(t) + timesGaussian(INVERSE_SQRT_TWO_PI * t, t, 0.5);
}

/** (2 − t²)φ(t), with 2 − t² as a product so that its zeros ±√2 cost no digits. */
function secondDerivative(t: number): number {
  const size = Math.abs(t);
  return timesGaussian(INVERSE_SQRT_TWO_PI * (Math.SQRT2 - size + SQRT2_REST) * (Math.SQRT2 + size), t, 0.5);
}

/**
 * ψ(t) = t·Φ(t) with Φ the normal distribution function (Hendrycks and Gimpel 2016); unbounded. With φ = Φ':
 * ψ' = Φ + tφ is largest where ψ'' = (2 − t²)φ vanishes, at √2: Φ(√2) + e^(−1)/√π. ψ''' = t(t² − 4)φ, so |ψ''| is
 * largest at 0: L = √(2/π) (at ±2 it is 2φ(2), less). Both constants rounded up.
 */
export const gelu = defineActivation({
  id: "gelu",
  latex: String.raw`t\,\Phi(t)`,
  expression: "t*(1+erf(t/sqrt(2)))/2",
  value,
  derivative,
  secondDerivative,
  lipschitz: 1.128904145185155,
  smoothness: 0.7978845608028654,
  taylorBounds: geluBounds,
  provenance: "certified",
});
