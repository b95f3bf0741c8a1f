import stdErf from "@stdlib/math-base-special-erf";
import { defineActivation } from "./define-activation.js";

const TWO_OVER_SQRT_PI = 1.1283791670955126;

/** ψ(t) = erf(t). ψ'' = −2tψ' is largest at t² = ½: L = (2/√π)·√2·e^(−½). */
export const erf = defineActivation({
  id: "erf",
  latex: String.raw`\operatorname{erf} t`,
  value: stdErf,
  derivative: (t) => TWO_OVER_SQRT_PI * Math.exp(-t * t),
  secondDerivative: (t) => (t * t > 750 ? 0 : -2 * t * TWO_OVER_SQRT_PI * Math.exp(-t * t)),
  supremum: 1,
  lipschitz: TWO_OVER_SQRT_PI,
  smoothness: TWO_OVER_SQRT_PI * Math.SQRT2 * Math.exp(-0.5),
  provenance: "certified",
});
