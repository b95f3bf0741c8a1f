import { pseudoHuberBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";
import { isru } from "./isru.js";

/** √(1+t²) − 1 = t²/(1 + √(1+t²)), which keeps the digits near 0; |t| − 1 to the last bit where t² is large. */
function value(t: number): number {
  const size = Math.abs(t);
  return size > 1e9 ? size - 1 : t * (t / (1 + Math.sqrt(1 + t * t)));
}

/** ψ(t) = √(1+t²) − 1, even and convex. ψ' = t/√(1+t²), so sup|ψ'| = 1, approached at ±∞; ψ'' = (1+t²)^(−3/2) ≤ 1 = L, at 0. */
export const pseudoHuber = defineActivation({
  id: "pseudo-huber",
  latex: String.raw`\sqrt{1 + t^2} - 1`,
  expression: "sqrt(1+t^2)-1",
  value,
  derivative: isru.value,
  secondDerivative: isru.derivative,
  lipschitz: 1,
  smoothness: 1,
  taylorBounds: pseudoHuberBounds,
  provenance: "certified",
});
