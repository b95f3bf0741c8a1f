import stdErf from "@stdlib/math-base-special-erf";
import { erfBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";
import { timesGaussian } from "./times-gaussian.js";

const TWO_OVER_SQRT_PI = 1.1283791670955126;
const FOUR_OVER_SQRT_PI = 2.256758334191025;

/**
 * ψ(t) = erf(t), odd. ψ' is largest at 0: 2/√π. ψ'' = −2tψ' is largest in size at t² = ½, where ψ''' = (4t² − 2)ψ'
 * vanishes: L = (2/√π)·√2·e^(−½). Both constants rounded up.
 */
export const erf = defineActivation({
  id: "erf",
  latex: String.raw`\operatorname{erf} t`,
  expression: "erf(t)",
  value: stdErf,
  derivative: (t) => timesGaussian(TWO_OVER_SQRT_PI, t, 1),
  secondDerivative: (t) => timesGaussian(-FOUR_OVER_SQRT_PI * t, t, 1),
  supremum: 1,
  lipschitz: 1.1283791670955128,
  smoothness: 0.9678828980765735,
  taylorBounds: erfBounds,
  provenance: "certified",
});
