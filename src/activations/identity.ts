import { affineBounds } from "../numbers/majorants/affine-bounds.js";
import { defineActivation } from "./define-activation.js";

/** ψ(t) = t, odd and unbounded; ψ' = 1 everywhere, so L = 0. */
export const identity = defineActivation({
  id: "identity",
  latex: "t",
  expression: "t",
  value: (t) => t,
  derivative: () => 1,
  secondDerivative: () => 0,
  lipschitz: 1,
  smoothness: 0,
  sides: { left: { value: 0, slope: 1 }, right: { value: 0, slope: 1 } },
  taylorBounds: affineBounds(0, 1),
  provenance: "certified",
});
