import { defineActivation } from "./define-activation.js";

/** ψ(t) = t. */
export const identity = defineActivation({
  id: "identity",
  latex: "t",
  value: (t) => t,
  derivative: () => 1,
  secondDerivative: () => 0,
  lipschitz: 1,
  smoothness: 0,
  provenance: "certified",
});
