import { sineBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";

/** ψ(t) = sin(t), odd; sup|ψ| = sup|ψ'| = sup|ψ''| = sup|ψ'''| = 1. */
export const sin = defineActivation({
  id: "sin",
  latex: String.raw`\sin t`,
  expression: "sin(t)",
  value: Math.sin,
  derivative: Math.cos,
  secondDerivative: (t) => -Math.sin(t),
  supremum: 1,
  lipschitz: 1,
  smoothness: 1,
  curvature: 1,
  taylorBounds: sineBounds,
  provenance: "certified",
});
