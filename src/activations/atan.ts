import { atanBounds } from "../numbers/majorants/elementary-bounds.js";
import { defineActivation } from "./define-activation.js";

/** Beyond this size 1 + t² is t² to the last bit; powers of t are then divided out one by one, so as not to overflow. */
const LARGE = 1e9;

function derivative(t: number): number {
  return Math.abs(t) > LARGE ? 1 / t / t : 1 / (1 + t * t);
}

function secondDerivative(t: number): number {
  if (Math.abs(t) > LARGE) return -2 / t / t / t;
  const q = 1 + t * t;
  return (-2 * t) / (q * q);
}

/**
 * ψ(t) = arctan(t), odd. sup|ψ| = π/2, approached at ±∞ (rounded up); sup|ψ'| = 1, at 0; ψ'' = −2t/(1+t²)² is largest
 * in size where 3t² = 1: L = 3√3/8, rounded up.
 */
export const atan = defineActivation({
  id: "atan",
  latex: String.raw`\arctan t`,
  expression: "atan(t)",
  value: Math.atan,
  derivative,
  secondDerivative,
  supremum: 1.5707963267948968,
  lipschitz: 1,
  smoothness: 0.649519052838329,
  taylorBounds: atanBounds,
  provenance: "certified",
});
